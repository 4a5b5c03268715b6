package dev.handover.board.golive;

import dev.handover.access.Visibility;
import dev.handover.board.Times;
import dev.handover.board.briefing.Names;
import dev.handover.golive.Absences;
import dev.handover.golive.Absences.Gap;
import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Participant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says who is away while the go-live needs them and nobody stands in, to those who can see to it: the requester and admins. */
@Component
class Uncovered {

    /** So far ahead is looked once the window has begun. */
    private static final Duration AHEAD = Duration.ofDays(14);

    private final Absences absences;
    private final GoLiveRegister register;
    private final Visibility visibility;
    private final Names names;
    private final Clock clock;

    Uncovered(Absences absences, GoLiveRegister register, Visibility visibility, Names names, Clock clock) {
        this.absences = absences;
        this.register = register;
        this.visibility = visibility;
        this.names = names;
        this.clock = clock;
    }

    /** A sentence for each gap from now to the end of the window, or two weeks if that is later. */
    List<String> of(GoLive goLive, Times times) {
        if (goLive.phase().isFinished() || !visibility.mayManage(goLive)) {
            return List.of();
        }
        var people = register.people(goLive.key()).stream()
                .filter(Participant::holds)
                .collect(Collectors.groupingBy(
                        Participant::userId,
                        Collectors.mapping(each -> each.role().inWords(), Collectors.joining(", "))));
        var now = clock.instant();
        return absences.gaps(people.keySet(), now, last(goLive.windowEnd(), now)).stream()
                .map(gap -> sentence(gap, people.get(gap.person()), times))
                .toList();
    }

    private static Instant last(Instant windowEnd, Instant now) {
        var ahead = now.plus(AHEAD);
        return windowEnd.isAfter(ahead) ? windowEnd : ahead;
    }

    private String sentence(Gap gap, String roles, Times times) {
        return "%s (%s) is away, %s, and nobody stands in."
                .formatted(names.of(gap.person()), roles, times.show(gap.from(), gap.until()));
    }
}

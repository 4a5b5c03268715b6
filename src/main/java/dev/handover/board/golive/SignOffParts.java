package dev.handover.board.golive;

import dev.handover.board.Times;
import dev.handover.board.briefing.Names;
import dev.handover.evidence.Evidence;
import dev.handover.golive.GoLive;
import dev.handover.shared.Role;
import dev.handover.signoff.RejectedItems;
import dev.handover.signoff.SignOff;
import dev.handover.signoff.SignOffRound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the rows of the three who sign, each with how its sign-off stood over time, all on one scale. */
@Component
class SignOffParts {

    private final SignOffRound round;
    private final RejectedItems rejected;
    private final Names names;
    private final Clock clock;

    SignOffParts(SignOffRound round, RejectedItems rejected, Names names, Clock clock) {
        this.round = round;
        this.rejected = rejected;
        this.names = names;
        this.clock = clock;
    }

    /** @param start of all bars; @param end of all bars; never before the start */
    private record Scale(Times times, Instant start, Instant end) {

        int at(Instant instant) {
            var whole = Math.max(1, Duration.between(start, end).toMillis());
            return (int) (Duration.between(start, instant).toMillis() * SignOffPart.WIDTH / whole);
        }
    }

    /** Empty before the first sign-off is asked for. */
    List<SignOffPart> of(GoLive goLive, Times times) {
        var all = round.of(goLive.key());
        var first = all.stream().map(SignOff::askedAt).min(Instant::compareTo);
        if (first.isEmpty()) {
            return List.of();
        }
        var end = goLive.finishedAt() == null ? clock.instant() : goLive.finishedAt();
        var scale = new Scale(times, first.get(), end);
        return Role.signing().stream()
                .map(role -> part(
                        goLive,
                        role,
                        all.stream().filter(each -> each.role() == role).toList(),
                        scale))
                .toList();
    }

    private SignOffPart part(GoLive goLive, Role role, List<SignOff> rounds, Scale scale) {
        if (rounds.isEmpty()) {
            return new SignOffPart(
                    role.title(),
                    Look.neutral("not asked for"),
                    names.holder(goLive.key(), role),
                    "",
                    null,
                    "",
                    List.of());
        }
        var last = rounds.get(rounds.size() - 1);
        var isDecided = last.decidedAt() != null;
        return new SignOffPart(
                role.title(),
                look(last.state()),
                isDecided ? names.of(last.decidedBy()) : names.holder(goLive.key(), role),
                isDecided
                        ? scale.times().show(last.decidedAt())
                        : "asked for " + scale.times().show(last.askedAt()),
                last.manifest(),
                last.reason() == null ? "" : last.reason(),
                Validity.of(rounds, scale.end()).stream()
                        .map(span -> span(span, scale))
                        .toList());
    }

    private SignOffPart.Span span(Validity.Span span, Scale scale) {
        var x = scale.at(span.from());
        return new SignOffPart.Span(
                look(span.state()),
                x,
                Math.max(2, scale.at(span.to()) - x),
                scale.times().show(span.from()),
                scale.times().show(span.to()),
                why(span));
    }

    private List<String> why(Validity.Span span) {
        return switch (span.state()) {
            case OUTDATED -> span.of().outdatedBecause();
            case REJECTED -> rejection(span.of());
            case PENDING, APPROVED -> List.of();
        };
    }

    private List<String> rejection(SignOff signOff) {
        var lines = new ArrayList<String>();
        lines.add("%s: %s".formatted(signOff.rejectedStep().title(), signOff.reason()));
        rejected.of(signOff).stream().map(Evidence::title).forEach(title -> lines.add("Evidence concerned: " + title));
        return lines;
    }

    private static Look look(SignOff.State state) {
        return switch (state) {
            case PENDING -> Look.waiting("asked for");
            case APPROVED -> Look.good("approved");
            case REJECTED -> Look.bad("rejected");
            case OUTDATED -> Look.warning("outdated");
        };
    }
}

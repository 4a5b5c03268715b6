package dev.handover.board.admin;

import dev.handover.access.CurrentUser;
import dev.handover.board.admin.AdminPage.CalendarLine;
import dev.handover.golive.Calendars;
import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import dev.handover.plan.WorkingTime;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The calendars that open go-lives count by, each once. */
@Component
class CalendarLines {

    /** Plans are read for it one by one, so not of all go-lives there are. */
    private static final int GO_LIVES = 25;

    private static final int DAYS_SHOWN = 6;

    private final GoLiveRegister register;
    private final Calendars calendars;
    private final CurrentUser user;
    private final Clock clock;

    CalendarLines(GoLiveRegister register, Calendars calendars, CurrentUser user, Clock clock) {
        this.register = register;
        this.calendars = calendars;
        this.user = user;
        this.clock = clock;
    }

    /** Of those among the newest 25 go-lives that have not ended, the commonest first. */
    List<CalendarLine> ofOpenGoLives() {
        var newest = new GoLiveRegister.Query(null, "", 0, GO_LIVES);
        return register.list(user.viewer().userId(), user.viewer().seesEverything(), newest).stream()
                .filter(goLive -> !goLive.phase().isFinished())
                .map(GoLive::key)
                .map(calendars::of)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .sorted((one, other) -> Long.compare(other.goLives(), one.goLives()))
                .toList();
    }

    private CalendarLine line(WorkingTime calendar, long goLives) {
        var today = clock.instant().atZone(calendar.zone()).toLocalDate();
        var regions = calendar.holidayRegions();
        return new CalendarLine(
                calendar.zone().getId(),
                "%s, %s to %s".formatted(days(calendar), calendar.from(), calendar.to()),
                regions.isEmpty() ? "none" : String.join(", ", regions),
                goLives,
                calendar.holidaysAhead(today, DAYS_SHOWN).stream()
                        .map(AdminPages::shown)
                        .toList());
    }

    private static String days(WorkingTime calendar) {
        return calendar.days().stream()
                .sorted()
                .map((DayOfWeek day) -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                .collect(Collectors.joining(" "));
    }
}

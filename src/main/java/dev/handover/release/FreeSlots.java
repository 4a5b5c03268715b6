package dev.handover.release;

import dev.handover.golive.Calendars;
import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.TakenWindows;
import dev.handover.golive.TakenWindows.Taken;
import dev.handover.plan.WorkingTime;
import dev.handover.shared.GoLiveKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the next release window that could be had, to offer it: as long as the one that was lost, from the same time on the
 * clocks of the plan's zone (up to a full quarter of an hour), on a working day that leaves working time for the sign-offs,
 * and not taken by another go-live of the environment. A person decides; nothing is scheduled by it.
 */
@Service
@EnableConfigurationProperties(FreeSlotSettings.class)
@Transactional(readOnly = true)
public class FreeSlots {

    /** Nobody plans a release further ahead by this. */
    private static final int FURTHEST_DAYS = 366;

    private static final int QUARTER = 15;

    private final GoLiveRegister register;
    private final Calendars calendars;
    private final TakenWindows windows;
    private final FreeSlotSettings settings;
    private final Clock clock;

    FreeSlots(
            GoLiveRegister register,
            Calendars calendars,
            TakenWindows windows,
            FreeSlotSettings settings,
            Clock clock) {
        this.register = register;
        this.calendars = calendars;
        this.windows = windows;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A window that could be had.
     *
     * @param end exclusive
     * @param passedOver earlier ones that would have done if others had not taken them
     */
    public record Slot(Instant start, Instant end, List<Taken> passedOver) {}

    /** Empty if there is none within a year. */
    public Optional<Slot> next(GoLiveKey key) {
        var goLive = register.get(key);
        var calendar = calendars.of(key);
        var earliest = calendar.plusWorking(clock.instant(), timeToSign(calendar));
        return find(goLive, calendar, earliest, windows.byOthers(goLive, earliest));
    }

    private Duration timeToSign(WorkingTime calendar) {
        return Duration.between(calendar.from(), calendar.to()).multipliedBy(settings.workingDays());
    }

    private static Optional<Slot> find(GoLive goLive, WorkingTime calendar, Instant earliest, List<Taken> taken) {
        var length = Duration.between(goLive.windowStart(), goLive.windowEnd());
        var time = upToQuarter(goLive.windowStart().atZone(calendar.zone()).toLocalTime());
        var passedOver = new ArrayList<Taken>();
        var first = earliest.atZone(calendar.zone()).toLocalDate();
        for (var day : first.datesUntil(first.plusDays(FURTHEST_DAYS))
                .filter(calendar::isWorkingDay)
                .toList()) {
            var start = start(day, time, calendar);
            if (start.isBefore(earliest)) {
                continue;
            }
            var end = start.plus(length);
            var inTheWay =
                    taken.stream().filter(other -> other.overlaps(start, end)).toList();
            if (inTheWay.isEmpty()) {
                return Optional.of(
                        new Slot(start, end, passedOver.stream().distinct().toList()));
            }
            passedOver.addAll(inTheWay);
        }
        return Optional.empty();
    }

    /** The form to propose a window shows no finer times, though it would send them. */
    private static LocalTime upToQuarter(LocalTime time) {
        var down = time.truncatedTo(ChronoUnit.HOURS).plusMinutes(time.getMinute() / QUARTER * QUARTER);
        return down.equals(time) ? time : down.plusMinutes(QUARTER);
    }

    /** A time that the clocks leave out that day is as much later; one that they show twice is the first. */
    private static Instant start(LocalDate day, LocalTime time, WorkingTime calendar) {
        return day.atTime(time).atZone(calendar.zone()).toInstant();
    }
}

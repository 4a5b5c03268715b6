package dev.handover.plan;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Counts working time. A working day lasts from one time to another on the clocks of the zone; what passes in between
 * counts, so a day on which clocks change is longer or shorter. A time that the clocks leave out is taken as much later,
 * one that they show twice is the first of the two.
 *
 * @param days of the week; @param from begin of a working day; @param to its end, exclusive
 */
public record WorkingTime(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to, Holidays holidays) {

    /** A calendar without a working day for so long has none. */
    private static final int FURTHEST_DAYS = 3660;

    static WorkingTime of(Plan.WorkingHours hours, ZoneId zone) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        hours.days().forEach(day -> days.add(day.day()));
        return new WorkingTime(zone, days, hours.from(), hours.to(), Holidays.of(hours.holidays()));
    }

    /** The same with more days off. */
    public WorkingTime closedOn(Set<LocalDate> closed) {
        return new WorkingTime(zone, days, from, to, holidays.and(closed));
    }

    /** The next holidays on what would be working days, the first first, within a year. @param from inclusive */
    public List<LocalDate> holidaysAhead(LocalDate from, int count) {
        return from.datesUntil(from.plusYears(1))
                .filter(day -> days.contains(day.getDayOfWeek()) && holidays.contains(day))
                .limit(count)
                .toList();
    }

    /** Codes of the countries and regions whose public holidays are off, in order. */
    public List<String> holidayRegions() {
        return holidays.regions().stream().sorted().toList();
    }

    /** Working time of one day, in points in time. */
    private record Shift(Instant begin, Instant end) {

        Duration within(Instant from, Instant to) {
            Instant first = begin.isAfter(from) ? begin : from;
            Instant last = end.isBefore(to) ? end : to;
            return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
        }
    }

    private Shift shift(LocalDate day) {
        Instant begin = day.atTime(from).atZone(zone).toInstant();
        Instant end = day.atTime(to).atZone(zone).toInstant();
        return new Shift(begin, isWorkingDay(day) && begin.isBefore(end) ? end : begin);
    }

    /** True on the days of the week that are worked, except holidays. */
    public boolean isWorkingDay(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /** The last working day before that day. */
    public LocalDate workingDayBefore(LocalDate day) {
        for (int count = 1; count < FURTHEST_DAYS; count++) {
            if (isWorkingDay(day.minusDays(count))) {
                return day.minusDays(count);
            }
        }
        throw new IllegalStateException("no working day within %d days before %s".formatted(FURTHEST_DAYS, day));
    }

    public boolean isWorkingTime(Instant at) {
        Shift today = shift(dayOf(at));
        return !at.isBefore(today.begin()) && at.isBefore(today.end());
    }

    /** Zero unless {@code from} is before {@code to}. */
    public Duration workingDurationBetween(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = dayOf(to);
        for (LocalDate day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            sum = sum.plus(shift(day).within(from, to));
        }
        return sum;
    }

    /** That moment if it is in working time, else the next at which work begins. */
    public Instant nextWorkingMoment(Instant at) {
        return isWorkingTime(at) ? at : walk(at, Duration.ofNanos(1)).minusNanos(1);
    }

    /**
     * The first moment at which that much working time has passed since {@code at}.
     *
     * @param length not negative; after none, it is {@code at} itself
     */
    public Instant plusWorking(Instant at, Duration length) {
        return length.isZero() ? at : walk(at, length);
    }

    private Instant walk(Instant at, Duration length) {
        LocalDate day = dayOf(at);
        Duration left = length;
        for (int count = 0; count < FURTHEST_DAYS; count++, day = day.plusDays(1)) {
            Shift shift = shift(day);
            Duration worked = shift.within(at, shift.end());
            if (left.compareTo(worked) <= 0) {
                return (at.isAfter(shift.begin()) ? at : shift.begin()).plus(left);
            }
            left = left.minus(worked);
        }
        throw new IllegalStateException("no working time within %d days after %s".formatted(FURTHEST_DAYS, at));
    }

    private LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}

package dev.handover.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.plan.Plan.Weekday;
import dev.handover.plan.Plan.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Against examples by hand, and against a count of single minutes. */
class WorkingTimeTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<Weekday> MONDAY_TO_FRIDAY =
            List.of(Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY, Weekday.THURSDAY, Weekday.FRIDAY);

    private static WorkingTime time(String zone, List<Weekday> days, String from, String to, String... holidays) {
        var hours = new WorkingHours(days, LocalTime.parse(from), LocalTime.parse(to), List.of(holidays));
        return WorkingTime.of(hours, ZoneId.of(zone));
    }

    private static WorkingTime office(String... holidays) {
        return time("Europe/Berlin", MONDAY_TO_FRIDAY, "08:00", "18:00", holidays);
    }

    private static Instant berlin(String local) {
        return ZonedDateTime.of(LocalDateTime.parse(local), BERLIN).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        // within a day, from before it, over it, over a night, over a weekend
        "2026-03-02T09:00, 2026-03-02T11:30, PT2H30M",
        "2026-03-02T05:00, 2026-03-02T09:00, PT1H",
        "2026-03-02T05:00, 2026-03-02T23:00, PT10H",
        "2026-03-02T17:00, 2026-03-03T09:00, PT2H",
        "2026-03-06T17:00, 2026-03-09T09:00, PT2H",
        "2026-03-07T00:00, 2026-03-08T23:59, PT0S",
        // backwards is nothing
        "2026-03-03T09:00, 2026-03-02T09:00, PT0S",
        // 29 February of a leap year is a Tuesday like any other
        "2028-02-28T08:00, 2028-03-01T18:00, PT30H",
        // Good Friday and Easter Monday, the Reformation (Hamburg), the day that the plan adds
        "2026-04-02T08:00, 2026-04-07T18:00, PT20H",
        "2028-10-31T00:00, 2028-10-31T23:00, PT0S",
        "2026-12-23T08:00, 2026-12-28T18:00, PT20H",
    })
    void workingTimeBetweenTwoMomentsIsCounted(String from, String to, Duration expected) {
        var hamburg = office("DE-HH", "2026-12-24");

        assertThat(hamburg.workingDurationBetween(berlin(from), berlin(to))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T07:59:59, false",
        "2026-03-02T08:00:00, true",
        "2026-03-02T17:59:59, true",
        "2026-03-02T18:00:00, false",
        "2026-03-07T12:00:00, false",
        "2026-05-01T12:00:00, false",
        "2026-10-31T12:00:00, false",
        "2028-10-31T12:00:00, false",
        "2026-05-04T12:00:00, true"
    })
    void theFirstSecondOfTheDayIsWorkingTimeAndTheFirstAfterItIsNot(String at, boolean expected) {
        assertThat(office("DE-HH").isWorkingTime(berlin(at))).isEqualTo(expected);
    }

    @Test
    void aHolidayOfOneRegionIsAWorkingDayInAnother() {
        var reformation = LocalDate.of(2028, 10, 31);

        assertThat(office("DE-HH").isWorkingDay(reformation)).isFalse();
        assertThat(office("DE-BY").isWorkingDay(reformation)).isTrue();
        assertThat(office("DE").isWorkingDay(reformation)).isTrue();
        assertThat(office().isWorkingDay(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(office("US").isWorkingDay(LocalDate.of(2026, 11, 26))).isFalse();
    }

    @Test
    void aDayOnWhichClocksChangeIsAsLongAsItIs() {
        var days = List.of(Weekday.values());
        var nights = time("Europe/Berlin", days, "00:00", "06:00");

        assertThat(nights.workingDurationBetween(berlin("2026-03-29T00:00"), berlin("2026-03-29T12:00")))
                .hasHours(5);
        assertThat(nights.workingDurationBetween(berlin("2026-10-25T00:00"), berlin("2026-10-25T12:00")))
                .hasHours(7);
    }

    @Test
    void hoursThatTheClocksLeaveOutAreNone() {
        var skipped = time("Europe/Berlin", List.of(Weekday.values()), "02:15", "03:00");

        assertThat(skipped.workingDurationBetween(berlin("2026-03-29T00:00"), berlin("2026-03-29T12:00")))
                .isZero();
        assertThat(skipped.nextWorkingMoment(berlin("2026-03-29T00:00"))).isEqualTo(berlin("2026-03-30T02:15"));
    }

    @Test
    void theNextWorkingMomentIsNowOrWhenWorkBegins() {
        var hamburg = office("DE-HH");

        assertThat(hamburg.nextWorkingMoment(berlin("2026-03-02T12:34"))).isEqualTo(berlin("2026-03-02T12:34"));
        assertThat(hamburg.nextWorkingMoment(berlin("2026-03-02T18:00"))).isEqualTo(berlin("2026-03-03T08:00"));
        assertThat(hamburg.nextWorkingMoment(berlin("2026-04-02T18:00"))).isEqualTo(berlin("2026-04-07T08:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03, 2026-03-02", // Tuesday
        "2026-03-02, 2026-02-27", // Monday
        "2026-03-01, 2026-02-27", // Sunday
        "2026-02-28, 2026-02-27", // Saturday
        "2026-04-07, 2026-04-02" // the day after Easter Monday: Good Friday is none either
    })
    void theWorkingDayBeforeIsNeitherAtTheWeekendNorAHoliday(LocalDate day, LocalDate before) {
        assertThat(office("DE-HH").workingDayBefore(day)).isEqualTo(before);
    }

    @Test
    void workingTimeIsAddedOverNightsAndWeekends() {
        assertThat(office().plusWorking(berlin("2026-03-06T17:00"), Duration.ofHours(1)))
                .isEqualTo(berlin("2026-03-06T18:00"));
        assertThat(office().plusWorking(berlin("2026-03-06T17:00"), Duration.ofMinutes(61)))
                .isEqualTo(berlin("2026-03-09T08:01"));
        assertThat(office().plusWorking(berlin("2026-03-07T17:00"), Duration.ZERO))
                .isEqualTo(berlin("2026-03-07T17:00"));
    }

    @Test
    void aCalendarWithoutAWorkingDayIsTold() {
        var never = time("Europe/Berlin", List.of(), "08:00", "18:00");

        assertThatThrownBy(() -> never.workingDayBefore(LocalDate.of(2026, 3, 2)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> never.nextWorkingMoment(berlin("2026-03-02T12:00")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("no working time");
    }

    static Stream<WorkingTime> calendars() {
        return Stream.of(
                office(),
                office("DE-HH", "2026-12-24"),
                time("America/New_York", MONDAY_TO_FRIDAY, "00:00", "23:59", "US"),
                time("Australia/Lord_Howe", List.of(Weekday.values()), "00:30", "05:45"),
                time("Asia/Kathmandu", List.of(Weekday.SUNDAY, Weekday.TUESDAY), "09:15", "17:45"));
    }

    /** The same count again, minute by minute: a minute counts if the wall clock shows working hours at its begin. */
    private static long minutesWorked(WorkingTime time, Instant from, Instant to) {
        return LongStream.range(0, Duration.between(from, to).toMinutes())
                .filter(minute -> clockShowsWork(time, from.plus(minute, ChronoUnit.MINUTES)))
                .count();
    }

    private static boolean clockShowsWork(WorkingTime time, Instant at) {
        var clock = at.atZone(time.zone());
        return time.isWorkingDay(clock.toLocalDate())
                && !clock.toLocalTime().isBefore(time.from())
                && clock.toLocalTime().isBefore(time.to());
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void everyCountIsThatOfItsMinutes(WorkingTime time) {
        var random = new Random(20261126);
        var year = Instant.parse("2026-01-01T00:00:00Z");
        for (int sample = 0; sample < 150; sample++) {
            var from = year.plus(random.nextInt(365 * 24 * 60), ChronoUnit.MINUTES);
            var to = from.plus(random.nextInt(6 * 24 * 60), ChronoUnit.MINUTES);
            var worked = time.workingDurationBetween(from, to);

            assertThat(worked).as("%s to %s", from, to).hasMinutes(minutesWorked(time, from, to));
            assertThat(time.isWorkingTime(from)).as("at %s", from).isEqualTo(clockShowsWork(time, from));
            if (!worked.isZero()) {
                var end = time.plusWorking(from, worked);
                assertThat(end).isBeforeOrEqualTo(to);
                assertThat(time.workingDurationBetween(from, end)).isEqualTo(worked);
                assertThat(time.workingDurationBetween(from, end.minusSeconds(60)))
                        .isLessThan(worked);
            }
        }
    }
}

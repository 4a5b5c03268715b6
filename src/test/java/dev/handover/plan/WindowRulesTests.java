package dev.handover.plan;

import static dev.handover.plan.PlanTestData.mistakesOf;
import static dev.handover.plan.PlanTestData.read;
import static dev.handover.plan.PlanTestData.smallWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Submitted at 2026-03-02T10:00Z, which is 11:00 in Berlin. */
class WindowRulesTests {

    private static final String WINDOW =
            "  zone: Europe/Berlin\n  start: PT20M\n  end: PT4H20M\n  freezeStart: PT0S\n  freezeEnd: P1D\n";

    private static String window(String zone, String start, String end, String freezeStart, String freezeEnd) {
        return smallWith(
                WINDOW,
                "  zone: %s\n  start: %s\n  end: %s\n  freezeStart: %s\n  freezeEnd: %s\n"
                        .formatted(zone, start, end, freezeStart, freezeEnd));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-14T22:00, 2026-03-14T21:00:00Z",
        "Europe/Berlin, 2026-03-14T22:00:30, 2026-03-14T21:00:30Z",
        "America/New_York, 2026-03-14T22:00, 2026-03-15T02:00:00Z",
        "Asia/Kolkata, 2026-03-14T22:00, 2026-03-14T16:30:00Z",
        "UTC, 2026-03-14T22:00, 2026-03-14T22:00:00Z",
        "Europe/Berlin, 2026-03-14T22:00+05:30, 2026-03-14T16:30:00Z",
        "Europe/Berlin, 2026-03-14T22:00Z, 2026-03-14T22:00:00Z",
        "Europe/Berlin, P12D, 2026-03-14T10:00:00Z",
        "Europe/Berlin, P12DT3H4M5S, 2026-03-14T13:04:05Z",
    })
    void aTimeIsWrittenInThreeWays(String zone, String start, Instant expected) {
        Plan plan = read(window(zone, start, "2026-03-20T00:00Z", "PT0S", "P30D"));

        assertThat(plan.releaseWindow().start()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-03-02T11:00 | PT4H             | -PT1H            | P1D              | /releaseWindow/start       | The window starts in the past.                        | Write a time after 2026-03-02T11:00.
                    -PT1S            | PT4H             | -PT1H            | P1D              | /releaseWindow/start       | The window starts in the past.                        | Write a time after 2026-03-02T11:00.
                    2026-03-14T22:00 | 2026-03-14T21:59 | 2026-03-14T18:00 | 2026-03-15T18:00 | /releaseWindow/end         | The window ends before it starts.                     | Write a time after 2026-03-14T22:00.
                    2026-03-14T22:00 | 2026-03-14T22:00 | 2026-03-14T18:00 | 2026-03-15T18:00 | /releaseWindow/end         | The window ends before it starts.                     | Write a time after 2026-03-14T22:00.
                    2026-03-14T22:00 | 2026-03-15T02:00 | 2026-03-15T18:00 | 2026-03-14T18:00 | /releaseWindow/freezeEnd   | The freeze period ends before it starts.              | Write a time after 2026-03-15T18:00.
                    2026-03-14T22:00 | 2026-03-15T02:00 | 2026-03-14T23:00 | 2026-03-15T18:00 | /releaseWindow/freezeStart | The freeze period starts after the window has started. | Write 2026-03-14T22:00 or an earlier time.
                    2026-03-14T22:00 | 2026-03-15T02:00 | 2026-03-14T18:00 | 2026-03-15T01:59 | /releaseWindow/freezeEnd   | The freeze period ends before the window has ended.   | Write 2026-03-15T02:00 or a later time.
                    2026-03-29T02:30 | 2026-03-29T06:00 | 2026-03-28T18:00 | 2026-03-30T18:00 | /releaseWindow/start       | 2026-03-29T02:30 does not exist in Europe/Berlin: the clocks go from 02:00 straight to 03:00. | Write a time that exists, for example 2026-03-29T03:00.
                    2026-10-24T22:00 | 2026-10-25T02:30 | 2026-10-24T18:00 | 2026-10-26T18:00 | /releaseWindow/end         | 2026-10-25T02:30 happens twice in Europe/Berlin: the clocks go back from 03:00 to 02:00. | Say which one is meant: 2026-10-25T02:30+02:00 for the first or 2026-10-25T02:30+01:00 for the second.
                    2206-03-14T22:00 | 2206-03-15T02:00 | 2026-03-14T18:00 | 2026-03-15T18:00 | /releaseWindow/start       | The time is more than ten years away.                 | Check the year.
                    """)
    void aTimeThatCannotBeMeantIsTold(
            String start,
            String end,
            String freezeStart,
            String freezeEnd,
            String pointer,
            String message,
            String mend) {
        assertThat(mistakesOf(window("Europe/Berlin", start, end, freezeStart, freezeEnd)))
                .extracting(PlanError::pointer, PlanError::message, PlanError::mend)
                .contains(tuple(pointer, message, mend));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T01:59, 2026-03-29T00:59:00Z",
        "2026-03-29T03:00, 2026-03-29T01:00:00Z",
        "2026-10-25T02:30+02:00, 2026-10-25T00:30:00Z",
        "2026-10-25T02:30+01:00, 2026-10-25T01:30:00Z",
        "2026-10-25T03:00, 2026-10-25T02:00:00Z",
    })
    void aTimeBesideAChangeOfClocksIsUnderstood(String start, Instant expected) {
        Plan plan = read(window("Europe/Berlin", start, "P300D", "PT0S", "P300D"));

        assertThat(plan.releaseWindow().start()).isEqualTo(expected);
    }

    @Test
    void aWindowMayFillItsFreezePeriodExactly() {
        Plan plan = read(window("Europe/Berlin", "PT1S", "PT4H", "PT1S", "PT4H"));

        assertThat(Duration.between(
                        plan.releaseWindow().start(), plan.releaseWindow().end()))
                .isEqualTo(Duration.ofHours(4).minusSeconds(1));
    }

    @Test
    void disorderIsToldEvenWhereTheZoneIsUnknown() {
        assertThat(mistakesOf(window(
                        "Europe/Hamburg",
                        "2026-03-14T22:00",
                        "2026-03-14T21:00",
                        "2026-03-14T18:00",
                        "2026-03-15T18:00")))
                .extracting(PlanError::pointer, PlanError::mend)
                .containsExactly(
                        tuple("/releaseWindow/zone", "Write an IANA name, for example Europe/Berlin."),
                        tuple("/releaseWindow/end", "Write a time after 2026-03-14T22:00:00Z."));
    }

    @Test
    void withoutAZoneATimeIsPastOnlyIfItIsPastEverywhere() {
        assertThat(mistakesOf(window("Nowhere", "2026-03-02T01:00", "PT4H", "-P2D", "P1D")))
                .extracting(PlanError::pointer)
                .containsExactly("/releaseWindow/zone");
        assertThat(mistakesOf(window("Nowhere", "2026-03-01T09:00", "PT4H", "-P2D", "P1D")))
                .extracting(PlanError::pointer)
                .containsExactly("/releaseWindow/zone", "/releaseWindow/start");
    }

    @Test
    void timesThatCannotBeReadHideNoOtherMistake() {
        assertThat(mistakesOf(window("Europe/Berlin", "tomorrow", "P1W", "2026-02-30T10:00", "14.3.2026")))
                .extracting(PlanError::pointer, PlanError::message)
                .containsExactly(
                        tuple("/releaseWindow/start", "\"tomorrow\" is not a point in time."),
                        tuple("/releaseWindow/end", "\"P1W\" is not a point in time."),
                        tuple("/releaseWindow/freezeStart", "\"2026-02-30T10:00\" is not a point in time."),
                        tuple("/releaseWindow/freezeEnd", "\"14.3.2026\" is not a point in time."));
    }
}

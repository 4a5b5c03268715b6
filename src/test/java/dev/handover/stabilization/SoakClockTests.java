package dev.handover.stabilization;

import static dev.handover.stabilization.SoakClock.Hold.LENGTH;
import static dev.handover.stabilization.SoakClock.Hold.OPEN_EXCEPTION;
import static dev.handover.stabilization.SoakClock.Hold.QUIET_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Period of 14 days with 3 days of quiet, from 1 March 2026 08:00; clocks change in Europe on 29 March. */
class SoakClockTests {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final Duration LENGTH_OF_PERIOD = Duration.ofDays(14);
    private static final Duration QUIET = Duration.ofDays(3);
    private static final Instant LENGTH_ENDS = Instant.parse("2026-03-15T08:00:00Z");

    private final SoakClock untouched = new SoakClock(START, LENGTH_OF_PERIOD, QUIET, null, null, 0);

    @Test
    void closesWhenTheLengthIsOverAndNothingEverBreached() {
        assertThat(untouched.earliestClose(START)).isEqualTo(LENGTH_ENDS);
        assertThat(untouched.nextLook(START)).isEqualTo(LENGTH_ENDS);
        assertThat(untouched.quietSince()).isEqualTo(START);
    }

    @Test
    void isNotOverOneNanosecondBeforeTheLimitAndIsOverExactlyAtIt() {
        assertThat(untouched.isQuietLongEnough(LENGTH_ENDS.minusNanos(1))).isFalse();
        assertThat(untouched.isQuietLongEnough(LENGTH_ENDS)).isTrue();
        assertThat(untouched.isQuietLongEnough(LENGTH_ENDS.plusNanos(1))).isTrue();
    }

    @ParameterizedTest(name = "breach until {0}: closes {1}")
    @CsvSource({
        "2026-03-01T08:00:00Z, 2026-03-15T08:00:00Z",
        "2026-03-12T07:59:59Z, 2026-03-15T08:00:00Z",
        "2026-03-12T08:00:00Z, 2026-03-15T08:00:00Z",
        "2026-03-12T08:00:01Z, 2026-03-15T08:00:01Z",
        "2026-03-15T07:59:59Z, 2026-03-18T07:59:59Z",
        "2026-03-16T20:00:00Z, 2026-03-19T20:00:00Z",
        "2026-03-27T01:30:00Z, 2026-03-30T01:30:00Z"
    })
    void waitsForTheWholeQuietTimeAfterABreach(Instant breachedUntil, Instant close) {
        var breached = breached(breachedUntil, 0);

        assertThat(breached.earliestClose(breachedUntil)).isEqualTo(close);
        assertThat(breached.isQuietLongEnough(close.minusMillis(1))).isFalse();
        assertThat(breached.isQuietLongEnough(close)).isTrue();
    }

    @Test
    void aPeriodWithoutQuietTimeIsHeldByItsLengthOnly() {
        var breachedAtTheEnd = new SoakClock(START, LENGTH_OF_PERIOD, Duration.ZERO, LENGTH_ENDS, null, 0);

        assertThat(breachedAtTheEnd.isQuietLongEnough(LENGTH_ENDS)).isTrue();
    }

    @Test
    void aPeriodShorterThanItsQuietTimeLastsAsLongAsTheQuietTime() {
        var shorter = new SoakClock(START, Duration.ofDays(1), QUIET, null, null, 0);

        assertThat(shorter.earliestClose(START)).isEqualTo(START.plus(QUIET));
        assertThat(shorter.holds(START.plus(Duration.ofDays(2)))).containsExactly(QUIET_TIME);
    }

    @Test
    void anOpenExceptionHoldsTheClockHoweverLongItIsQuiet() {
        var held = breached(START.plus(Duration.ofDays(1)), 1);
        var longAfter = LENGTH_ENDS.plus(Duration.ofDays(30));

        assertThat(held.isQuietLongEnough(longAfter)).isFalse();
        assertThat(held.holds(longAfter)).containsExactly(OPEN_EXCEPTION);
        assertThat(held.earliestClose(longAfter)).isEqualTo(longAfter);
    }

    @Test
    void aBreachThatIsNotOverMovesTheEarliestCloseWithTime() {
        var now = LENGTH_ENDS.plus(Duration.ofDays(30));

        assertThat(breached(now, 1).earliestClose(now)).isEqualTo(now.plus(QUIET));
        assertThat(breached(now, 1).holds(now)).containsExactly(OPEN_EXCEPTION, QUIET_TIME);
    }

    @Test
    void anOpenExceptionEarlyInThePeriodDoesNotMoveTheEndYet() {
        var now = START.plus(Duration.ofDays(2));

        assertThat(breached(now, 2).earliestClose(now)).isEqualTo(LENGTH_ENDS);
        assertThat(breached(now, 2).nextLook(now)).isEqualTo(LENGTH_ENDS);
    }

    @ParameterizedTest(name = "quiet time {0}: next look after {1}")
    @CsvSource({"PT0S, PT1M", "PT59S, PT1M", "PT2M, PT2M", "PT1H, PT1H", "P3D, PT1H"})
    void aHeldClockIsLookedAtOftenEnoughToCloseSoonAndNotWithoutPause(Duration quiet, Duration pace) {
        var held = new SoakClock(START, Duration.ZERO, quiet, START, null, 1);

        assertThat(held.nextLook(LENGTH_ENDS)).isEqualTo(LENGTH_ENDS.plus(pace));
    }

    @Test
    void anExtensionMovesTheEndAndNothingElse() {
        var until = LENGTH_ENDS.plus(Duration.ofDays(7));
        var extended = new SoakClock(START, LENGTH_OF_PERIOD, QUIET, null, until, 0);

        assertThat(extended.holds(until.minusNanos(1))).containsExactly(LENGTH);
        assertThat(extended.isQuietLongEnough(until)).isTrue();
        assertThat(extended.quietSince()).isEqualTo(START);
    }

    @Test
    void anExtensionThatEndsBeforeTheLengthChangesNothing() {
        var extended = new SoakClock(START, LENGTH_OF_PERIOD, QUIET, null, LENGTH_ENDS.minusSeconds(1), 0);

        assertThat(extended.lengthEnds()).isEqualTo(LENGTH_ENDS);
    }

    @Test
    void aRelapseReopensAPeriodThatCouldHaveBeenClosed() {
        var relapse = LENGTH_ENDS.plus(Duration.ofHours(5));
        assertThat(untouched.isQuietLongEnough(relapse)).isTrue();

        assertThat(breached(relapse, 1).isQuietLongEnough(relapse)).isFalse();
        var resolved = breached(relapse, 0);
        assertThat(resolved.isQuietLongEnough(relapse)).isFalse();
        assertThat(resolved.isQuietLongEnough(relapse.plus(QUIET))).isTrue();
    }

    @Test
    void saysEverythingThatKeepsItOpen() {
        var breachedUntil = LENGTH_ENDS.minus(Duration.ofDays(2));

        assertThat(breached(breachedUntil, 0).holds(breachedUntil)).containsExactly(LENGTH, QUIET_TIME);
        assertThat(breached(breachedUntil, 3).holds(breachedUntil)).containsExactly(LENGTH, OPEN_EXCEPTION, QUIET_TIME);
        assertThat(untouched.holds(LENGTH_ENDS)).isEmpty();
    }

    @Test
    void aTimerIsSetToTheNextWholeSecondSoThatItNeverFiresTooEarly() {
        var fraction = breached(Instant.parse("2026-03-14T08:00:00.000001Z"), 0);
        var whole = breached(Instant.parse("2026-03-14T08:00:00Z"), 0);

        assertThat(fraction.nextLook(START)).isEqualTo(Instant.parse("2026-03-17T08:00:01Z"));
        assertThat(whole.nextLook(START)).isEqualTo(Instant.parse("2026-03-17T08:00:00Z"));
        assertThat(fraction.isQuietLongEnough(fraction.nextLook(START))).isTrue();
    }

    @Test
    void aBreachReportedByAClockThatIsAheadCountsFromItsOwnTime() {
        var ahead = LENGTH_ENDS.plus(Duration.ofMinutes(4));

        assertThat(breached(ahead, 0).earliestClose(LENGTH_ENDS)).isEqualTo(ahead.plus(QUIET));
        assertThat(breached(ahead, 1).earliestClose(LENGTH_ENDS)).isEqualTo(ahead.plus(QUIET));
    }

    private static SoakClock breached(Instant until, int openExceptions) {
        return new SoakClock(START, LENGTH_OF_PERIOD, QUIET, until, null, openExceptions);
    }
}

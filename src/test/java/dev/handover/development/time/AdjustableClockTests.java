package dev.handover.development.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class AdjustableClockTests {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private final AdjustableClock clock = new AdjustableClock(InstantSource.fixed(NOON));

    @Test
    void showsTheRealTimeUntilItIsMoved() {
        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(clock.offset()).isZero();
    }

    @Test
    void goesForwardAndBackToTheRealTime() {
        clock.forward(Duration.ofHours(1));
        clock.forward(Duration.ofMinutes(10));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(70 * 60));

        clock.reset();
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void goesForwardToAGivenTime() {
        clock.forwardTo(Instant.parse("2027-03-08T08:30:00Z"));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2027-03-08T08:30:00Z"));
    }

    @Test
    void keepsTickingAfterAJump() {
        var real = new ArrayList<>(List.of(NOON, NOON.plusSeconds(5)));
        var ticking = new AdjustableClock(() -> real.remove(0));
        ticking.forward(Duration.ofDays(1));
        assertThat(ticking.instant()).isEqualTo(NOON.plus(Duration.ofDays(1)));
        assertThat(ticking.instant()).isEqualTo(NOON.plus(Duration.ofDays(1)).plusSeconds(5));
    }

    @Test
    void neverGoesBackOrNowhereOrTooFar() {
        for (var wrong : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(20 * 365L + 1))) {
            assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> clock.forward(wrong));
        }
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> clock.forwardTo(NOON.minusSeconds(1)));
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void theLimitCountsAllJumpsTogether() {
        clock.forward(AdjustableClock.FURTHEST);
        assertThatExceptionOfType(DateTimeException.class)
                .isThrownBy(() -> clock.forward(Duration.ofNanos(1)))
                .withMessageContaining("twenty years");
        assertThat(clock.offset()).isEqualTo(AdjustableClock.FURTHEST);
    }

    @Test
    void followersAreToldAtOnceAndAfterEveryMove() {
        var told = new ArrayList<Duration>();
        clock.forward(Duration.ofHours(2));
        clock.onMove(told::add);
        clock.forward(Duration.ofHours(1));
        clock.reset();
        assertThat(told).containsExactly(Duration.ofHours(2), Duration.ofHours(3), Duration.ZERO);
    }

    @Test
    void aViewInAnotherZoneMovesAlong() {
        var berlin = clock.withZone(ZoneId.of("Europe/Berlin"));
        clock.forward(Duration.ofHours(1));
        assertThat(berlin.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(berlin.instant()).isEqualTo(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void jumpsOfSeveralThreadsAddUp() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> hundredSeconds = () -> {
                for (int i = 0; i < 100; i++) {
                    clock.forward(Duration.ofSeconds(1));
                }
                return null;
            };
            for (var done :
                    threads.invokeAll(List.of(hundredSeconds, hundredSeconds, hundredSeconds, hundredSeconds))) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(clock.offset()).isEqualTo(Duration.ofSeconds(400));
    }
}

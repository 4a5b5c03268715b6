package dev.handover.stabilization;

import static dev.handover.stabilization.Arrival.Order.BEFORE_PERIOD;
import static dev.handover.stabilization.Arrival.Order.IN_ORDER;
import static dev.handover.stabilization.Arrival.Order.OVERTAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArrivalTests {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant NEWEST = START.plusSeconds(3_600);
    private static final Instant NOW = START.plusSeconds(7_200);

    @Test
    void theFirstReadingOfAPeriodIsInOrder() {
        assertThat(arrival(START, null)).isEqualTo(IN_ORDER);
    }

    @Test
    void whatWasObservedBeforeThePeriodSaysNothingAboutIt() {
        var arrival = Arrival.of(START.minusNanos(1_000), NOW, START, null);

        assertThat(arrival.order()).isEqualTo(BEFORE_PERIOD);
        assertThat(arrival.isLate()).isTrue();
        assertThat(arrival.counts()).isFalse();
    }

    @Test
    void aReadingOlderThanTheNewestIsLateButCounts() {
        var arrival = Arrival.of(NEWEST.minusNanos(1_000), NOW, START, NEWEST);

        assertThat(arrival.order()).isEqualTo(OVERTAKEN);
        assertThat(arrival.isLate()).isTrue();
        assertThat(arrival.counts()).isTrue();
    }

    @Test
    void aReadingOfTheSameInstantOrLaterIsInOrder() {
        assertThat(arrival(NEWEST, NEWEST)).isEqualTo(IN_ORDER);
        assertThat(arrival(NEWEST.plusNanos(1_000), NEWEST)).isEqualTo(IN_ORDER);
    }

    private static Arrival.Order arrival(Instant observedAt, Instant newest) {
        return Arrival.of(observedAt, NOW, START, newest).order();
    }
}

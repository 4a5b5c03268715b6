package dev.handover.stabilization;

import java.time.Instant;

/**
 * How a reading came in, compared with what was there before.
 *
 * @param order whether it came in the order in which things happened
 */
record Arrival(Instant observedAt, Instant receivedAt, Order order) {

    enum Order {
        /** At least as new as every other reading of its signal. */
        IN_ORDER,
        /** A newer reading of its signal was there already. */
        OVERTAKEN,
        /** Observed before the period began: kept for the record, and says nothing about the period. */
        BEFORE_PERIOD
    }

    /** @param newest observation of the newest reading of the same signal so far; null if there is none */
    static Arrival of(Instant observedAt, Instant receivedAt, Instant periodStart, Instant newest) {
        if (observedAt.isBefore(periodStart)) {
            return new Arrival(observedAt, receivedAt, Order.BEFORE_PERIOD);
        }
        var overtaken = newest != null && observedAt.isBefore(newest);
        return new Arrival(observedAt, receivedAt, overtaken ? Order.OVERTAKEN : Order.IN_ORDER);
    }

    boolean isLate() {
        return order != Order.IN_ORDER;
    }

    /** True if the reading can open an exception and move the soak clock. */
    boolean counts() {
        return order != Order.BEFORE_PERIOD;
    }
}

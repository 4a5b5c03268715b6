package dev.handover.access;

import java.util.function.Supplier;

/**
 * Whether two calls take the same time, as somebody sees it who repeats them and looks at the shortest of each: a busy machine
 * only ever adds. Measured until they agree within a fifth or a millisecond, or too often for that to be chance.
 */
final class Pace {

    static final String EVEN = "even";

    private static final int AT_MOST = 300;
    private static final double DIFFERENCE = 0.2;
    private static final long DIFFERENCE_NANOS = 1_000_000;

    private Pace() {}

    /**
     * @param rounds that are measured at least
     * @return {@link #EVEN}, or both times in words
     */
    static String compare(int rounds, Supplier<?> one, Supplier<?> other) {
        var first = Long.MAX_VALUE;
        var second = Long.MAX_VALUE;
        for (var round = 1; round <= AT_MOST; round++) {
            first = Math.min(first, nanos(one));
            second = Math.min(second, nanos(other));
            if (round >= rounds && agree(first, second)) {
                return EVEN;
            }
        }
        return "%,d and %,d µs".formatted(first / 1_000, second / 1_000);
    }

    private static boolean agree(long first, long second) {
        return Math.abs(first - second) <= Math.max(DIFFERENCE_NANOS, DIFFERENCE * second);
    }

    private static long nanos(Supplier<?> call) {
        var begun = System.nanoTime();
        call.get();
        return System.nanoTime() - begun;
    }
}

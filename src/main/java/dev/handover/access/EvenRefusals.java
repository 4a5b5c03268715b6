package dev.handover.access;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/**
 * Lets every refused login take the same time. An account that is unknown is told from one that is there by a few milliseconds of
 * database otherwise, and a list of user ids is half of what a guesser needs.
 */
@Component
class EvenRefusals {

    /** Requests that wait here at once, on this node. More are answered as they come: that many at once hide the difference. */
    private static final int PLACES = 100;

    private final Semaphore places = new Semaphore(PLACES);
    private final long nanos;

    EvenRefusals(LoginSettings settings) {
        this.nanos = settings.refusalTakes().toNanos();
    }

    /** Returns when the time is up. @param begun {@link System#nanoTime} when the attempt came in */
    void complete(long begun) {
        if (!places.tryAcquire()) {
            return;
        }
        try {
            waitUntil(begun + nanos);
        } finally {
            places.release();
        }
    }

    private static void waitUntil(long end) {
        for (var left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            if (Thread.currentThread().isInterrupted()) {
                return; // the node stops
            }
            LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
        }
    }
}

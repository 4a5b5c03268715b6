package dev.handover.development.time;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes a server slow on demand: while switched on, every caller is held for a fixed time of the real clock. Switching off
 * lets all of them go at once. Safe for use by several threads.
 */
public final class Slowness {

    private final Duration hold;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition switchedOff = lock.newCondition();
    private boolean on;

    /** @param hold how long a caller waits while this is on */
    public Slowness(Duration hold) {
        this.hold = hold;
    }

    public Duration hold() {
        return hold;
    }

    public boolean isOn() {
        lock.lock();
        try {
            return on;
        } finally {
            lock.unlock();
        }
    }

    /** Switches on or off. */
    public void set(boolean slow) {
        lock.lock();
        try {
            on = slow;
            if (!slow) {
                switchedOff.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns at once while off; else when the time has passed, or this is switched off, or the thread is interrupted. */
    public void pass() {
        lock.lock();
        try {
            var left = hold.toNanos();
            while (on && left > 0) {
                left = switchedOff.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** How many callers wait at this moment. */
    public int waiting() {
        lock.lock();
        try {
            return lock.getWaitQueueLength(switchedOff);
        } finally {
            lock.unlock();
        }
    }
}

package dev.handover.checks.guard;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The time that a piece of outgoing work may take. When it is over, everything watched is closed, which wakes whoever waits
 * for it: socket timeouts alone would let a server that sends one byte a second hold a thread for ever.
 *
 * <p>Measured with the monotonic clock, so a corrected system time changes no limit. Closing the limit itself only gives it
 * up; nothing is cut off then.
 */
public final class TimeLimit implements AutoCloseable {

    private final ScheduledExecutorService watchdog;
    private final TimeLimit parent;
    private final Closeable end = this::end;
    private final Duration length;
    private final long endsAt;
    private final Future<?> alarm;
    private final Set<Closeable> watched = new HashSet<>();
    private boolean ended;

    TimeLimit(ScheduledExecutorService watchdog, Duration length) {
        this(watchdog, null, length);
    }

    private TimeLimit(ScheduledExecutorService watchdog, TimeLimit parent, Duration length) {
        this.watchdog = watchdog;
        this.parent = parent;
        this.length = length;
        this.endsAt = System.nanoTime() + length.toNanos();
        this.alarm = watchdog.schedule(this::end, length.toNanos(), TimeUnit.NANOSECONDS);
        if (parent != null) {
            parent.watch(end);
        }
    }

    /** A part of this limit: over after {@code atMost}, or when this one is over, whichever comes first. */
    public TimeLimit within(Duration atMost) {
        Duration left = remaining();
        return new TimeLimit(watchdog, this, atMost.compareTo(left) < 0 ? atMost : left);
    }

    /** What is left; zero once it is over. */
    public Duration remaining() {
        return isOver() ? Duration.ZERO : Duration.ofNanos(Math.max(0, endsAt - System.nanoTime()));
    }

    public synchronized boolean isOver() {
        return ended || System.nanoTime() - endsAt >= 0;
    }

    /** How long the limit was when it began. */
    Duration length() {
        return length;
    }

    /** Ends the limit now, as if its time were over. */
    public void end() {
        List<Closeable> toClose;
        synchronized (this) {
            ended = true;
            toClose = List.copyOf(watched);
            watched.clear();
        }
        toClose.forEach(TimeLimit::closeQuietly);
    }

    /** Has this closed when the limit is over: at once if it already is. */
    <C extends Closeable> C watch(C closeable) {
        synchronized (this) {
            if (!ended) {
                watched.add(closeable);
                return closeable;
            }
        }
        closeQuietly(closeable);
        return closeable;
    }

    synchronized void forget(Closeable closeable) {
        watched.remove(closeable);
    }

    static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // It is given up either way.
        }
    }

    @Override
    public void close() {
        alarm.cancel(false);
        if (parent != null) {
            parent.forget(end);
        }
    }
}

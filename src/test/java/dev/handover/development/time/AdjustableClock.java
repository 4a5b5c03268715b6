package dev.handover.development.time;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The development clock: the real time plus an offset that can grow, so that a window of next week or a soak clock of
 * fourteen days is seen today. It keeps ticking. Safe for use by several threads.
 *
 * <p>What has a clock of its own, the engine for example, follows by {@link #onMove(Consumer)}.
 */
public final class AdjustableClock extends Clock {

    /** The furthest the clock goes ahead of the real time; keeps every instant within what databases store. */
    static final Duration FURTHEST = Duration.ofDays(20 * 365L);

    private final InstantSource real;
    private final List<Consumer<Duration>> followers = new ArrayList<>();
    private volatile Duration offset = Duration.ZERO;

    /** A clock that shows the system's time until it is moved. */
    public AdjustableClock() {
        this(InstantSource.system());
    }

    /** @param real what the offset is added to */
    public AdjustableClock(InstantSource real) {
        this.real = real;
    }

    /**
     * Moves the clock ahead and tells the followers before it returns.
     *
     * @param by more than zero
     * @throws DateTimeException if {@code by} is zero or negative, or leads more than twenty years ahead of the real time;
     *     the clock then stays where it is
     */
    public synchronized void forward(Duration by) {
        if (by.isZero() || by.isNegative()) {
            throw new DateTimeException("The clock only goes forward: choose a time after now.");
        }
        if (by.compareTo(FURTHEST) > 0 || offset.plus(by).compareTo(FURTHEST) > 0) {
            throw new DateTimeException("That is more than twenty years ahead: choose an earlier time.");
        }
        moveTo(offset.plus(by));
    }

    /**
     * Moves the clock ahead to a given time.
     *
     * @throws DateTimeException if that time is not after now, or too far ahead; the clock then stays where it is
     */
    public synchronized void forwardTo(Instant instant) {
        forward(Duration.between(instant(), instant));
    }

    /** Back to the real time. Whatever has been recorded meanwhile keeps its times, which may then lie in the future. */
    public synchronized void reset() {
        moveTo(Duration.ZERO);
    }

    /**
     * Registers a follower. It is told the offset from the real time at once, and again after every move.
     *
     * @param follower is called while the clock is being moved, and must not move it itself
     */
    public synchronized void onMove(Consumer<Duration> follower) {
        followers.add(follower);
        follower.accept(offset);
    }

    /** How far this clock is ahead of the real time; never negative. */
    public Duration offset() {
        return offset;
    }

    private void moveTo(Duration newOffset) {
        offset = newOffset;
        followers.forEach(follower -> follower.accept(newOffset));
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** A view in another zone; it moves with this clock. */
    @Override
    public Clock withZone(ZoneId zone) {
        return ((InstantSource) this::instant).withZone(zone);
    }
}

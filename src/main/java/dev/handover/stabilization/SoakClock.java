package dev.handover.stabilization;

import dev.handover.shared.Slugged;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * When a stabilization period may be closed: not before its length is over, not before the signals have been quiet for
 * long enough, and not while an exception is open. A pure value as of one instant; in UTC, so daylight saving does not
 * touch it.
 *
 * <p>A breach lasts from its observation until a newer reading of the same signal shows that it is over, or else until
 * its exception is resolved. Quiet time counts from there.
 *
 * @param start when the period began
 * @param length shortest length of the period
 * @param quiet how long no signal may have breached before the period is closed
 * @param breachedUntil until when a signal has breached, which is now for a breach that nothing has shown to be over;
 *     null if none has
 * @param extendedUntil earliest end that an extension asks for; null without one
 * @param openExceptions how many exceptions nobody has resolved yet
 */
public record SoakClock(
        Instant start,
        Duration length,
        Duration quiet,
        Instant breachedUntil,
        Instant extendedUntil,
        int openExceptions) {

    /** Longest and shortest time between two looks at a clock that is held. */
    private static final Duration HELD_LONGEST = Duration.ofHours(1);

    private static final Duration HELD_SHORTEST = Duration.ofMinutes(1);

    /** What still keeps a period open. */
    public enum Hold implements Slugged {
        /** The agreed or extended length is not over. */
        LENGTH,
        /** An exception waits for the support owner. */
        OPEN_EXCEPTION,
        /** The last breach is too recent. */
        QUIET_TIME
    }

    /** When the length, with any extension, is over. */
    public Instant lengthEnds() {
        return latest(start.plus(length), extendedUntil);
    }

    /** Since when no signal has breached. */
    public Instant quietSince() {
        return latest(start, breachedUntil);
    }

    /** True while open exceptions keep the period from being closed, however quiet it is. */
    public boolean isHeld() {
        return openExceptions > 0;
    }

    /**
     * The earliest instant at which the period can be closed, if nothing breaches any more and what is open is resolved
     * now.
     */
    public Instant earliestClose(Instant now) {
        var close = latest(lengthEnds(), quietEnds());
        return isHeld() ? latest(close, now) : close;
    }

    /** True from {@link #earliestClose} on, that very instant included, unless an exception is open. */
    public boolean isQuietLongEnough(Instant now) {
        return holds(now).isEmpty();
    }

    /** What keeps the period open at that instant; empty once it can be closed. */
    public List<Hold> holds(Instant now) {
        var holds = new ArrayList<Hold>();
        if (now.isBefore(lengthEnds())) {
            holds.add(Hold.LENGTH);
        }
        if (isHeld()) {
            holds.add(Hold.OPEN_EXCEPTION);
        }
        if (now.isBefore(quietEnds())) {
            holds.add(Hold.QUIET_TIME);
        }
        return List.copyOf(holds);
    }

    /**
     * When to look at the clock again: the earliest close, rounded up to whole seconds because timers keep no more than
     * milliseconds. A held clock is looked at every so often: after its quiet time, but at least a minute and at most
     * an hour, since nothing tells it when the last exception is resolved.
     */
    public Instant nextLook(Instant now) {
        var close = earliestClose(now);
        return ceiling(isHeld() ? latest(close, now.plus(heldPace())) : close);
    }

    private Instant quietEnds() {
        return quietSince().plus(quiet);
    }

    private Duration heldPace() {
        var pace = quiet.compareTo(HELD_LONGEST) < 0 ? quiet : HELD_LONGEST;
        return pace.compareTo(HELD_SHORTEST) < 0 ? HELD_SHORTEST : pace;
    }

    private static Instant ceiling(Instant instant) {
        var floor = instant.truncatedTo(ChronoUnit.SECONDS);
        return floor.equals(instant) ? floor : floor.plusSeconds(1);
    }

    private static Instant latest(Instant one, Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }
}

package dev.handover.plan;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The release window is ahead, ends after it starts, and lies within its freeze period.
 *
 * @param now when the plan is submitted
 */
record WindowRules(Instant now) implements PlanRule {

    @Override
    public void check(Part plan, Mistakes mistakes) {
        Part window = plan.field("releaseWindow");
        Part start = window.field("start");
        Part end = window.field("end");
        Part freezeStart = window.field("freezeStart");
        Part freezeEnd = window.field("freezeEnd");
        Times times = Times.of(plan, now);
        Stream.of(start, end, freezeStart, freezeEnd).forEach(time -> times.refuseImplausible(time, mistakes));
        boolean isAhead = refusePast(start, times, mistakes);
        boolean isInOrder = refuseDisorder(start, end, "The window ends before it starts.", times, mistakes);
        boolean isFreezeInOrder =
                refuseDisorder(freezeStart, freezeEnd, "The freeze period ends before it starts.", times, mistakes);
        if (isAhead && isFreezeInOrder) {
            refuseLateFreeze(start, freezeStart, times, mistakes);
        }
        if (isAhead && isInOrder && isFreezeInOrder) {
            refuseShortFreeze(end, freezeEnd, times, mistakes);
        }
    }

    private boolean refusePast(Part start, Times times, Mistakes mistakes) {
        boolean isPast = times.isCertainlyPast(start);
        if (isPast) {
            mistakes.add(start, "The window starts in the past.", "Write a time after %s.".formatted(times.shown(now)));
        }
        return !isPast;
    }

    /** @return whether both times are there and in order */
    private static boolean refuseDisorder(Part start, Part end, String message, Times times, Mistakes mistakes) {
        Optional<Instant> from = times.at(start);
        Optional<Instant> to = times.at(end);
        if (from.isEmpty() || to.isEmpty()) {
            return false;
        }
        boolean isInOrder = from.get().isBefore(to.get());
        if (!isInOrder) {
            mistakes.add(end, message, "Write a time after %s.".formatted(times.shown(from.get())));
        }
        return isInOrder;
    }

    private static void refuseLateFreeze(Part start, Part freezeStart, Times times, Mistakes mistakes) {
        Optional<Instant> latest = times.at(start);
        if (latest.isPresent()
                && times.at(freezeStart).filter(latest.get()::isBefore).isPresent()) {
            mistakes.add(
                    freezeStart,
                    "The freeze period starts after the window has started.",
                    "Write %s or an earlier time.".formatted(times.shown(latest.get())));
        }
    }

    private static void refuseShortFreeze(Part end, Part freezeEnd, Times times, Mistakes mistakes) {
        Optional<Instant> earliest = times.at(end);
        if (earliest.isPresent()
                && times.at(freezeEnd).filter(earliest.get()::isAfter).isPresent()) {
            mistakes.add(
                    freezeEnd,
                    "The freeze period ends before the window has ended.",
                    "Write %s or a later time.".formatted(times.shown(earliest.get())));
        }
    }
}

package dev.handover.plan;

import java.util.Optional;

/** A working day ends after it begins, on the same day. */
final class WorkingTimeRules implements PlanRule {

    @Override
    public void check(Part plan, Mistakes mistakes) {
        Part hours = plan.field("workingTime");
        refuseNightShift(hours.field("from"), hours.field("to"), mistakes);
    }

    /** A day that ends in the next one would belong to two days of the week, and to a holiday by half. */
    private static void refuseNightShift(Part from, Part to, Mistakes mistakes) {
        Optional<String> begin = timeOfDay(from);
        Optional<String> end = timeOfDay(to);
        if (begin.isPresent() && end.isPresent() && end.get().compareTo(begin.get()) <= 0) {
            mistakes.add(
                    to,
                    "The working day ends at %s, before it has begun at %s.".formatted(end.get(), begin.get()),
                    "Write a time after %s. Night shifts cannot be stated; take the hours in which decisions are made."
                            .formatted(begin.get()));
        }
    }

    private static Optional<String> timeOfDay(Part time) {
        return time.text().filter(text -> ValueForm.TIME_OF_DAY.problem(text).isEmpty());
    }
}

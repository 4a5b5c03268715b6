package dev.handover.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** Limits of the stabilization period that fit to each other. */
final class StabilizationRules implements PlanRule {

    @Override
    public void check(Part plan, Mistakes mistakes) {
        Part stabilization = plan.field("stabilization");
        refuseQuietLongerThanPeriod(stabilization, mistakes);
        Part thresholds = stabilization.field("thresholds");
        thresholds.schema().fieldNames().forEach(signal -> refuseWatchAboveBreach(thresholds.field(signal), mistakes));
    }

    private static void refuseQuietLongerThanPeriod(Part stabilization, Mistakes mistakes) {
        Part quiet = stabilization.field("quiet");
        Optional<Duration> length = stabilization.field("length").length();
        if (length.isPresent()
                && quiet.length()
                        .filter(each -> each.compareTo(length.get()) > 0)
                        .isPresent()) {
            mistakes.add(
                    quiet,
                    "The quiet time %s is longer than the whole period %s."
                            .formatted(quiet.length().get(), length.get()),
                    "Write at most %s, or lengthen the period.".formatted(length.get()));
        }
    }

    private static void refuseWatchAboveBreach(Part thresholds, Mistakes mistakes) {
        Part watch = thresholds.field("watch");
        OptionalDouble watchFrom = watch.number();
        OptionalDouble breachFrom = thresholds.field("breach").number();
        if (watchFrom.isPresent() && breachFrom.isPresent() && watchFrom.getAsDouble() > breachFrom.getAsDouble()) {
            mistakes.add(
                    watch,
                    "A reading would be a breach before it is watched: watch is above breach.",
                    "Write a watch of at most %s."
                            .formatted(thresholds.field("breach").node().asText()));
        }
    }
}

package dev.handover.plan;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The backup's state is either asked from an address or stated, never both and never neither; what is stated has happened.
 *
 * @param now when the plan is submitted
 */
record BackupRules(Instant now) implements PlanRule {

    @Override
    public void check(Part plan, Mistakes mistakes) {
        Part backup = plan.field("backup");
        if (!backup.node().isObject()) {
            return;
        }
        List<Part> stated = Stream.of("lastBackup", "lastRestoreTest")
                .map(backup::field)
                .filter(Part::isPresent)
                .toList();
        refuseNeitherOrBoth(backup, stated.size(), mistakes);
        Times times = Times.of(plan, now);
        stated.forEach(time -> {
            times.refuseImplausible(time, mistakes);
            if (times.isCertainlyAhead(time)) {
                mistakes.add(time, "The time is still ahead.", "State what has happened, or use statusUrl.");
            }
        });
    }

    private static void refuseNeitherOrBoth(Part backup, int stated, Mistakes mistakes) {
        Part statusUrl = backup.field("statusUrl");
        if (statusUrl.isPresent() && stated > 0) {
            mistakes.add(
                    statusUrl,
                    "The backup has a statusUrl and states its times too, so it is not clear which counts.",
                    "Keep statusUrl, or lastBackup and lastRestoreTest.");
        } else if (!statusUrl.isPresent() && stated < 2) {
            mistakes.add(
                    backup,
                    "Nothing says when the last backup and the last restore test were.",
                    "Add statusUrl, or both lastBackup and lastRestoreTest.");
        }
    }
}

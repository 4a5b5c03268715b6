package dev.handover.board.golive;

import dev.handover.board.OpenTask;
import dev.handover.golive.GoLive;
import dev.handover.shared.Phase;
import dev.handover.signoff.ConditionLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something that has a date.
 *
 * @param what for people
 * @param overdue true if it should have been done by now
 */
record Deadline(String what, Instant at, boolean overdue) {

    /**
     * The one that comes first: a task that is asked for, a condition to be met, the release window. What is overdue comes
     * before what is still to come. Empty once the go-live has ended.
     *
     * @param tasks what waits for somebody
     * @param conditions of approvals that stand
     */
    static Optional<Deadline> first(
            GoLive goLive, List<OpenTask> tasks, List<ConditionLedger.Entry> conditions, Instant now) {
        if (goLive.phase().isFinished()) {
            return Optional.empty();
        }
        var all = window(goLive, now);
        tasks.stream()
                .filter(task -> task.due() != null)
                .map(task -> new Deadline(
                        nameOf(task, goLive), task.due(), task.due().isBefore(now)))
                .forEach(all::add);
        conditions.stream()
                .filter(each -> each.condition().isToBeMet())
                .map(each -> condition(goLive, each, now))
                .forEach(all::add);
        return all.stream().min(Comparator.comparing(Deadline::at));
    }

    /** A window that opens or ends later than now; one that is past has its own tasks. */
    private static List<Deadline> window(GoLive goLive, Instant now) {
        var dates = new ArrayList<Deadline>();
        if (goLive.phase().isBeforeGoLive() && now.isBefore(goLive.windowStart())) {
            dates.add(new Deadline("The release window opens", goLive.windowStart(), false));
        }
        if (goLive.phase() == Phase.RELEASE && now.isBefore(goLive.windowEnd())) {
            dates.add(new Deadline("The release window ends", goLive.windowEnd(), false));
        }
        return dates;
    }

    /** The due day belongs to the time in which a condition may be met. */
    private static Deadline condition(GoLive goLive, ConditionLedger.Entry entry, Instant now) {
        var end =
                entry.condition().due().plusDays(1).atStartOfDay(goLive.zone()).toInstant();
        return new Deadline("Condition: " + entry.condition().text(), end, !end.isAfter(now));
    }

    /** Its name in the Tasklist without customer and environment, which are known here. */
    static String nameOf(OpenTask task, GoLive goLive) {
        return task.name().replace(" – " + goLive.caption(), "");
    }
}

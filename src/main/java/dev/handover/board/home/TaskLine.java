package dev.handover.board.home;

import dev.handover.board.OpenTask;
import dev.handover.board.Times;
import dev.handover.board.briefing.Names;
import dev.handover.golive.GoLive;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * One task on the home page.
 *
 * @param forWhom display name of the person a deputy gets it for; empty if it is the reader's own
 * @param href opens it in the Tasklist
 * @param due in the reader's zone; empty if the model gives no date
 */
record TaskLine(String name, String forWhom, String href, String due, boolean overdue) {

    static TaskLine of(OpenTask task, List<GoLive> goLives, Names names, Function<GoLive, Times> times, Instant now) {
        var href = "/camunda/app/tasklist/default/#/?task=" + task.id();
        var due = task.due() == null ? "" : timesOf(task, goLives, times).showWithZone(task.due());
        return new TaskLine(
                task.name(),
                task.onBehalfOf() == null ? "" : names.of(task.onBehalfOf()),
                href,
                due,
                task.due() != null && task.due().isBefore(now));
    }

    private static Times timesOf(OpenTask task, List<GoLive> goLives, Function<GoLive, Times> times) {
        return goLives.stream()
                .filter(goLive -> goLive.key().equals(task.goLive()))
                .map(times)
                .findFirst()
                .orElse(Times.UTC);
    }
}

package dev.handover.board.home;

import dev.handover.board.OpenTask;
import dev.handover.board.Times;
import dev.handover.board.briefing.Names;
import dev.handover.golive.GoLive;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * One task on the home page.
 *
 * @param forWhom display name of the person a deputy gets it for; empty if it is the reader's own
 * @param href opens it in the Tasklist
 * @param due in the go-live's zone; empty if the model gives no date
 */
record TaskLine(String name, String forWhom, String href, String due, boolean overdue) {

    static TaskLine of(OpenTask task, List<GoLive> goLives, Names names, Instant now) {
        var href = "/camunda/app/tasklist/default/#/?task=" + task.id();
        var due = task.due() == null ? "" : new Times(zone(task, goLives)).showWithZone(task.due());
        return new TaskLine(
                task.name(),
                task.onBehalfOf() == null ? "" : names.of(task.onBehalfOf()),
                href,
                due,
                task.due() != null && task.due().isBefore(now));
    }

    private static ZoneId zone(OpenTask task, List<GoLive> goLives) {
        return goLives.stream()
                .filter(goLive -> goLive.key().equals(task.goLive()))
                .map(GoLive::zone)
                .findFirst()
                .orElse(ZoneOffset.UTC);
    }
}

package dev.handover.board.home;

import dev.handover.board.OpenTask;
import dev.handover.board.Times;
import dev.handover.board.briefing.Names;
import dev.handover.golive.GoLive;
import java.time.Instant;
import java.util.List;

/**
 * Something of a requester's go-live that waits for somebody else. The Tasklist cannot show it: there, a task is for its
 * holder alone.
 *
 * @param who display name, or "nobody yet"
 * @param since in the go-live's zone
 * @param key of the go-live, whose page tells more
 */
record OthersLine(String name, String who, String since, String key, boolean overdue) {

    /** More than this are counted and not listed. */
    static final int LISTED = 10;

    /** @param goLives all that the tasks belong to */
    static List<OthersLine> of(List<OpenTask> waiting, List<GoLive> goLives, Names names, Instant now) {
        return waiting.stream()
                .map(task -> goLives.stream()
                        .filter(goLive -> goLive.key().equals(task.goLive()))
                        .findFirst()
                        .map(goLive -> line(task, goLive, names, now))
                        .orElseThrow())
                .toList();
    }

    private static OthersLine line(OpenTask task, GoLive goLive, Names names, Instant now) {
        return new OthersLine(
                task.name(),
                task.assignee() == null ? "nobody yet" : names.of(task.acting()),
                new Times(goLive.zone()).showWithZone(task.since()),
                task.goLive().value(),
                task.due() != null && task.due().isBefore(now));
    }
}

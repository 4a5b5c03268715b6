package dev.handover.board.home;

import dev.handover.board.OpenTask;
import dev.handover.board.Times;
import dev.handover.board.briefing.Names;
import dev.handover.golive.GoLive;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Something of a requester's go-live that waits for somebody else. The Tasklist cannot show it: there, a task is for its
 * holder alone.
 *
 * @param who display name, or "nobody yet"
 * @param since in the reader's zone
 * @param key of the go-live, whose page tells more
 */
record OthersLine(String name, String who, String since, String key, boolean overdue) {

    /** More than this are counted and not listed. */
    static final int LISTED = 10;

    /** @param goLives all that the tasks belong to */
    static List<OthersLine> of(
            List<OpenTask> waiting, List<GoLive> goLives, Names names, Function<GoLive, Times> times, Instant now) {
        return waiting.stream()
                .map(task -> goLives.stream()
                        .filter(goLive -> goLive.key().equals(task.goLive()))
                        .findFirst()
                        .map(goLive -> line(task, names, times.apply(goLive), now))
                        .orElseThrow())
                .toList();
    }

    private static OthersLine line(OpenTask task, Names names, Times times, Instant now) {
        return new OthersLine(
                task.name(),
                task.assignee() == null ? "nobody yet" : names.of(task.acting()),
                times.showWithZone(task.since()),
                task.goLive().value(),
                task.due() != null && task.due().isBefore(now));
    }
}

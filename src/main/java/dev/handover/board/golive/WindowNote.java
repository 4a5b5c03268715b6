package dev.handover.board.golive;

import dev.handover.board.Times;
import dev.handover.golive.GoLive;
import java.time.Duration;
import java.time.Instant;

/** How much time is left. */
final class WindowNote {

    private WindowNote() {}

    static String of(GoLive goLive, Instant now) {
        if (goLive.phase().isFinished()) {
            return "";
        }
        if (now.isBefore(goLive.windowStart())) {
            return "opens in " + Times.length(Duration.between(now, goLive.windowStart()));
        }
        if (now.isBefore(goLive.windowEnd())) {
            return "open, closes in " + Times.length(Duration.between(now, goLive.windowEnd()));
        }
        return "closed " + Times.length(Duration.between(goLive.windowEnd(), now)) + " ago";
    }
}

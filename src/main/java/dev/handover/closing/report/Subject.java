package dev.handover.closing.report;

import dev.handover.golive.GoLive;
import dev.handover.plan.Plan;
import dev.handover.shared.Directory;
import dev.handover.shared.GoLiveKey;
import java.time.Instant;

/**
 * What a report is about, and how names and times are printed in it.
 *
 * @param asOf when the report is written
 */
record Subject(GoLive goLive, Plan plan, Directory directory, ReportTimes times, Instant asOf) {

    /** Acts of the product itself. Source: {@code Timeline.SYSTEM}. */
    private static final String SYSTEM = dev.handover.golive.Timeline.SYSTEM;

    GoLiveKey key() {
        return goLive.key();
    }

    /** Display name with the user id, since names repeat: {@code Susan Sauer (support)}. */
    String person(String userId) {
        if (userId == null) {
            return "–";
        }
        if (userId.equals(SYSTEM)) {
            return "Handover, by itself";
        }
        var name = directory.nameOf(userId);
        return name.equals(userId) ? userId : "%s (%s)".formatted(name, userId);
    }

    /** Who did something, and when. */
    Cell act(String userId, Instant at) {
        return userId == null ? Cell.nothing() : Cell.of(person(userId)).with(times.show(at));
    }

    Cell time(Instant at) {
        return times.cell(at);
    }
}

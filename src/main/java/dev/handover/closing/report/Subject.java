package dev.handover.closing.report;

import dev.handover.golive.Acting;
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

    /** The same for somebody who may have acted as a deputy. */
    String person(Acting acting) {
        if (acting == null || !acting.isDeputy()) {
            return person(acting == null ? null : acting.by());
        }
        return "%s, deputy for %s".formatted(person(acting.by()), person(acting.onBehalfOf()));
    }

    /** Who did something, and when. */
    Cell act(Acting acting, Instant at) {
        return acting == null ? Cell.nothing() : Cell.of(person(acting)).with(times.show(at));
    }

    Cell act(String userId, Instant at) {
        return act(userId == null ? null : Acting.self(userId), at);
    }

    Cell time(Instant at) {
        return times.cell(at);
    }
}

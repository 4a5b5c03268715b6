package dev.handover.board.deputies;

import dev.handover.access.Viewer;
import dev.handover.board.Times;
import dev.handover.board.briefing.Names;
import dev.handover.golive.Deputy;
import java.time.Instant;
import java.util.UUID;

/**
 * One period on the page.
 *
 * @param days first and last day, as named
 * @param state {@code now}, {@code planned} or {@code over}
 * @param early who ended it before its last day, and when; empty if nobody did
 * @param mayEnd true if the person who looks may end it now
 */
record DeputyLine(
        UUID id,
        String principal,
        String deputy,
        String days,
        String state,
        String note,
        String namedBy,
        String early,
        boolean mayEnd) {

    static DeputyLine of(Deputy deputy, Viewer viewer, Names names, Instant now) {
        var state = deputy.stateAt(now);
        var period = deputy.period();
        return new DeputyLine(
                deputy.id(),
                names.of(deputy.principal()),
                names.of(deputy.deputy()),
                "%s to %s (%s)".formatted(period.first(), period.last(), period.zone()),
                state == Deputy.State.IN_FORCE ? "now" : state.name().toLowerCase(java.util.Locale.ROOT),
                deputy.note(),
                names.of(deputy.namedBy()),
                deputy.endedBy() == null
                        ? ""
                        : "%s, %s"
                                .formatted(
                                        names.of(deputy.endedBy()),
                                        new Times(period.zone()).showWithZone(deputy.endedAt())),
                state != Deputy.State.OVER && (viewer.isAdmin() || deputy.concerns(viewer.userId())));
    }
}

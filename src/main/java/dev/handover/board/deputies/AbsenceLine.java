package dev.handover.board.deputies;

import dev.handover.access.Viewer;
import dev.handover.board.Times;
import dev.handover.board.briefing.Names;
import dev.handover.golive.Absence;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * One absence on the page.
 *
 * @param days first and last day, as entered
 * @param state {@code now}, {@code planned} or {@code over}
 * @param early who ended it before its last day, and when; empty if nobody did
 * @param mayEnd true if the person who looks may end it now
 */
record AbsenceLine(
        UUID id,
        String person,
        String days,
        String state,
        String note,
        String enteredBy,
        String early,
        boolean mayEnd) {

    static AbsenceLine of(Absence absence, Viewer viewer, Names names, Instant now) {
        var state = absence.stateAt(now);
        var period = absence.period();
        return new AbsenceLine(
                absence.id(),
                names.of(absence.person()),
                "%s to %s (%s)".formatted(period.first(), period.last(), period.zone()),
                state.name().toLowerCase(Locale.ROOT),
                absence.note(),
                names.of(absence.enteredBy()),
                absence.endedBy() == null
                        ? ""
                        : "%s, %s"
                                .formatted(
                                        names.of(absence.endedBy()),
                                        new Times(period.zone()).showWithZone(absence.endedAt())),
                state != Absence.State.OVER
                        && (viewer.isAdmin() || absence.person().equals(viewer.userId())));
    }
}

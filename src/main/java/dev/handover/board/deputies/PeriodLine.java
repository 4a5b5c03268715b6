package dev.handover.board.deputies;

import dev.handover.access.Viewer;
import dev.handover.board.Times;
import dev.handover.board.briefing.Names;
import dev.handover.golive.Absence;
import dev.handover.golive.Deputy;
import dev.handover.golive.EnteredPeriod;
import dev.handover.shared.Slugged;
import java.time.Instant;
import java.util.UUID;

/**
 * One absence, or one period with a deputy, on the page.
 *
 * @param person who is away, or is stood for
 * @param deputy empty for an absence
 * @param days first and last day, as entered
 * @param state {@code now}, {@code planned} or {@code over}
 * @param early who ended it before its last day, and when; empty if nobody did
 * @param mayEnd true if the person who looks may end it now
 */
record PeriodLine(
        UUID id,
        String person,
        String deputy,
        String days,
        String state,
        String note,
        String enteredBy,
        String early,
        boolean mayEnd) {

    static PeriodLine of(Deputy deputy, Viewer viewer, Names names, Instant now) {
        return of(deputy, names.of(deputy.principal()), names.of(deputy.deputy()), viewer, names, now);
    }

    static PeriodLine of(Absence absence, Viewer viewer, Names names, Instant now) {
        return of(absence, names.of(absence.person()), "", viewer, names, now);
    }

    private static PeriodLine of(
            EnteredPeriod entered, String person, String deputy, Viewer viewer, Names names, Instant now) {
        var state = entered.stateAt(now);
        var period = entered.period();
        return new PeriodLine(
                entered.id(),
                person,
                deputy,
                "%s to %s (%s)".formatted(period.first(), period.last(), period.zone()),
                Slugged.slugOf(state),
                entered.note(),
                names.of(entered.enteredBy()),
                early(entered, names),
                state != EnteredPeriod.State.OVER && (viewer.isAdmin() || entered.concerns(viewer.userId())));
    }

    private static String early(EnteredPeriod entered, Names names) {
        return entered.endedBy() == null
                ? ""
                : "%s, %s"
                        .formatted(
                                names.of(entered.endedBy()),
                                new Times(entered.period().zone()).showWithZone(entered.endedAt()));
    }
}

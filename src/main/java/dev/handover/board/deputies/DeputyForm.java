package dev.handover.board.deputies;

import dev.handover.golive.Absences;
import dev.handover.golive.Deputies;
import dev.handover.golive.Period;
import java.time.ZoneId;

/**
 * The form as it was sent: every field may be missing or wrong.
 *
 * @param deputy blank while nobody stands in
 * @param principal used by admins only; everybody else names deputies for themselves
 */
record DeputyForm(String principal, String deputy, String from, String until, String zone, String note) {

    /** @throws dev.handover.shared.Refusal (invalid input) for what is no day or zone */
    Deputies.Naming naming(String person, ZoneId usual) {
        return new Deputies.Naming(person, deputy, Period.read(from, until, zone, usual), note);
    }

    boolean namesDeputy() {
        return deputy != null && !deputy.isBlank();
    }

    /** @throws dev.handover.shared.Refusal (invalid input) for what is no day or zone */
    Absences.Entry absence(String person, ZoneId usual) {
        return new Absences.Entry(person, Period.read(from, until, zone, usual), note);
    }
}

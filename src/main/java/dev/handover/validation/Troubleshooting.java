package dev.handover.validation;

import java.util.List;

/** The troubleshooting table, which admins can change. Source: "Troubleshooting go-live blockers" of the source document. */
public interface Troubleshooting {

    /** What to check for a symptom; empty if the table has no row for it. */
    List<Blocker.Hint> hintsFor(String symptom);
}

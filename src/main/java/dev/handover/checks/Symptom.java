package dev.handover.checks;

import dev.handover.shared.Slugged;

/**
 * What a check that did not pass looks like to those who suffer from it; the slugs are the input of {@code
 * troubleshooting.dmn}. Source: table "Troubleshooting go-live blockers" of the source document, two symptoms that checks
 * find before users do, and two of checks that could not run.
 */
public enum Symptom implements Slugged {
    /** Users can sign in but cannot complete tasks. */
    CANNOT_COMPLETE_TASKS,
    /** Connectors fail after handoff. */
    CONNECTORS_FAIL,
    /** Support ownership is unclear. */
    SUPPORT_UNCLEAR,
    /** Go-live evidence is incomplete. */
    EVIDENCE_INCOMPLETE,
    /** Users cannot sign in. */
    CANNOT_SIGN_IN,
    /** The environment is not the one that was expected. */
    ENVIRONMENT_DIFFERS,
    /** A check could not run, for a reason that may pass: nothing is known about the customer's system. */
    CHECK_COULD_NOT_RUN,
    /** A check may not run with the settings as they are, until an administrator acts: nothing is known either. */
    CHECK_NOT_PERMITTED
}

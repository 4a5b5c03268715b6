package dev.handover.checks;

import dev.handover.shared.Slugged;

/** How a check came out. */
public enum Verdict implements Slugged {
    PASSED,
    /** The customer's system is not as expected; that it refuses connections or never answers counts as well. */
    FAILED,
    /** The check itself could not run, which says nothing about the customer's system. It is tried again by itself. */
    INCONCLUSIVE
}

package dev.handover.stabilization;

import dev.handover.shared.Slugged;

/** What a value of a signal means against its thresholds. Source: decision {@code stabilization} (DMN). */
public enum Reading implements Slugged {
    /** Below every threshold. */
    QUIET,
    /** Worth watching; does not touch the soak clock. */
    WATCH,
    /** Over the limit that was agreed: opens an exception and restarts the soak clock. */
    BREACH
}

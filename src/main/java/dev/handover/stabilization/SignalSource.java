package dev.handover.stabilization;

import dev.handover.shared.Slugged;

/** How a signal came in. */
public enum SignalSource implements Slugged {
    /** A monitor or pipeline, by {@code POST /api/go-lives/{key}/signals}. */
    REST,
    /** A person, by the form of the task "Record a signal". */
    HAND
}

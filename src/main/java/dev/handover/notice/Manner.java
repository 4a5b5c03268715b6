package dev.handover.notice;

import dev.handover.shared.Slugged;

/** How a notice goes to somebody. */
public enum Manner implements Slugged {
    /** As a mail of its own. */
    AT_ONCE,
    /** Together with others, at the person's time of day. */
    DIGEST,
    /** Not at all: it is on record as not wanted. */
    NEVER
}

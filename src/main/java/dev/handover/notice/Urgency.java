package dev.handover.notice;

/** How far a recipient may choose when a notice comes. */
public enum Urgency {
    /** Somebody has to know now: it comes at once, whatever was chosen. */
    URGENT,
    /** It asks for an act: it may wait for the digest, and is never left out. */
    ASKS,
    /** It tells what has happened: it may wait for the digest or be left out. */
    TELLS
}

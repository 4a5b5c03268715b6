package dev.handover.board.briefing;

import java.time.Instant;

/**
 * One item of evidence as the one who decides sees it.
 *
 * @param kind title of its kind
 * @param addedBy display name
 * @param fingerprint abbreviated SHA-256, so that two people can tell whether they look at the same
 * @param detail media type and size; may be empty
 * @param source address a link was captured from; null otherwise
 * @param content address of the bytes
 * @param preview how the content is shown in place
 * @param words what a person stands for, in full; empty if it is no statement
 * @param mark how it stands in what is signed; null where nothing is
 */
record EvidenceItem(
        String kind,
        String title,
        int version,
        String addedBy,
        Instant addedAt,
        String fingerprint,
        String detail,
        String source,
        String content,
        Preview preview,
        String words,
        Mark mark) {

    EvidenceItem(
            String kind,
            String title,
            int version,
            String addedBy,
            Instant addedAt,
            String fingerprint,
            String detail,
            String source,
            String content,
            Preview preview,
            String words) {
        this(kind, title, version, addedBy, addedAt, fingerprint, detail, source, content, preview, words, null);
    }

    /**
     * @param number by which a rejection names it, from 1
     * @param news what is new about it since the reader looked last; empty if nothing is
     */
    record Mark(int number, String news) {}

    /** How content is shown without leaving the task. */
    enum Preview {
        PICTURE,
        /** Fetched when the reader asks for it. */
        TEXT,
        /** Opened in a tab of its own. */
        DOCUMENT,
        /** Only to be downloaded. */
        NONE
    }

    public boolean isPicture() {
        return preview == Preview.PICTURE;
    }

    public boolean isText() {
        return preview == Preview.TEXT;
    }

    /** How a text is laid out: {@code table} for values with commas between, {@code json}, or {@code plain}. */
    public String layout() {
        if (detail.startsWith("text/csv")) {
            return "table";
        }
        return detail.startsWith("application/json") ? "json" : "plain";
    }

    public boolean isOpenedInBrowser() {
        return preview != Preview.NONE;
    }
}

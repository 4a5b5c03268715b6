package dev.handover.closing.report;

import dev.handover.shared.Digest;

/**
 * A value as it is printed.
 *
 * @param text may have several lines
 * @param detail a second, smaller text below; empty if there is none
 * @param link anchor within the document that the text points to; null if none
 * @param anchor by which other places point here; null if none does
 */
record Cell(String text, String detail, Form form, Tone tone, String link, String anchor) {

    /** How the text is printed. */
    enum Form {
        TEXT,
        STRONG,
        /** A word that says how something stands, set off by a frame. */
        BADGE,
        /** Characters that have to be compared one by one. */
        DIGEST,
        NUMBER
    }

    /** What is printed where there is nothing to say. */
    private static final Cell NOTHING = new Cell("–", "", Form.TEXT, Tone.QUIET, null, null);

    static Cell nothing() {
        return NOTHING;
    }

    /** Nothing, for null and for blank text. */
    static Cell of(String text) {
        return text == null || text.isBlank() ? NOTHING : new Cell(text.strip(), "", Form.TEXT, Tone.PLAIN, null, null);
    }

    static Cell of(long number) {
        return new Cell(Long.toString(number), "", Form.NUMBER, Tone.PLAIN, null, null);
    }

    static Cell strong(String text) {
        return of(text).in(Form.STRONG);
    }

    static Cell badge(String text, Tone tone) {
        return new Cell(text, "", Form.BADGE, tone, null, null);
    }

    static Cell digest(Digest digest) {
        return new Cell(digest.sha256(), "", Form.DIGEST, Tone.PLAIN, null, null);
    }

    Cell in(Form other) {
        return this == NOTHING ? this : new Cell(text, detail, other, tone, link, anchor);
    }

    /** The same with a smaller text below; null and blank text change nothing. */
    Cell with(String below) {
        return below == null || below.isBlank() ? this : new Cell(text, below.strip(), form, tone, link, anchor);
    }

    /** The same, pointing to an anchor of the document. */
    Cell to(String target) {
        return new Cell(text, detail, form, tone, target, anchor);
    }

    /** The same, as a place that others point to. */
    Cell named(String name) {
        return new Cell(text, detail, form, tone, link, name);
    }

    /** Classes in the style sheet. */
    public String css() {
        return "%s %s".formatted(form.name().toLowerCase(java.util.Locale.ROOT), tone.css());
    }
}

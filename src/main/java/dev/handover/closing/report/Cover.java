package dev.handover.closing.report;

import java.util.List;

/**
 * The first page: what this is about, how it ended, and the few figures that everybody asks for.
 *
 * @param status how the go-live stands, in a word or two
 * @param about one line: customer and environment
 * @param edition says whether the report is frozen and as of when
 */
record Cover(
        String title,
        String about,
        String status,
        Tone tone,
        String edition,
        List<Chapter.Fact> facts,
        List<Figure> figures) {

    /** A number with what it counts. */
    record Figure(String number, String what, Tone tone) {}
}

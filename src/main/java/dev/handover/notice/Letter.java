package dev.handover.notice;

import java.util.List;

/**
 * What a mail says, in the recipient's language, not yet laid out.
 *
 * @param preview what mail programs show beside the subject
 * @param place customer and environment it is about; in a digest its day
 * @param text paragraphs or lines; empty ones separate
 * @param rows label and value, in the order they are read
 * @param items a titled list; null if there is nothing to list
 * @param outlook what happens otherwise or next; null if that needs no words
 * @param link where the recipient can go on; null if there is no such place
 * @param groups what a digest tells, by go-live; empty for another letter
 * @param footer why the recipient gets it, and what a link in it cannot do
 * @param settings where the recipient chooses what comes how
 * @param mayBeLeftOut true if the recipient may choose not to get such letters
 */
record Letter(
        String language,
        String subject,
        String preview,
        String place,
        String heading,
        List<String> text,
        List<Row> rows,
        Section items,
        Section outlook,
        Link link,
        List<Group> groups,
        List<String> footer,
        Link settings,
        boolean mayBeLeftOut) {

    /** @param value one or more lines */
    record Row(String label, List<String> value) {}

    record Section(String title, List<String> lines) {}

    record Link(String label, String address) {}

    /** What is told of one go-live. */
    record Group(String title, String place, List<Entry> entries) {}

    /**
     * One of several things a letter tells.
     *
     * @param lines what else is to be said, each with its label
     * @param link null if there is no place to go on
     */
    record Entry(String heading, List<Row> lines, Link link) {}
}

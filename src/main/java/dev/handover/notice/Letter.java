package dev.handover.notice;

import java.util.List;

/**
 * What a mail says, in the recipient's language, not yet laid out.
 *
 * @param preview what mail programs show beside the subject
 * @param place customer and environment it is about
 * @param text paragraphs or lines; empty ones separate
 * @param rows label and value, in the order they are read
 * @param items a titled list; null if there is nothing to list
 * @param outlook what happens otherwise or next; null if that needs no words
 * @param link where the recipient can go on; null if there is no such place
 * @param footer why the recipient gets it, and what a link in it cannot do
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
        List<String> footer) {

    /** @param value one or more lines */
    record Row(String label, List<String> value) {}

    record Section(String title, List<String> lines) {}

    record Link(String label, String address) {}
}

package dev.handover.board.briefing;

import java.time.Instant;
import java.util.List;

/** A part of a briefing, under its own title. Each kind is shown by the part of {@code board/sections.html} that bears its name. */
sealed interface Section {

    String title();

    /** Name of the template part that shows this kind of section. */
    default String part() {
        return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    /** A paragraph or a few; line breaks are kept. */
    record Prose(String title, String text) implements Section {}

    /** @param ifEmpty what to say when there is nothing, so that "nothing" is never mistaken for "not looked" */
    record Listing(String title, List<String> items, String ifEmpty) implements Section {}

    /**
     * What the machine found, or what people agreed.
     *
     * @param note one sentence below the title; may be empty
     * @param rows each has one value for each column
     */
    record Table(String title, String note, List<String> columns, List<List<Value>> rows, String ifEmpty)
            implements Section {

        public Table {
            for (var row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("a row of \"%s\" has %d values for %d columns"
                            .formatted(title, row.size(), columns.size()));
                }
            }
        }
    }

    /**
     * The evidence to judge by, and the place to add to it.
     *
     * @param items what people brought
     * @param observations what checks kept of what they saw; shown on demand, since a table tells it already
     * @param upload null where nothing is added
     */
    record EvidenceList(
            String title, List<EvidenceItem> items, List<EvidenceItem> observations, String ifEmpty, Upload upload)
            implements Section {}

    /**
     * What is different from what this person, or the one before, decided on.
     *
     * @param note one sentence below the title; may be empty
     */
    record Changes(String title, String note, List<Change> changes, String ifEmpty) implements Section {}

    /**
     * Where whoever signs proves once more who they are.
     *
     * @param until until when an earlier proof is good; null if there is none
     * @param provider where they do so; null for by their password, here
     */
    record Confirmation(String title, String text, Instant until, String provider) implements Section {}

    /**
     * @param before empty if it is new; @param after empty if it is gone
     * @param at null where nobody did it at a certain time; @param by display name
     * @param lines what is different in the text, each with a sign in front; empty where it is not shown
     */
    record Change(String what, String before, String after, Instant at, String by, List<String> lines) {

        Change(String what, String before, String after, Instant at, String by) {
            this(what, before, after, at, by, List.of());
        }
    }
}

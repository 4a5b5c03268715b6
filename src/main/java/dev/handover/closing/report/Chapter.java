package dev.handover.closing.report;

import java.util.ArrayList;
import java.util.List;

/**
 * One numbered part of the report.
 *
 * @param id anchor within the document
 * @param lead one or two sentences that say what the reader finds here; may be empty
 */
record Chapter(String id, String title, String lead, List<Block> blocks) {

    /** A part of a chapter. */
    sealed interface Block permits Heading, Facts, Table, Note, Verbatim {

        /** What the template chooses its markup by. */
        default String kind() {
            return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Begins a section within a chapter. @param id anchor; null if nothing points there */
    record Heading(String id, String text) implements Block {}

    /** Labels with values, one below the other. */
    record Facts(List<Fact> facts) implements Block {}

    record Fact(String label, Cell value) {}

    /**
     * A table. With few columns on a narrow screen each row becomes a card, with the heads as labels.
     *
     * @param caption empty if the heading above says it
     * @param nothing what is printed in place of a table without rows
     */
    record Table(String caption, List<Head> heads, List<List<Cell>> rows, String nothing) implements Block {}

    /** @param share of the table's width in percent, a multiple of 5; shares are kept so that tables of a chapter line up */
    record Head(String text, int share) {

        static Head of(String text, int share) {
            return new Head(text, share);
        }

        /** Class in the style sheet. */
        public String css() {
            return "w" + share;
        }
    }

    /** A sentence or two. @param tone how it is set off */
    record Note(Tone tone, String text) implements Block {}

    /** Text that is printed exactly as it was signed or accepted. */
    record Verbatim(String id, String caption, String text) implements Block {}

    static Writer titled(String id, String title) {
        return new Writer(id, title);
    }

    /** Puts a chapter together from top to bottom. */
    static final class Writer {

        private final String id;
        private final String title;
        private final List<Block> blocks = new ArrayList<>();
        private String lead = "";

        private Writer(String id, String title) {
            this.id = id;
            this.title = title;
        }

        Writer lead(String text) {
            this.lead = text;
            return this;
        }

        Writer heading(String text) {
            return add(new Heading(null, text));
        }

        Writer facts(Fact... facts) {
            return add(new Facts(List.of(facts)));
        }

        Writer note(Tone tone, String text) {
            return add(new Note(tone, text));
        }

        Writer table(String caption, List<Head> heads, List<List<Cell>> rows, String nothing) {
            return add(new Table(caption, heads, rows, nothing));
        }

        Writer verbatim(String id, String caption, String text) {
            return add(new Verbatim(id, caption, text));
        }

        private Writer add(Block block) {
            blocks.add(block);
            return this;
        }

        Chapter write() {
            return new Chapter(id, title, lead, List.copyOf(blocks));
        }
    }
}

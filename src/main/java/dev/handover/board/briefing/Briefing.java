package dev.handover.board.briefing;

import dev.handover.board.Times;
import dev.handover.shared.Digest;
import dev.handover.shared.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything a person needs to decide one task, in the order it is shown: what is being decided, what the machine found, the evidence, what
 * changed, and what each decision sets in motion. The fields of the decision itself follow in the task's form.
 *
 * <p>Source: "What a step may ask a person" of the process design. Knows no domain: composers fill it, one template shows it.
 *
 * @param about customer and environment
 * @param headline what is being decided
 * @param question what exactly is asked of the reader
 * @param zone zone in which times are shown
 * @param asOf when everything in it was looked up
 * @param people who can be chosen, where the form asks for a person; else empty
 * @param stamp null where the decision is not bound to what is shown
 */
record Briefing(
        String about,
        String headline,
        String question,
        ZoneId zone,
        Instant asOf,
        List<Fact> facts,
        List<Section> sections,
        List<Consequence> consequences,
        List<Person> people,
        Stamp stamp) {

    /**
     * Says exactly what the page shows; sent along with the decision, so that nobody decides on something else than they saw.
     *
     * @param field the form's field it is sent in, for example {@code manifest}
     * @param digest SHA-256
     */
    record Stamp(String field, String digest) {}

    /** @param label what the value is, for example "Release window" */
    record Fact(String label, Value value) {}

    /** @param decision the decision as the form words it; @param text what happens then, with names and times where they are known */
    record Consequence(String decision, String text) {}

    static Writer about(String about) {
        return new Writer(about);
    }

    /** Formats for the template. */
    Times times() {
        return new Times(zone);
    }

    /** Puts a briefing together, step by step, in any order. */
    static final class Writer {

        private final String about;
        private final List<Fact> facts = new ArrayList<>();
        private final List<Section> sections = new ArrayList<>();
        private final List<Consequence> consequences = new ArrayList<>();
        private String headline = "";
        private String question = "";
        private ZoneId zone = ZoneOffset.UTC;
        private Instant asOf = Instant.EPOCH;
        private List<Person> people = List.of();
        private Stamp stamp;

        private Writer(String about) {
            this.about = about;
        }

        Writer headline(String text) {
            this.headline = text;
            return this;
        }

        Writer asking(String text) {
            this.question = text;
            return this;
        }

        Writer asOf(Instant instant, ZoneId shownIn) {
            this.asOf = instant;
            this.zone = shownIn;
            return this;
        }

        Writer fact(String label, Value value) {
            facts.add(new Fact(label, value));
            return this;
        }

        Writer fact(String label, String text) {
            return fact(label, Value.of(text));
        }

        Writer fact(String label, Instant at) {
            return fact(label, Value.of(at));
        }

        Writer section(Section section) {
            sections.add(section);
            return this;
        }

        Writer consequence(String decision, String text) {
            consequences.add(new Consequence(decision, text));
            return this;
        }

        Writer people(List<Person> choice) {
            this.people = List.copyOf(choice);
            return this;
        }

        Writer stamp(String field, Digest digest) {
            this.stamp = new Stamp(field, digest.sha256());
            return this;
        }

        Briefing write() {
            return new Briefing(
                    about,
                    headline,
                    question,
                    zone,
                    asOf,
                    List.copyOf(facts),
                    List.copyOf(sections),
                    List.copyOf(consequences),
                    people,
                    stamp);
        }
    }
}

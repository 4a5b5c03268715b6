package dev.handover.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.shared.Phrase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTests {

    private final FactsConverter converter = new FactsConverter();

    @Test
    void survivesBeingStored() {
        var facts = Facts.about("window-2")
                .number(3)
                .task("4711", "Business sign-off")
                .asking("Look at the evidence.\nThen decide.")
                .otherwise("The window is given back.")
                .onBehalfOf("business")
                .saying(Phrase.of("overdue"))
                .saying(Phrase.of("condition-days", LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 4)))
                .by("production")
                .because("error rate")
                .because(List.of(Phrase.of("rolled-back", "error rate")))
                .at(Instant.parse("2026-03-02T13:00:00Z"))
                .from(Instant.parse("2026-03-03T13:00:00.123456Z"))
                .until(Instant.parse("2026-03-03T15:00:00Z"))
                .in(ZoneId.of("Europe/Berlin"))
                .listing(List.of("Access", "Workflows"))
                .pointing(List.of(Phrase.of("too-old", "List", Duration.ofHours(49), Phrase.of("nothing"))))
                .build();

        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(facts)))
                .isEqualTo(facts);
    }

    @Test
    void whatAnOtherVersionWroteStaysReadable() {
        var facts = converter.convertToEntityAttribute(
                "{\"subject\": \"plan-2\", \"sequence\": 0, \"colour\": \"red\", \"items\": null}");

        assertThat(facts).isEqualTo(Facts.about("plan-2").build());
    }

    @Test
    void phrasesThatWereStoredWhenTheyKnewDaysOnlyStayReadable() {
        var facts = converter.convertToEntityAttribute("""
                {"subject": "condition-1", "sequence": 1, "items": ["Train them"], "reason": "Still open",
                 "says": [{"key": "overdue", "days": []},
                          {"key": "condition-days", "days": ["2026-03-03", "2026-03-04"]}]}
                """);

        assertThat(facts)
                .isEqualTo(Facts.about("condition-1")
                        .number(1)
                        .listing(List.of("Train them"))
                        .because("Still open")
                        .saying(Phrase.of("overdue"))
                        .saying(Phrase.of("condition-days", LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 4)))
                        .build());
    }

    @Test
    void whatIsToldToSomebodyElseIsTheSameExceptForTheTask() {
        var facts = Facts.about("sign-off-1")
                .task("4711", "Business sign-off")
                .asking("Sign.")
                .until(Instant.EPOCH)
                .saying(Phrase.of("overdue"))
                .pointing(List.of(Phrase.of("evidence-another")))
                .build();

        assertThat(facts.onBehalfOf("business").onBehalfOf(null)).isEqualTo(facts);
        assertThat(facts.withoutTask())
                .isEqualTo(Facts.about("sign-off-1")
                        .saying(Phrase.of("overdue"))
                        .pointing(List.of(Phrase.of("evidence-another")))
                        .build());
    }

    @Test
    void textsWithinPhrasesAreCleaned() {
        var facts = Facts.about("x")
                .saying(Phrase.of("rolled-back", "a\nb"))
                .because(List.of(Phrase.of("rolled-back", "a\r\nb\u0000")))
                .pointing(List.of(Phrase.of("at-source", Phrase.of("rolled-back", "a\u2028b"), "c")))
                .build();

        assertThat(facts.says()).containsExactly(Phrase.of("rolled-back", "a b"));
        assertThat(facts.because()).containsExactly(Phrase.of("rolled-back", "a\nb"));
        assertThat(facts.points()).containsExactly(Phrase.of("at-source", Phrase.of("rolled-back", "a b"), "c"));
    }

    @Test
    void whatIsBrokenIsAFault() {
        assertThatThrownBy(() -> converter.convertToEntityAttribute("{")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyTextIsCleaned() {
        var facts = Facts.about("a\r\nb")
                .task("1\n2", "x\u0000y")
                .by("p\nq")
                .because("r\u2028s")
                .listing(List.of("i\nj"))
                .build();

        assertThat(facts.subject()).isEqualTo("a b");
        assertThat(facts.taskId()).isEqualTo("1 2");
        assertThat(facts.taskName()).isEqualTo("x y");
        assertThat(facts.person()).isEqualTo("p q");
        assertThat(facts.reason()).isEqualTo("r\ns");
        assertThat(facts.items()).containsExactly("i j");
    }

    @Test
    void aListHasAnEnd() {
        assertThat(Facts.about("plan-2")
                        .listing(Collections.nCopies(1_000, "step"))
                        .build()
                        .items())
                .hasSize(50);
    }

    @Test
    void hasASubjectAndCountsFromZero() {
        assertThatThrownBy(() -> Facts.about(" ").build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Facts.about("x").number(-1).build()).isInstanceOf(IllegalArgumentException.class);
    }
}

package dev.handover.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.shared.Wording.Name;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseTests {

    private static final Phrase EVERYTHING = Phrase.of(
            "everything",
            "text",
            new Name("Validator"),
            LocalDate.of(2026, 3, 3),
            Instant.parse("2026-03-03T13:00:00.123456Z"),
            Duration.ofHours(49),
            3,
            4L,
            Phrase.of("nested", "deep"));

    private final PhrasesConverter converter = new PhrasesConverter();

    @Test
    void everyKindOfValueSurvivesBeingStored() {
        var phrases = List.of(EVERYTHING, Phrase.of("nothing"), Phrase.written("As it is."));

        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(phrases)))
                .isEqualTo(phrases);
    }

    @Test
    void noPhrasesAreNoColumn() {
        assertThat(converter.convertToDatabaseColumn(List.of())).isNull();
        assertThat(converter.convertToDatabaseColumn(null)).isNull();
        assertThat(converter.convertToEntityAttribute(null)).isEmpty();
    }

    @Test
    void whatANewerVersionAddsIsPassedOver() {
        assertThat(converter.convertToEntityAttribute("""
                [{"key": "overdue", "mood": "stern", "values": [{"as": "count", "number": 3, "unit": "days"}]}]
                """)).containsExactly(Phrase.of("overdue", 3));
    }

    @Test
    void whatIsBrokenIsAFault() {
        assertThatThrownBy(() -> converter.convertToEntityAttribute("[{")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatNobodyKnowsHowToSayIsRefusedWhereItIsWritten() {
        assertThatThrownBy(() -> Phrase.of("x", new BigDecimal("1.5")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.5");
    }

    @Test
    void aChangeOfTextsReachesEveryTextAndNothingElse() {
        assertThat(EVERYTHING.withTexts(text -> text + "!"))
                .isEqualTo(Phrase.of(
                        "everything",
                        "text!",
                        new Name("Validator"),
                        LocalDate.of(2026, 3, 3),
                        Instant.parse("2026-03-03T13:00:00.123456Z"),
                        Duration.ofHours(49),
                        3,
                        4L,
                        Phrase.of("nested", "deep!")));
    }

    @Test
    void aKeptValueIsATimeIfItIsWrittenLikeOneAndNothingIfThereIsNone() {
        assertThat(Wording.ofKept("2026-03-03T13:00:00Z")).isEqualTo(Wording.of(Instant.parse("2026-03-03T13:00:00Z")));
        assertThat(Wording.ofKept("4.2.1")).isEqualTo(Wording.of("4.2.1"));
        assertThat(Wording.ofKept("2026-03-03")).isEqualTo(Wording.of("2026-03-03"));
        assertThat(Wording.ofKept("")).isEqualTo(Wording.of(Phrase.of("nothing")));
        assertThat(Wording.ofKept(null)).isEqualTo(Wording.of(Phrase.of("nothing")));
    }
}

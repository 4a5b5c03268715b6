package dev.handover.closing.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.shared.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTests {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n"})
    void whereThereIsNothingToSayADashIsPrinted(String text) {
        assertThat(Cell.of(text)).isSameAs(Cell.nothing());
        assertThat(Cell.strong(text)).isSameAs(Cell.nothing());
        assertThat(Cell.of("text").with(text)).isEqualTo(Cell.of("text"));
    }

    @Test
    void classesSayFormAndTone() {
        assertThat(Cell.badge("Open", Tone.BAD).css()).isEqualTo("badge bad");
        assertThat(Cell.digest(Digest.of("x")).css()).isEqualTo("digest plain");
        assertThat(Cell.of(3).css()).isEqualTo("number plain");
    }

    @Test
    void linkAndNameAreKeptApart() {
        var cell = Cell.strong("Item").with("version 1").to("there").named("here");

        assertThat(cell.link()).isEqualTo("there");
        assertThat(cell.anchor()).isEqualTo("here");
        assertThat(cell.detail()).isEqualTo("version 1");
    }
}

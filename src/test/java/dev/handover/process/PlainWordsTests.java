package dev.handover.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cell may say. */
class PlainWordsTests {

    @Test
    void wordsInQuotesAreReadAsTheyAre() {
        assertThat(PlainWords.in("\"one\"")).contains(List.of("one"));
        assertThat(PlainWords.in("\"one\" ,\n \"${other}\"")).contains(List.of("one", "${other}"));
        assertThat(PlainWords.in("\"\"")).contains(List.of(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "words",
                "\"open",
                "\"one\" \"other\"",
                "\"one\",",
                ",\"one\"",
                "\"one\" + \"other\"",
                "\"a\\\"b\"",
                "\"a\nb\"",
                "\"a\\u0041\"",
                "not(\"one\")",
                "${1+1}",
                "= now()",
                "1",
                "true",
                "\"one\"; \"other\"",
            })
    void whateverElseIsNoText(String cell) {
        assertThat(PlainWords.in(cell)).isEmpty();
    }
}

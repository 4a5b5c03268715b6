package dev.handover.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places in the text: of YAML and JSON, and beside characters that take two {@code char}s. */
class SourceTextTests {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 2", "3, 3", "4, 3", "6, 3"})
    void aLineBeginsAfterALineFeed(int offset, int line) {
        assertThat(new SourceText("a\n\nbc\r\nd").lineAt(offset)).isEqualTo(line);
    }

    @Test
    void aPlaceInCodePointsIsFoundInTheText() {
        SourceText plain = new SourceText("abc");
        SourceText emoji = new SourceText("a😀b😀c");

        assertThat(plain.offsetOf(2)).isEqualTo(2);
        assertThat(emoji.offsetOf(2)).isEqualTo(3);
        assertThat(emoji.offsetOf(5)).isEqualTo(emoji.text().length());
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"a\": {\"b\": [1,\n  \"x\"]}}', /a/b/1, 2, '\"x\"'",
        "'{\"😀\": 1, \"a\":\n \"x\"}', /a, 1, '\"x\"'",
        "'a:\n  b:\n    - 1\n    - x', /a/b/1, 4, x",
        "'😀: 1\na: ''x''', /a, 2, '''x'''",
        "'a: {b: [1, x]}', /a/b/1, 1, x",
        "'a/b:\n  c~d: x', /a~1b/c~0d, 2, x",
    })
    void everyValueHasItsPlace(String document, String pointer, int line, String text) {
        PlanDocument parsed = PlanDocument.parse(document);
        Place place = parsed.places().get(JsonPointer.compile(pointer));

        assertThat(place.line()).isEqualTo(line);
        assertThat(document.substring(place.start(), place.end())).isEqualTo(text);
    }

    @Test
    void whatIsMissingHasTheLineOfTheNearestValueThatWouldHoldIt() {
        PlanDocument parsed = PlanDocument.parse("# comment\na:\n  b: 1\nc: 2\n");

        assertThat(parsed.lineOf(JsonPointer.compile("/a/x/y/z"))).isEqualTo(2);
        assertThat(parsed.lineOf(JsonPointer.compile("/a/b/x"))).isEqualTo(3);
        assertThat(parsed.lineOf(JsonPointer.compile("/x"))).isEqualTo(2);
        assertThat(parsed.lineOf(JsonPointer.empty())).isEqualTo(2);
    }

    @Test
    void controlsAndHalvesOfCharactersCannotBeShown() {
        assertThat(SourceText.firstUnprintable("tab\tand\r\nline feed, ä, 😀, \u00a0"))
                .isEqualTo(-1);
        assertThat(SourceText.firstUnprintable("a\u0000")).isEqualTo(1);
        assertThat(SourceText.firstUnprintable("ab\u001b[31m")).isEqualTo(2);
        assertThat(SourceText.firstUnprintable("\udc00")).isZero();
        assertThat(SourceText.firstUnprintable("😀\ud83d")).isEqualTo(2);
    }
}

package dev.handover.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {

    @ParameterizedTest
    @CsvSource({"0.01, 0.01", "5.0, 5", "100, 100", "1e-7, 0.0000001", "1e10, 10000000000", "0, 0", "-2.50, -2.5"})
    void numberIsWrittenWithoutExponentAndTrailingZeros(double value, String words) {
        assertThat(Words.number(value)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, no time",
        "PT1S, 1 second",
        "PT90S, 1 minute 30 seconds",
        "PT4H, 4 hours",
        "P1D, 1 day",
        "P1DT12H, 1 day 12 hours",
        "PT36H, 1 day 12 hours"
    })
    void lengthIsWrittenInPartsThatAreNotZero(Duration length, String words) {
        assertThat(Words.length(length)).isEqualTo(words);
    }
}

package dev.handover.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.handover.shared.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.999S, 0 s",
        "PT59S, 59 s",
        "PT1M, 1 min",
        "PT1M1S, 1 min 1 s",
        "PT1H, 1 h",
        "PT1H0M59S, 1 h",
        "PT23H59M, 23 h 59 min",
        "PT24H, 1 d",
        "PT49H, 2 d 1 h",
        "P400D, 400 d"
    })
    void durationsHaveTheirTwoLargestUnits(Duration duration, String words) {
        assertThat(Words.duration(duration)).isEqualTo(words);
    }

    @Test
    void quotedValuesAreShortAndOnOneLine() {
        assertThat(Words.quoted(null)).isEqualTo("nothing");
        assertThat(Words.quoted("a\u0000\nb\u2028c\u202ed")).isEqualTo("\"a b c d\"");
        assertThat(Words.quoted("x".repeat(101))).isEqualTo("\"" + "x".repeat(100) + "…\"");
    }

    @ParameterizedTest
    @CsvSource({"PasswordSignIn, password-sign-in", "Tls, tls", "HttpConnector, http-connector"})
    void kindsAreNamedInLowerCaseWithHyphens(String className, String kind) {
        assertThat(Words.kebab(className)).isEqualTo(kind);
    }

    @Test
    void comparisonsAreReadFromTheirSymbols() {
        for (Comparison comparison : Comparison.values()) {
            assertThat(Comparison.of(comparison.symbol())).isEqualTo(comparison);
        }
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Comparison.of("!="))
                .withMessage("\"!=\" is not one of <, <=, ==, >=, >.");
    }
}

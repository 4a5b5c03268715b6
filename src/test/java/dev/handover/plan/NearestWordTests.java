package dev.handover.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTests {

    private static final List<String> WORDS = List.of("connector", "import", "api-key", "scheduled-job", "<=");

    @ParameterizedTest
    @CsvSource({
        "conector, connector",
        "Connectors, connector",
        "imprt, import",
        "apiKey, api-key",
        "API_KEY, api-key",
        "scheduled job, scheduled-job",
    })
    void aWordThatDiffersLittleIsFound(String written, String meant) {
        assertThat(NearestWord.find(written, WORDS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"webhook", "x", "''", "=>", "export-everything-there-is"})
    void aWordThatDiffersMuchIsNotGuessed(String written) {
        assertThat(NearestWord.find(written, WORDS)).isEmpty();
    }

    @Test
    void theNearestOfSeveralIsFound() {
        assertThat(NearestWord.find("freezeStrat", List.of("freezeEnd", "freezeStart", "start")))
                .contains("freezeStart");
    }
}

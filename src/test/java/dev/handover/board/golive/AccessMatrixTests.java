package dev.handover.board.golive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of personas and resources in an observation. */
class AccessMatrixTests {

    static final String MATRIX = """
            {"facts": {"matrix": [
              {"resource": "/api/orders", "persona": "operator", "expected": "reachable", "observed": "200", "differs": false},
              {"resource": "/api/orders", "persona": "viewer", "expected": "refused", "observed": "200", "differs": true},
              {"resource": "/api/<script>", "persona": "viewer", "expected": "refused", "observed": "${7*7}", "differs": false}
            ]}}""";

    @Test
    void personasAreColumnsAndResourcesAreRows() {
        var matrix = read(MATRIX);
        assertThat(matrix.personas()).containsExactly("operator", "viewer");
        assertThat(matrix.rows())
                .extracting(AccessMatrix.Row::resource)
                .containsExactly("/api/orders", "/api/<script>");
        assertThat(matrix.rows().get(0).cells())
                .containsExactly(
                        new AccessMatrix.Cell("reachable", "200", false),
                        new AccessMatrix.Cell("refused", "200", true));
    }

    @Test
    void whatAnObservationSaysNothingAboutIsLeftOpen() {
        assertThat(read(MATRIX).rows().get(1).cells().get(0)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "{}", "{\"facts\":{\"matrix\":[]}}", "{\"matrix\":\"text\"}", "null"})
    void anObservationWithoutOneHasNone(String observation) {
        assertThat(AccessMatrix.in(observation.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void aTableThatNobodyCouldReadIsNotShown() {
        var entries = IntStream.range(0, 501)
                .mapToObj("{\"resource\":\"/%d\",\"persona\":\"p\"}"::formatted)
                .collect(Collectors.joining(",", "{\"matrix\":[", "]}"));
        assertThat(AccessMatrix.in(entries.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static AccessMatrix read(String observation) {
        return AccessMatrix.in(observation.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}

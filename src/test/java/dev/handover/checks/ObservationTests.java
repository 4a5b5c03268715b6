package dev.handover.checks;

import static dev.handover.checks.guard.GuardTestData.guard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handover.checks.TestServer.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is kept of a check as evidence. */
class ObservationTests {

    @AutoClose
    private final TestServer server = TestServer.start();

    private JsonNode observe(CheckTarget target) throws IOException {
        CheckResult result = CheckTestData.run(
                guard().allowingPrivate(server.hostAndPort(), "http").holding("key", "k3y-value", server.hostAndPort()),
                target);
        assertThat(result.observation().bytes()).hasSizeLessThanOrEqualTo(Observation.LIMIT);
        return new ObjectMapper().readTree(result.observation().bytes());
    }

    @Test
    void itTellsWhatWasAskedAndWhatCameBack() throws IOException {
        server.on(
                "/c",
                request -> new Response(
                        200,
                        "application/json",
                        "{\"status\":\"connected\"}",
                        Map.of("ETag", "e1", "Set-Cookie", "session=1")));
        JsonNode observation = observe(new CheckTarget.HttpConnector(server.uri("/c"), 200, "key"));
        assertThat(observation.path("check").asText()).isEqualTo("The check");
        assertThat(observation.path("kind").asText()).isEqualTo("http-connector");
        assertThat(observation.path("verdict").asText()).isEqualTo("passed");
        assertThat(observation.path("expected").asText()).isEqualTo(server.uri("/c") + " answers 200");
        assertThat(observation.path("observed").asText()).isEqualTo(server.uri("/c") + " answered 200");
        JsonNode call = observation.path("calls").path(0);
        assertThat(call.path("request").asText()).isEqualTo("GET " + server.uri("/c"));
        assertThat(call.path("credential").asText()).isEqualTo("bearer token of secret key");
        assertThat(call.path("at").asText()).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(call.path("status").asInt()).isEqualTo(200);
        assertThat(call.path("ip").asText()).isEqualTo("127.0.0.1");
        assertThat(call.path("headers").path("etag").asText()).isEqualTo("e1");
        assertThat(call.path("headers").has("set-cookie")).isFalse();
        assertThat(call.path("excerpt").asText()).isEqualTo("{\"status\":\"connected\"}");
        assertThat(call.path("truncated").asBoolean()).isFalse();
    }

    @Test
    void bodiesThatPeopleCannotReadAreLeftOut() throws IOException {
        server.on("/c", request -> new Response(200, "image/png", "binary", Map.of()));
        JsonNode call =
                observe(new CheckTarget.Health(server.uri("/c"))).path("calls").path(0);
        assertThat(call.has("excerpt")).isFalse();
        assertThat(call.path("bytes").asInt()).isEqualTo(6);
    }

    @Test
    void longBodiesAreCut() throws IOException {
        server.on("/c", request -> new Response(200, "text/plain", "x".repeat(10_000), Map.of()));
        JsonNode call =
                observe(new CheckTarget.Health(server.uri("/c"))).path("calls").path(0);
        assertThat(call.path("excerpt").asText()).hasSize(2_001).endsWith("…");
        assertThat(call.path("bytes").asInt()).isEqualTo(10_000);
    }

    @Test
    void hugeMatricesStayWithinTheLimit() throws IOException {
        server.on(
                "/",
                request -> new Response(
                        200, "text/plain", "€\u0001\"\\".repeat(4_000), Map.of("ETag", "\"".repeat(4_000))));
        List<URI> uris = IntStream.range(0, 250)
                .mapToObj(i -> server.uri("/" + i + "/" + "%E2%82%AC".repeat(40)))
                .toList();
        JsonNode observation = observe(new CheckTarget.RoleAccess(SignIn.basic("ada", "key"), List.of(), uris, uris));
        assertThat(observation.path("calls")).hasSize(100);
        assertThat(observation.path("callsLeftOut").asInt()).isEqualTo(150);
        JsonNode matrix = observation.at("/facts/matrix");
        assertThat(matrix)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.path("differs").asText()).isEqualTo("true"));
        assertThat(matrix.size() + observation.at("/facts/matrixRowsLeftOut").asInt())
                .isEqualTo(500);
        assertThat(observation.path("verdict").asText()).isEqualTo("failed");
        assertThat(observation.path("observed").asText()).hasSize(4_001);
    }

    @Test
    void itIsAValue() {
        var one = new Observation("application/json", "{}".getBytes(StandardCharsets.UTF_8));
        var same = new Observation("application/json", "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).hasToString("Observation[application/json, 2 bytes]");
        assertThat(one).isNotEqualTo(new Observation("text/plain", one.bytes())).isNotEqualTo("{}");
        one.bytes()[0] = 'x';
        assertThat(one.text()).isEqualTo("{}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Observation("application/json", new byte[Observation.LIMIT + 1]));
    }
}

package dev.handover.checks;

import static dev.handover.checks.CheckResultAssert.assertThat;
import static dev.handover.checks.guard.GuardTestData.guard;

import dev.handover.checks.TestServer.Response;
import dev.handover.checks.guard.GuardTestData;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP connectors, health addresses, and the freshness of imports and jobs. */
class IntegrationChecksTests {

    @AutoClose
    private final TestServer server = TestServer.start();

    private final GuardTestData guard =
            guard().allowingPrivate(server.hostAndPort(), "http").holding("erp-key", "erp-token", server.hostAndPort());

    @Nested
    class HttpConnector {

        private CheckResult run(int expectStatus, String secret) {
            return CheckTestData.run(
                    guard, new CheckTarget.HttpConnector(server.uri("/connector"), expectStatus, secret));
        }

        @Test
        void theExpectedStatusPasses() {
            server.on("/connector", Response.status(200));
            assertThat(run(200, null)).passed().observed("/connector answered 200");
            Assertions.assertThat(server.received().get(0).authorization()).isNull();
        }

        @Test
        void anotherStatusFails() {
            server.on("/connector", Response.status(503));
            assertThat(run(200, null)).failed(Symptom.CONNECTORS_FAIL).observed("/connector answered 503");
            assertThat(run(503, null)).passed();
        }

        @Test
        void theTokenGoesAlong() {
            server.on(
                    "/connector",
                    request -> Response.status("Bearer erp-token".equals(request.authorization()) ? 200 : 401));
            assertThat(run(200, "erp-key")).passed();
            assertThat(run(200, null)).failed(Symptom.CONNECTORS_FAIL);
            assertThat(run(200, "unknown")).inconclusive();
        }

        @Test
        void redirectsAreFollowedUnlessOneIsExpected() {
            server.on("/connector", Response.redirect("/moved")).on("/moved", Response.status(200));
            assertThat(run(200, null)).passed().observed("/moved answered 200");
            assertThat(run(302, null)).passed().observed("/connector answered 302");
        }
    }

    @Nested
    class Health {

        private CheckResult run() {
            return CheckTestData.run(guard, new CheckTarget.Health(server.uri("/health")));
        }

        @ParameterizedTest
        @ValueSource(ints = {200, 204, 299})
        void everySuccessPasses(int status) {
            server.on("/health", Response.status(status));
            assertThat(run()).passed();
        }

        @ParameterizedTest
        @ValueSource(ints = {302, 401, 404, 500, 503})
        void everythingElseFails(int status) {
            server.on("/health", Response.status(status));
            assertThat(run()).failed(Symptom.ENVIRONMENT_DIFFERS).observed("answered " + status);
        }
    }

    @Nested
    class Freshness {

        private CheckResult run(String body) {
            server.on("/job", Response.json(body));
            return CheckTestData.run(guard, new CheckTarget.Freshness(server.uri("/job"), Duration.ofHours(24), null));
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03-02T11:59:59Z, last success 1 s ago",
            "2026-03-01T12:00:00Z, last success 1 d ago",
            "2026-03-02T12:30:00+01:00, last success 30 min ago",
            "2026-03-02T12:04:59Z, last success 0 s ago",
        })
        void aLateSuccessPasses(String lastSuccess, String observed) {
            assertThat(run("{\"lastSuccess\":\"%s\"}".formatted(lastSuccess)))
                    .passed()
                    .observed(observed);
        }

        @ParameterizedTest
        @CsvSource({
            "2026-03-01T11:59:59Z, last success 1 d ago instead of at most 1 d",
            "2026-02-01T12:00:00Z, last success 29 d ago instead of at most 1 d",
            "2026-03-02T12:05:01Z, lies in the future",
            "yesterday, last success is \"yesterday\" instead of a time",
            "2026-03-02T12:00:00, instead of a time",
            "+999999999-01-01T00:00:00Z, lies in the future",
        })
        void anOldOrUnclearSuccessFails(String lastSuccess, String observed) {
            assertThat(run("{\"lastSuccess\":\"%s\"}".formatted(lastSuccess)))
                    .failed(Symptom.CONNECTORS_FAIL)
                    .observed(observed);
        }

        @Test
        void aJobThatNeverSucceededFails() {
            assertThat(run("{\"status\":\"SUCCEEDED\"}"))
                    .failed(Symptom.CONNECTORS_FAIL)
                    .observed("last success is nothing");
            assertThat(run("{\"lastSuccess\":null}")).failed(Symptom.CONNECTORS_FAIL);
        }

        @ParameterizedTest
        @CsvSource({"FAILED, false", "error, false", "Failure, false", "SUCCEEDED, true", "RUNNING, true"})
        void theLastRunMustNotHaveFailed(String status, boolean passes) {
            CheckResult result = run("{\"lastSuccess\":\"2026-03-02T11:00:00Z\",\"status\":\"%s\"}".formatted(status));
            Assertions.assertThat(result.passed()).isEqualTo(passes);
            assertThat(result).observed("status").observed("\"%s\"".formatted(status));
        }

        @Test
        void theTokenGoesAlong() {
            server.on(
                    "/secured",
                    request -> "Bearer erp-token".equals(request.authorization())
                            ? Response.json("{\"lastSuccess\":\"2026-03-02T11:00:00Z\"}")
                            : Response.status(401));
            assertThat(CheckTestData.run(
                            guard, new CheckTarget.Freshness(server.uri("/secured"), Duration.ofDays(1), "erp-key")))
                    .passed();
            assertThat(CheckTestData.run(
                            guard, new CheckTarget.Freshness(server.uri("/secured"), Duration.ofDays(1), null)))
                    .failed(Symptom.CONNECTORS_FAIL)
                    .observed("/secured answered 401");
        }
    }
}

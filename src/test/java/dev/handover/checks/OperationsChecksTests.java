package dev.handover.checks;

import static dev.handover.checks.CheckResultAssert.assertThat;
import static dev.handover.checks.guard.GuardTestData.guard;

import dev.handover.checks.TestServer.Response;
import dev.handover.checks.guard.GuardTestData;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prometheus queries and backups. */
class OperationsChecksTests {

    @AutoClose
    private final TestServer server = TestServer.start();

    private final GuardTestData guard = guard().allowingPrivate(server.hostAndPort(), "http");

    @Nested
    class PrometheusQuery {

        private CheckResult run(String comparison, double threshold) {
            return CheckTestData.run(
                    guard,
                    new CheckTarget.PrometheusQuery(
                            server.uri("/prometheus/"), "up{job=\"a b\"}", Comparison.of(comparison), threshold));
        }

        private void vector(String... values) {
            StringBuilder result = new StringBuilder();
            for (int i = 0; i < values.length; i++) {
                result.append(i == 0 ? "" : ",")
                        .append("{\"metric\":{\"instance\":\"i%d\"},\"value\":[1772452800.1,\"%s\"]}"
                                .formatted(i, values[i]));
            }
            answer("{\"resultType\":\"vector\",\"result\":[%s]}".formatted(result));
        }

        private void answer(String data) {
            server.on(
                    "/prometheus/api/v1/query", Response.json("{\"status\":\"success\",\"data\":%s}".formatted(data)));
        }

        @ParameterizedTest
        @CsvSource({
            "<, 2, PASSED",
            "<, 1, FAILED",
            "<=, 1, PASSED",
            "<=, 0.9, FAILED",
            "==, 1, PASSED",
            "==, 0, FAILED",
            ">=, 1, PASSED",
            ">=, 1.1, FAILED",
            ">, 0, PASSED",
            ">, 1, FAILED"
        })
        void theValueIsComparedToTheThreshold(String comparison, double threshold, Verdict verdict) {
            vector("1");
            CheckResult result = run(comparison, threshold);
            Assertions.assertThat(result.verdict()).isEqualTo(verdict);
            Assertions.assertThat(result.expected()).contains("up{job=\"a b\"} " + comparison);
        }

        @Test
        void theExpressionArrivesAsItWasWritten() {
            vector("1");
            run("==", 1);
            Assertions.assertThat(server.received().get(0).query()).isEqualTo("query=up%7Bjob%3D%22a+b%22%7D");
        }

        @Test
        void everySeriesCounts() {
            vector("1", "0", "1");
            assertThat(run("==", 1))
                    .failed(Symptom.EVIDENCE_INCOMPLETE)
                    .observed("1 of 3 series not", "0.0 of", "i1")
                    .observedNothingOf("i0", "i2");
        }

        @Test
        void manySeriesAreNotAllShown() {
            vector("0", "0", "0", "0", "0", "0", "0");
            assertThat(run("==", 1))
                    .failed(Symptom.EVIDENCE_INCOMPLETE)
                    .observed("7 of 7", "i4", "…")
                    .observedNothingOf("i5");
        }

        @Test
        void aScalarCounts() {
            answer("{\"resultType\":\"scalar\",\"result\":[1772452800.1,\"0.5\"]}");
            assertThat(run("<", 1)).passed().observed("1 series, 0.5");
        }

        @ParameterizedTest
        @CsvSource({"NaN, >=, false", "+Inf, >, true", "-Inf, <, true", "text, <, false"})
        void valuesThatAreNoNumbersAreJudgedAsSuch(String value, String comparison, boolean passes) {
            vector(value);
            Assertions.assertThat(run(comparison, 0).passed()).isEqualTo(passes);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"resultType\":\"vector\",\"result\":[]}",
                    "{\"resultType\":\"matrix\",\"result\":[]}",
                    "{\"resultType\":\"string\",\"result\":[1,\"x\"]}",
                    "{}",
                    "null"
                })
        void noSeriesIsNotAPass(String data) {
            answer(data);
            assertThat(run("<", 1)).failed(Symptom.EVIDENCE_INCOMPLETE).observed("yields no series");
        }

        @Test
        void aQueryThatIsRefusedFailsWithItsError() {
            server.on(
                    "/prometheus/api/v1/query",
                    request -> new Response(
                            400,
                            "application/json",
                            "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"}",
                            Map.of()));
            assertThat(run("<", 1)).failed(Symptom.EVIDENCE_INCOMPLETE).observed("answered 400", "parse error");
        }

        @Test
        void monitoringThatIsDownFails() {
            server.on("/prometheus/api/v1/query", Response.status(503));
            assertThat(run("<", 1)).failed(Symptom.EVIDENCE_INCOMPLETE).observed("503");
        }
    }

    @Nested
    class Backup {

        private static final Duration RPO = Duration.ofHours(24);
        private static final Duration RESTORE_TEST_MAX_AGE = Duration.ofDays(90);

        private CheckResult asked(String body) {
            server.on("/backup", Response.json(body));
            return CheckTestData.run(
                    guard, new CheckTarget.Backup(server.uri("/backup"), null, null, RPO, RESTORE_TEST_MAX_AGE));
        }

        private CheckResult stated(Instant lastBackup, Instant lastRestoreTest) {
            return CheckTestData.run(
                    guard, new CheckTarget.Backup(null, lastBackup, lastRestoreTest, RPO, RESTORE_TEST_MAX_AGE));
        }

        @Test
        void aFreshBackupThatWasTestedPasses() {
            assertThat(asked("{\"lastBackup\":\"2026-03-02T00:00:00Z\",\"lastRestoreTest\":\"2026-02-02T00:00:00Z\"}"))
                    .passed()
                    .observed("last backup 12 h ago", "last restore test 28 d 12 h ago")
                    .noted("asked from");
            assertThat(stated(CheckTestData.NOW.minus(RPO), CheckTestData.NOW.minus(RESTORE_TEST_MAX_AGE)))
                    .passed()
                    .noted("stated in the plan");
        }

        @Test
        void anOldBackupFails() {
            assertThat(stated(CheckTestData.NOW.minus(RPO).minusSeconds(1), CheckTestData.NOW))
                    .failed(Symptom.EVIDENCE_INCOMPLETE)
                    .observed("last backup 1 d ago instead of at most 1 d")
                    .observedNothingOf("restore");
        }

        @Test
        void anOldRestoreTestFails() {
            assertThat(asked("{\"lastBackup\":\"2026-03-02T00:00:00Z\",\"lastRestoreTest\":\"2025-02-02T00:00:00Z\"}"))
                    .failed(Symptom.EVIDENCE_INCOMPLETE)
                    .observed("last restore test 393 d 12 h ago instead of at most 90 d");
        }

        @Test
        void whatIsMissingFails() {
            assertThat(asked("{}"))
                    .failed(Symptom.EVIDENCE_INCOMPLETE)
                    .observed("last backup is nothing", "last restore test is nothing");
            assertThat(stated(CheckTestData.NOW, null))
                    .failed(Symptom.EVIDENCE_INCOMPLETE)
                    .observed("last restore test is nothing");
        }

        @Test
        void aStatusThatIsNotThereFails() {
            assertThat(CheckTestData.run(
                            guard, new CheckTarget.Backup(server.uri("/none"), null, null, RPO, RESTORE_TEST_MAX_AGE)))
                    .failed(Symptom.EVIDENCE_INCOMPLETE)
                    .observed("/none answered 404");
        }
    }
}

package dev.handover.checks;

import static dev.handover.checks.CheckResultAssert.assertThat;
import static dev.handover.checks.guard.GuardTestData.guard;

import dev.handover.checks.TestServer.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Targets of Prometheus, and an Alertmanager. */
class WatchersChecksTests {

    @AutoClose
    private final TestServer server = TestServer.start();

    private CheckResult run(CheckTarget target) {
        return CheckTestData.run(guard().allowingPrivate(server.hostAndPort(), "http"), target);
    }

    @Nested
    class Targets {

        private static String target(String job, String instance, String health, String error) {
            return "{\"labels\":{\"job\":\"%s\",\"instance\":\"%s\"},\"scrapePool\":\"%s\",\"health\":\"%s\",\"lastError\":\"%s\"}"
                    .formatted(job, instance, job, health, error);
        }

        private static Response list(String... targets) {
            return Response.json(
                    "{\"status\":\"success\",\"data\":{\"activeTargets\":[" + String.join(",", targets) + "]}}");
        }

        private CheckResult run(String... jobs) {
            return WatchersChecksTests.this.run(new CheckTarget.PrometheusTargets(server.uri("/p/"), List.of(jobs)));
        }

        @Test
        void jobsWhoseTargetsAreAllUpPass() {
            server.on(
                    "/p/api/v1/targets",
                    list(
                            target("aurora", "a:1", "up", ""),
                            target("db", "d:1", "up", ""),
                            target("other", "o", "down", "")));
            assertThat(run("aurora", "db")).passed().observed("2 target(s) of 2 job(s)");
        }

        @Test
        void aTargetThatIsDownIsNamedWithItsError() {
            server.on(
                    "/p/api/v1/targets",
                    list(target("aurora", "a:1", "up", ""), target("aurora", "a:2", "down", "connection refused")));
            assertThat(run("aurora"))
                    .failed(Symptom.EVIDENCE_INCOMPLETE)
                    .observed("\"a:2\"", "connection refused")
                    .observedNothingOf("a:1");
        }

        @Test
        void aTargetThatWasNeverScrapedIsNotUp() {
            server.on("/p/api/v1/targets", list(target("aurora", "a:1", "unknown", "")));
            assertThat(run("aurora")).failed(Symptom.EVIDENCE_INCOMPLETE).observed("\"unknown\"");
        }

        @Test
        void aJobWithoutTargetsFails() {
            server.on("/p/api/v1/targets", list(target("aurora", "a:1", "up", "")));
            assertThat(run("aurora", "gone"))
                    .failed(Symptom.EVIDENCE_INCOMPLETE)
                    .observed("\"gone\" has no target");
        }

        @Test
        void aListThatIsTooLongIsAskedForJobByJob() {
            var one = target("aurora", "a:1", "down", "x");
            server.on(
                    "/p/api/v1/targets",
                    request -> request.query().contains("scrapePool=aurora")
                            ? list(one)
                            : list(target("other", "y".repeat(70_000), "up", "")));
            assertThat(run("aurora")).failed(Symptom.EVIDENCE_INCOMPLETE).observed("\"a:1\"");
        }

        @Test
        void aListThatStaysTooLongIsNotJudged() {
            server.on(
                    "/p/api/v1/targets",
                    list(target("aurora", "a:1", "up", ""), target("aurora", "y".repeat(70_000), "down", "")));
            assertThat(run("aurora")).inconclusive().observed("too long");
        }

        @Test
        void anErrorOfTheApiFails() {
            server.on(
                    "/p/api/v1/targets",
                    new Response(503, "application/json", "{\"status\":\"error\",\"error\":\"busy\"}", Map.of()));
            assertThat(run("aurora")).failed(Symptom.EVIDENCE_INCOMPLETE).observed("503", "busy");
        }
    }

    @Nested
    class Alertmanager {

        private CheckResult run(String status, String receivers, String alerts) {
            server.on("/am/api/v2/status", Response.json("{\"cluster\":{\"status\":\"%s\"}}".formatted(status)))
                    .on("/am/api/v2/receivers", Response.json(receivers))
                    .on("/am/api/v2/alerts", Response.json(alerts));
            return WatchersChecksTests.this.run(new CheckTarget.Alertmanager(server.uri("/am"), "on-call"));
        }

        private static final String RECEIVERS = "[{\"name\":\"other\"},{\"name\":\"on-call\"}]";

        private static String alert(String severity, String state) {
            return "[{\"labels\":{\"alertname\":\"DiskFull\",\"severity\":\"%s\"},\"status\":{\"state\":\"%s\",\"silencedBy\":[]}}]"
                    .formatted(severity, state);
        }

        @Test
        void readyWithItsReceiverAndWithoutCriticalAlertPasses() {
            assertThat(run("ready", RECEIVERS, "[]")).passed();
        }

        @Test
        void anAlertThatIsSilencedOrLessSevereDoesNotCount() {
            assertThat(run("disabled", RECEIVERS, alert("critical", "suppressed")))
                    .passed();
        }

        @Test
        void aWarningDoesNotCount() {
            assertThat(run("ready", RECEIVERS, alert("warning", "active"))).passed();
        }

        @Test
        void aCriticalAlertThatFiresFails() {
            assertThat(run("ready", RECEIVERS, alert("critical", "active")))
                    .failed(Symptom.ENVIRONMENT_DIFFERS)
                    .observed("1 critical alert(s) fire: \"DiskFull\"");
        }

        @Test
        void anUnknownReceiverAndAnUnreadyClusterAreBothTold() {
            assertThat(run("settling", "[{\"name\":\"other\"}]", "[]"))
                    .failed(Symptom.EVIDENCE_INCOMPLETE)
                    .observed("\"settling\"", "no receiver \"on-call\"");
        }

        @Test
        void alertsThatAreTooManyToReadAreNotTakenForNone() {
            assertThat(run("ready", RECEIVERS, "[" + " ".repeat(70_000) + "]")).inconclusive();
        }

        @Test
        void whatIsNoListFails() {
            assertThat(run("ready", "{}", "[]"))
                    .failed(Symptom.EVIDENCE_INCOMPLETE)
                    .observed("not a JSON array");
        }
    }
}

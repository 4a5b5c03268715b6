package dev.handover.checks;

import static dev.handover.checks.CheckResultAssert.assertThat;
import static dev.handover.checks.guard.GuardTestData.guard;

import dev.handover.checks.TestServer.Response;
import java.net.URI;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentCheckTests {

    private static final String INFO = "{\"label\":\"production\",\"tenant\":\"aurora-prod\",\"version\":\"4.2.1\"}";

    @AutoClose
    private final TestServer server = TestServer.start();

    @BeforeEach
    void page() {
        server.on("/page", Response.status(200));
    }

    private CheckResult run(String label, String tenant, String version) {
        return CheckTestData.run(
                guard().allowingPrivate(server.hostAndPort(), "http"),
                new CheckTarget.Environment(server.uri("/page"), server.uri("/info"), label, tenant, version));
    }

    @Test
    void theExpectedEnvironmentPasses() {
        server.on("/info", Response.json(INFO));
        assertThat(run("production", "aurora-prod", "4.2.1"))
                .passed()
                .observed("answered 200", "\"production\"", "\"aurora-prod\"", "\"4.2.1\"")
                .noted(INFO.replace("\"", "\\\""), "\"kind\" : \"environment\"");
        assertThat(run("production", "aurora-prod", null)).passed();
    }

    @Test
    void everyDifferenceIsNamed() {
        server.on("/info", Response.json(INFO));
        assertThat(run("staging", "other", "4.2.2"))
                .failed(Symptom.ENVIRONMENT_DIFFERS)
                .observed(
                        "label is \"production\" instead of \"staging\"",
                        "tenant is \"aurora-prod\" instead of \"other\"",
                        "version is \"4.2.1\" instead of \"4.2.2\"");
        assertThat(run("production", "other", null))
                .failed(Symptom.ENVIRONMENT_DIFFERS)
                .observed("tenant is")
                .observedNothingOf("label is", "version is");
    }

    @Test
    void missingFieldsDiffer() {
        server.on("/info", Response.json("{\"label\":null,\"tenant\":{}}"));
        assertThat(run("production", "aurora-prod", "1"))
                .failed(Symptom.ENVIRONMENT_DIFFERS)
                .observed("label is nothing", "tenant is nothing", "version is nothing");
    }

    @Test
    void aPageThatDoesNotAnswerAsItShouldFails() {
        server.on("/info", Response.json(INFO)).on("/broken", Response.status(503));
        CheckResult result = CheckTestData.run(
                guard().allowingPrivate(server.hostAndPort(), "http"),
                new CheckTarget.Environment(
                        server.uri("/broken"), server.uri("/info"), "production", "aurora-prod", null));
        assertThat(result).failed(Symptom.ENVIRONMENT_DIFFERS).observed("/broken answered 503");
    }

    @Test
    void aPageThatSendsToALoginPageOfTheSameHostPasses() {
        server.on("/info", Response.json(INFO)).on("/start", Response.redirect("/page"));
        CheckResult result = CheckTestData.run(
                guard().allowingPrivate(server.hostAndPort(), "http"),
                new CheckTarget.Environment(
                        server.uri("/start"), server.uri("/info"), "production", "aurora-prod", null));
        assertThat(result).passed().observed("/page answered 200").noted("\"answeredBy\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "\"text\"",
                "{\"label\":",
                "{\"label\":\"production\"} trailing",
                "{\"label\":\"production\",\"label\":\"staging\"}"
            })
    void anInfoAddressThatAnswersSomethingElseFails(String body) {
        server.on("/info", request -> new Response(200, "application/json", body, java.util.Map.of()));
        assertThat(run("production", "aurora-prod", null))
                .failed(Symptom.ENVIRONMENT_DIFFERS)
                .observed("is not a JSON object");
    }

    @Test
    void hostileJsonFails() {
        server.on("/info", Response.json("{\"a\":".repeat(5000)));
        assertThat(run("production", "aurora-prod", null))
                .failed(Symptom.ENVIRONMENT_DIFFERS)
                .observed("not a JSON object");
    }

    @Test
    void anInfoAnswerThatIsTooLongFails() {
        server.on("/info", Response.json("{\"a\":\"%s\"}".formatted("x".repeat(70_000))));
        assertThat(run("production", "aurora-prod", null))
                .failed(Symptom.ENVIRONMENT_DIFFERS)
                .observed("too long");
    }

    @Test
    void anInfoAddressWithAnErrorFails() {
        assertThat(run("production", "aurora-prod", null))
                .failed(Symptom.ENVIRONMENT_DIFFERS)
                .observed("/info answered 404");
    }

    @Test
    void valuesOfTheServerCannotSpoilTheReport() {
        server.on(
                "/info",
                Response.json(
                        "{\"label\":\"a\\r\\nb\\u202e%s\",\"tenant\":\"aurora-prod\"}".formatted("x".repeat(500))));
        CheckResult result = run("production", "aurora-prod", null);
        assertThat(result)
                .failed(Symptom.ENVIRONMENT_DIFFERS)
                .observed("label is \"a b x")
                .observedNothingOf("\n", "\u202e", "x".repeat(101));
    }

    @Test
    void aSystemThatIsNotThereFails() {
        URI uri = server.uri("/");
        server.close();
        assertThat(CheckTestData.run(
                        guard().allowingPrivate(server.hostAndPort(), "http"),
                        new CheckTarget.Environment(uri, uri, "production", "aurora-prod", null)))
                .failed(Symptom.ENVIRONMENT_DIFFERS)
                .observed("connection refused")
                .noted("\"failure\"", "connection refused");
    }

    @Test
    void aHostThatIsNotAllowedSaysNothingAboutTheSystem() {
        assertThat(CheckTestData.run(
                        guard(),
                        new CheckTarget.Environment(
                                server.uri("/page"), server.uri("/info"), "production", "aurora-prod", null)))
                .inconclusive()
                .observed(server.hostAndPort(), "handover.checks.allowed-hosts");
    }
}

package dev.handover.checks;

import static dev.handover.checks.CheckResultAssert.assertThat;
import static dev.handover.checks.guard.GuardTestData.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handover.checks.TestServer.Received;
import dev.handover.checks.TestServer.Response;
import dev.handover.checks.guard.GuardTestData;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The checks that come with a credential: password sign-in, API key, role access. */
class SignInChecksTests {

    @AutoClose
    private final TestServer server = TestServer.start();

    private final GuardTestData guard = guard().allowingPrivate(server.hostAndPort(), "http")
            .holding("ada-password", "ada.admin-pw", server.hostAndPort())
            .holding("erp-key", "erp-token", server.hostAndPort());

    private static boolean isAda(Received request) {
        return TestServer.basic("ada.admin", "ada.admin-pw").equals(request.authorization());
    }

    private static JsonNode facts(CheckResult result) {
        try {
            return new ObjectMapper().readTree(result.observation().text()).path("facts");
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Nested
    class PasswordSignIn {

        private CheckResult run() {
            return CheckTestData.run(
                    guard, new CheckTarget.PasswordSignIn(server.uri("/me"), "ada.admin", "ada-password"));
        }

        @Test
        void aLoginThatTellsRightFromWrongPasses() {
            server.on("/me", request -> Response.status(isAda(request) ? 200 : 401));
            assertThat(run())
                    .passed()
                    .observed("200 to the right password", "401 to an altered one")
                    .noted("account ada.admin with secret ada-password", "altered");
            Assertions.assertThat(server.received()).hasSize(2);
            Assertions.assertThat(isAda(server.received().get(1)))
                    .as("the right password comes last")
                    .isTrue();
        }

        @Test
        void aLoginThatLetsEverybodyInFails() {
            server.on("/me", Response.status(200));
            assertThat(run()).failed(Symptom.CANNOT_SIGN_IN).observed("answered 200 to an altered password");
        }

        @Test
        void aLoginThatRefusesTheRightPasswordFails() {
            server.on("/me", Response.status(401));
            assertThat(run())
                    .failed(Symptom.CANNOT_SIGN_IN)
                    .observed("answered 401 to the right password")
                    .observedNothingOf("altered");
        }

        @Test
        void anErrorIsNotARefusal() {
            server.on("/me", request -> Response.status(isAda(request) ? 200 : 500));
            assertThat(run()).failed(Symptom.CANNOT_SIGN_IN).observed("answered 500 to an altered password");
        }

        @Test
        void aLoginPageForStrangersIsNotARefusal() {
            server.on("/me", request -> isAda(request) ? Response.status(200) : Response.redirect("/login"));
            server.on("/login", Response.status(401));
            assertThat(run()).failed(Symptom.CANNOT_SIGN_IN).observed("answered 302 to an altered password");
        }

        @Test
        void anUnknownSecretSaysNothingAboutTheSystem() {
            assertThat(CheckTestData.run(guard, new CheckTarget.PasswordSignIn(server.uri("/me"), "ada", "unknown")))
                    .inconclusive()
                    .observed("no secret \"unknown\"");
            Assertions.assertThat(server.received()).isEmpty();
        }
    }

    @Nested
    class ApiKey {

        private CheckResult run(String secret) {
            return CheckTestData.run(guard, new CheckTarget.ApiKey(server.uri("/key"), 200, secret));
        }

        @Test
        void aKeyThatIsAcceptedAndRefusedWhenAlteredPasses() {
            server.on(
                    "/key", request -> Response.status("Bearer erp-token".equals(request.authorization()) ? 200 : 403));
            assertThat(run("erp-key")).passed().observed("200 to the key", "403 to an altered one");
        }

        @Test
        void aKeyInAHeaderIsSentThereAndNowhereElse() {
            server.on(
                    "/key",
                    request -> "erp-token".equals(request.header("x-api-key")) && request.authorization() == null
                            ? Response.json("{\"status\": \"accepted\"}")
                            : Response.status(401));
            var expect = new dev.handover.checks.Assertions(200, Map.of(), Map.of("/status", "accepted"), List.of());
            assertThat(CheckTestData.run(
                            guard, new CheckTarget.ApiKey(server.uri("/key"), expect, "erp-key", "X-Api-Key")))
                    .passed()
                    .observed("200 to the key", "401 to an altered one");
        }

        @Test
        void aKeyThatDoesNotMatterFails() {
            server.on("/key", Response.status(200));
            assertThat(run("erp-key")).failed(Symptom.CONNECTORS_FAIL).observed("answered 200 to an altered key");
        }

        @Test
        void aKeyThatIsRefusedFails() {
            server.on("/key", Response.status(401));
            assertThat(run("erp-key"))
                    .failed(Symptom.CONNECTORS_FAIL)
                    .observed("to the key: answered 401 instead of 200");
        }

        @Test
        void aPlanAuthorCannotPointASecretAtAServerOfTheirOwn() {
            try (TestServer own = TestServer.start()) {
                own.on("/", Response.status(200));
                CheckResult result = CheckTestData.run(
                        guard.allowingPrivate(own.hostAndPort(), "http"),
                        new CheckTarget.ApiKey(own.uri("/"), 200, "erp-key"));
                assertThat(result).inconclusive().observed("erp-key", "may not be sent to " + own.hostAndPort());
                Assertions.assertThat(own.received()).isEmpty();
            }
        }

        @Test
        void aPlanWithoutASecretSaysNothingAboutTheKey() {
            assertThat(run(null)).inconclusive().observed("No secret is named");
        }

        @Test
        void whatTheServerEchoesIsNeitherObservedNorKept() {
            server.on(
                    "/key",
                    request -> new Response(
                            200,
                            "application/json",
                            "{\"you\":\"%s\"}".formatted(request.authorization()),
                            java.util.Map.of("Server", request.authorization())));
            CheckResult result = run("erp-key");
            Assertions.assertThat(result.toString() + result.observation().text())
                    .contains("[secret]")
                    .doesNotContain("erp-token", "erp-xoken");
        }
    }

    @Nested
    class RoleAccess {

        private final List<URI> may = List.of(server.uri("/api/work-orders"), server.uri("/api/scenes"));
        private final List<URI> mayNot =
                List.of(server.uri("/api/admin"), server.uri("/api/tickets"), server.uri("/api/gone"));
        private final List<URI> notStated = List.of(server.uri("/api/integrations"));

        private CheckResult run() {
            return CheckTestData.run(
                    guard,
                    new CheckTarget.RoleAccess(SignIn.basic("ada.admin", "ada-password"), may, mayNot, notStated));
        }

        @Test
        void everyCellAsItShouldBePasses() {
            server.on("/api/work-orders", Response.status(200))
                    .on("/api/scenes", Response.status(204))
                    .on("/api/admin", Response.status(403))
                    .on("/api/tickets", Response.status(401));
            assertThat(run()).passed().observed("all 5 address(es)");
            Assertions.assertThat(server.received()).hasSize(4).allMatch(SignInChecksTests::isAda);
        }

        @Test
        void exactlyTheCellsThatDifferAreListed() {
            server.on("/api/work-orders", Response.status(200))
                    .on("/api/scenes", Response.status(403))
                    .on("/api/admin", Response.status(200))
                    .on("/api/tickets", Response.status(403));
            Assertions.assertThat(run().observed())
                    .isEqualTo(
                            "\"ada.admin\": %s answered 403 but must be reachable; %s answered 200 but must be refused"
                                    .formatted(may.get(1), mayNot.get(0)));
            assertThat(run()).failed(Symptom.CANNOT_COMPLETE_TASKS);
        }

        @Test
        void beingSentToTheLoginPageIsARefusal() {
            server.on("/api/work-orders", Response.redirect("/login"))
                    .on("/login", Response.status(200))
                    .on("/api/scenes", Response.status(200))
                    .on("/api/admin", Response.redirect("/account/sign-in?next=admin"))
                    .on("/api/tickets", Response.status(403));
            Assertions.assertThat(run().observed())
                    .isEqualTo("\"ada.admin\": %s answered 302 with the login page but must be reachable"
                            .formatted(may.get(0)));
        }

        @Test
        void aRedirectElsewhereIsNeitherReachedNorRefused() {
            server.on("/api/work-orders", Response.redirect("/api/v2/work-orders"))
                    .on("/api/v2/work-orders", Response.status(200))
                    .on("/api/scenes", Response.status(200))
                    .on("/api/admin", Response.redirect("/welcome"))
                    .on("/api/tickets", Response.status(403));
            Assertions.assertThat(run().observed())
                    .isEqualTo(
                            "\"ada.admin\": %s answered 302 but must be reachable; %s answered 302 but must be refused"
                                    .formatted(may.get(0), mayNot.get(0)));
        }

        @Test
        void theRowOfTheMatrixTellsWhatDiffersFirstAndWhatWasNotAskedLast() {
            server.on("/api/work-orders", Response.status(200))
                    .on("/api/scenes", Response.status(200))
                    .on("/api/admin", Response.status(200))
                    .on("/api/tickets", Response.status(403));
            JsonNode matrix = facts(run()).path("matrix");
            Assertions.assertThat(matrix).hasSize(6);
            Assertions.assertThat(matrix.get(0).toString())
                    .isEqualTo(
                            "{\"persona\":\"ada.admin\",\"resource\":\"%s\",\"expected\":\"refused\",\"observed\":\"answered 200\",\"differs\":\"true\"}"
                                    .formatted(mayNot.get(0)));
            Assertions.assertThat(matrix.get(5).toString())
                    .isEqualTo(
                            "{\"persona\":\"ada.admin\",\"resource\":\"%s\",\"expected\":\"not stated\",\"observed\":\"not asked\",\"differs\":\"false\"}"
                                    .formatted(notStated.get(0)));
            Assertions.assertThat(matrix.findValuesAsText("differs"))
                    .containsExactly("true", "false", "false", "false", "false", "false");
            Assertions.assertThat(server.received()).extracting(Received::path).doesNotContain("/api/integrations");
        }

        @Test
        void anErrorIsNotARefusal() {
            server.on("/api/work-orders", Response.status(200))
                    .on("/api/scenes", Response.status(200))
                    .on("/api/admin", Response.status(500))
                    .on("/api/tickets", Response.status(403));
            assertThat(run())
                    .failed(Symptom.CANNOT_COMPLETE_TASKS)
                    .observed("/api/admin answered 500 but must be refused");
        }

        @Test
        void whoIsUnknownEverywhereCannotSignIn() {
            for (URI uri : List.of(may.get(0), may.get(1), mayNot.get(0))) {
                server.on(uri.getPath(), Response.status(401));
            }
            assertThat(run()).failed(Symptom.CANNOT_SIGN_IN);
            Assertions.assertThat(run().observed())
                    .isEqualTo("\"ada.admin\" cannot sign in: every address that must be reachable answered 401");
        }

        @Test
        void aStrangerWhoReachesWhatNobodyMayIsStillNamed() {
            server.on("/api/work-orders", Response.status(401))
                    .on("/api/scenes", Response.status(401))
                    .on("/api/admin", Response.status(200));
            assertThat(run()).failed(Symptom.CANNOT_COMPLETE_TASKS).observed("/api/admin answered 200");
        }

        @Test
        void aCellThatGivesNoAnswerDiffersAndTheOthersAreStillAsked() {
            server.handling("/api/work-orders", exchange -> exchange.close())
                    .on("/api/scenes", Response.status(200))
                    .on("/api/admin", Response.status(200))
                    .on("/api/tickets", Response.status(403));
            assertThat(run())
                    .failed(Symptom.CANNOT_COMPLETE_TASKS)
                    .observed("/api/work-orders: the connection", "/api/admin answered 200 but must be refused");
        }

        @Test
        void silenceIsNotTakenForAFailedSignIn() {
            for (URI uri : may) {
                server.handling(uri.getPath(), exchange -> exchange.close());
            }
            assertThat(run()).failed(Symptom.CANNOT_COMPLETE_TASKS);
        }

        @Test
        void aPersonaWithoutAnyAddressIsNotPassed() {
            assertThat(CheckTestData.run(
                            guard,
                            new CheckTarget.RoleAccess(
                                    SignIn.basic("ada.admin", "ada-password"), List.of(), List.of(), may)))
                    .inconclusive()
                    .observed("No address is named");
        }
    }
}

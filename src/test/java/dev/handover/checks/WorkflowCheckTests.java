package dev.handover.checks;

import static dev.handover.checks.CheckResultAssert.assertThat;
import static dev.handover.checks.guard.GuardTestData.guard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import dev.handover.checks.TestServer.Received;
import dev.handover.checks.TestServer.Response;
import dev.handover.checks.guard.Call.Method;
import dev.handover.checks.guard.GuardTestData;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripted workflows against a server that keeps orders, well or badly. */
class WorkflowCheckTests {

    private static final SignIn OTTO = SignIn.basic("otto", "operator");

    @AutoClose
    private final TestServer server = TestServer.start();

    @AutoClose("countDown")
    private final CountDownLatch release = new CountDownLatch(1);

    private final GuardTestData guard = guard().allowingPrivate(server.hostAndPort(), "http")
            .holding("operator", "0perator-pw", server.hostAndPort());

    @BeforeEach
    void takeOrders() {
        server.on("/orders", request -> switch (request.method() + " " + request.path()) {
            case "POST /orders" -> Response.json(201, "{\"id\": \"WO 1/2\", \"status\": \"draft\"}");
            case "DELETE /orders/WO 1/2" -> Response.status(204);
            default -> Response.json("{\"status\": \"released\", \"count\": 1.0}");
        });
    }

    private WorkflowRequest request(String name, Method method, String path, int status) {
        return new WorkflowRequest(
                name, method, server.uri("/") + path, Map.of(), null, Map.of(), Assertions.status(status), Map.of());
    }

    private WorkflowRequest create() {
        return new WorkflowRequest(
                "Create",
                Method.POST,
                server.uri("/orders").toString(),
                Map.of(),
                "{\"title\":\"Check\"}",
                Map.of(),
                new Assertions(201, Map.of(), Map.of("/status", "draft"), List.of()),
                Map.of("order", "/id"));
    }

    private WorkflowRequest see() {
        return request("See", Method.GET, "orders/{order}", 200);
    }

    private WorkflowRequest delete() {
        return request("Delete", Method.DELETE, "orders/{order}", 204);
    }

    private static CheckTarget.Workflow workflow(List<WorkflowRequest> requests, WorkflowRequest... cleanUp) {
        return new CheckTarget.Workflow(OTTO, requests, List.of(cleanUp));
    }

    private CheckResult run(CheckTarget target) {
        return CheckTestData.run(guard, target);
    }

    private List<String> asked() {
        return server.received().stream()
                .map(each -> each.method() + " " + each.path())
                .toList();
    }

    @Test
    void aWorkflowThatWorksPassesAndCleansUp() {
        assertThat(run(workflow(List.of(create(), see()), delete())))
                .passed()
                .observed("all 2 request(s)", "1 cleaned up");
        assertThat(asked()).containsExactly("POST /orders", "GET /orders/WO 1/2", "DELETE /orders/WO 1/2");
        assertThat(server.received())
                .extracting(Received::authorization)
                .containsOnly(TestServer.basic("otto", "0perator-pw"));
        assertThat(server.received().get(0).body()).isEqualTo("{\"title\":\"Check\"}");
    }

    @Test
    void theObservationTellsWhatWasSentAndWhatWasKept() {
        String observation =
                run(workflow(List.of(create()), delete())).observation().text();
        assertThat(observation)
                .contains("POST " + server.uri("/orders"), "\"kept order\" : \"WO 1/2\"", "title", "DELETE")
                .doesNotContain("0perator-pw");
    }

    @Test
    void aFailedAssertionNamesTheRequestAndCleansUp() {
        server.on("/orders/WO 1/2/release", Response.json(409, "{\"status\": \"locked\"}"));
        var releaseIt = request("Release it", Method.POST, "orders/{order}/release", 200);
        assertThat(run(workflow(List.of(create(), releaseIt, see()), delete())))
                .failed(Symptom.CANNOT_COMPLETE_TASKS)
                .observed("\"Release it\": answered 409 instead of 200");
        assertThat(asked()).endsWith("POST /orders/WO 1/2/release", "DELETE /orders/WO 1/2");
    }

    @Test
    void whatDiffersInTheCreationIsCleanedUpToo() {
        server.on("/odd", Response.json(201, "{\"id\": 7, \"status\": \"broken\"}"));
        WorkflowRequest odd = new WorkflowRequest(
                "Create",
                Method.POST,
                server.uri("/odd").toString(),
                Map.of(),
                null,
                Map.of("title", "a & b"),
                new Assertions(201, Map.of(), Map.of("/status", "draft"), List.of()),
                Map.of("order", "/id"));
        var remove = request("Delete", Method.DELETE, "orders/{order}", 200);
        assertThat(run(workflow(List.of(odd), remove)))
                .failed(Symptom.CANNOT_COMPLETE_TASKS)
                .observed("/status is \"broken\" instead of \"draft\"");
        assertThat(asked()).containsExactly("POST /odd", "DELETE /orders/7");
        assertThat(server.received().get(0).body()).isEqualTo("title=a+%26+b");
    }

    @Test
    void aCleanUpThatFailsFailsTheCheckAndTheOthersStillRun() {
        server.on("/stuck", Response.status(403));
        var stuck = request("Close", Method.DELETE, "stuck", 204);
        assertThat(run(workflow(List.of(create()), stuck, delete())))
                .failed(Symptom.CANNOT_COMPLETE_TASKS)
                .observed("every request answered", "clean-up \"Close\": answered 403 instead of 204");
        assertThat(asked()).endsWith("DELETE /orders/WO 1/2");
    }

    @Test
    void aCleanUpWhoseValueIsMissingIsLeftOutAndNamed() {
        var fails = request("Look first", Method.GET, "nothing-here", 200);
        var always = request("Log off", Method.POST, "orders", 201);
        assertThat(run(workflow(List.of(fails, create()), delete(), always)))
                .failed(Symptom.CANNOT_COMPLETE_TASKS)
                .observed(
                        "\"Look first\": answered 404", "clean-up \"Delete\": left out, since no answer gave {order}");
        assertThat(asked()).containsExactly("POST /orders");
    }

    private void hang(HttpExchange exchange) throws IOException {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CheckResult runWithin(Duration workflow, Duration run, CheckTarget target) {
        var limits = new CheckProperties(4, 4, Duration.ofMillis(100), workflow, Duration.ofSeconds(5), run);
        try (var data = new CheckTestData(guard, limits)) {
            return data.run(target);
        }
    }

    @Test
    void aWorkflowThatRunsOutOfTimeCleansUpInTimeOfItsOwn() {
        server.handling("/slow", this::hang);
        var slow = request("Wait", Method.GET, "slow", 200);
        assertThat(runWithin(
                        Duration.ofSeconds(2), Duration.ofSeconds(20), workflow(List.of(create(), slow), delete())))
                .failed(Symptom.CANNOT_COMPLETE_TASKS)
                .observed("\"Wait\"", "no complete answer within");
        assertThat(asked()).containsExactly("POST /orders", "DELETE /orders/WO 1/2");
    }

    @Test
    void aRunThatIsOverWaitsForTheCleanUp() {
        server.handling("/slow", this::hang);
        var slow = request("Wait", Method.GET, "slow", 200);
        Duration both = Duration.ofMillis(2_400);
        assertThat(runWithin(both, both, workflow(List.of(create(), slow), delete()))
                        .verdict())
                .isIn(Verdict.INCONCLUSIVE, Verdict.FAILED);
        assertThat(asked()).containsExactly("POST /orders", "DELETE /orders/WO 1/2");
    }

    @Test
    void aCleanUpThatHangsEndsWithItsOwnTimeAndIsTold() {
        server.handling("/slow", this::hang);
        var slow = request("Close", Method.POST, "slow", 200);
        var limits = new CheckProperties(
                4, 4, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofMillis(1_200), Duration.ofSeconds(10));
        try (var data = new CheckTestData(guard, limits)) {
            assertThat(data.run(workflow(List.of(create()), slow)))
                    .failed(Symptom.CANNOT_COMPLETE_TASKS)
                    .observed("clean-up \"Close\"", "no complete answer within");
        }
    }

    @Test
    void aSecretThatMayNotGoThereIsNoFaultOfTheProduct() {
        var target = new CheckTarget.Workflow(SignIn.basic("otto", "unknown"), List.of(create()), List.of(delete()));
        assertThat(run(target).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"..\"", "\".\"", "\" \"", "null", "{}", "[1]"})
    void aValueThatWouldLeadElsewhereIsNotKept(String id) {
        server.on("/bad", Response.json("{\"id\": %s}".formatted(id)));
        var bad = new WorkflowRequest(
                "Create",
                Method.POST,
                server.uri("/bad").toString(),
                Map.of(),
                null,
                Map.of(),
                Assertions.status(200),
                Map.of("order", "/id"));
        assertThat(run(workflow(List.of(bad), delete())))
                .failed(Symptom.CANNOT_COMPLETE_TASKS)
                .observed("cannot be kept as {order}");
        assertThat(asked()).containsExactly("POST /bad");
    }

    @Test
    void aValueIsPutInAsAValueEverywhere() {
        String hostile = "x/../admin?a=b#c{order}${7*7}\\\"";
        server.on("/hostile", Response.json(Json.newObject().put("id", hostile).toString()));
        var take = new WorkflowRequest(
                "Take",
                Method.GET,
                server.uri("/hostile").toString(),
                Map.of(),
                null,
                Map.of(),
                Assertions.status(200),
                Map.of("order", "/id"));
        var use = new WorkflowRequest(
                "Use",
                Method.POST,
                server.uri("/orders").toString() + "/{order}?q={order}",
                Map.of("X-Order", "<{order}>"),
                "{\"deep\":[{\"order\":\"no {order}\",\"n\":1}],\"{order}\":true}",
                Map.of(),
                Assertions.status(200),
                Map.of());
        assertThat(run(workflow(List.of(take, use)))).passed();
        Received received = server.received().get(1);
        assertThat(received.path()).isEqualTo("/orders/" + hostile);
        assertThat(received.query()).startsWith("q=x%2F..%2Fadmin%3Fa%3Db%23c").doesNotContain("&");
        assertThat(received.header("x-order")).isEqualTo("<" + hostile + ">");
        assertThat(Json.own(received.body()).at("/deep/0/order").asText()).isEqualTo("no " + hostile);
        assertThat(Json.own(received.body()).path("{order}").booleanValue()).isTrue();
    }

    @Test
    void aValueThatNoHeaderCarriesIsToldAndNotSent() {
        server.on("/lines", Response.json("{\"id\": \"a\\r\\nHost: evil\"}"));
        var take = new WorkflowRequest(
                "Take",
                Method.GET,
                server.uri("/lines").toString(),
                Map.of(),
                null,
                Map.of(),
                Assertions.status(200),
                Map.of("order", "/id"));
        var use = new WorkflowRequest(
                "Use",
                Method.GET,
                server.uri("/orders").toString(),
                Map.of("X-Order", "{order}"),
                null,
                Map.of(),
                Assertions.status(200),
                Map.of());
        assertThat(run(workflow(List.of(take, use))))
                .failed(Symptom.CANNOT_COMPLETE_TASKS)
                .observed("does not fit in");
        assertThat(asked()).containsExactly("GET /lines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://{host}/x", "http://a{b}.example/x", "ftp://a.example/", "http://a.example/#{x}"})
    void theHostIsWrittenOut(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkflowRequest(
                        "x", Method.GET, url, Map.of(), null, Map.of(), Assertions.status(200), Map.of()));
    }

    @Test
    void thereAreBounds() {
        assertThatIllegalArgumentException().isThrownBy(() -> workflow(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> workflow(Collections.nCopies(21, create())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CheckTarget.Workflow(OTTO, List.of(create()), Collections.nCopies(11, delete())));
    }
}

package dev.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.development.mail.MailServer;
import dev.handover.golive.Deputies;
import dev.handover.golive.Deputy;
import dev.handover.golive.DeputyTasks;
import dev.handover.golive.EnteredPeriod;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Deputies on the started application: their tasks, what they sign, and what they may not (rows A8 and D6). */
@ApplicationTest
class DeputyLifeTests {

    private static final String SIGN = "UserTask_SignOffBusiness";

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private Deputies deputies;

    @Autowired
    private DeputyTasks deputyTasks;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private MailServer mail;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    @AfterEach
    void nobodyIsAwayAnyMore() {
        deputies.all().stream()
                .filter(each -> each.stateAt(clock.instant()) != EnteredPeriod.State.OVER)
                .forEach(each -> deputies.end(each.id(), "admin"));
    }

    /** Ids of the tasks that a filter of the Tasklist shows. */
    private List<String> filtered(String user, String filter) {
        var id = rest.get(user, "/engine-rest/filter?maxResults=1&name=" + filter.replace(' ', '+'))
                .json()
                .at("/0/id")
                .asText();
        return rest.get(user, "/engine-rest/filter/%s/list?maxResults=200".formatted(id))
                .json()
                .findValuesAsText("id");
    }

    @Test
    void openTasksGoToTheDeputyWithTheirFormsAndTheSignatureNamesBoth() {
        var goLive = handoff.start().reachSignOff();
        var task = goLive.task("business", SIGN);
        var id = task.get("id").asText();
        var shown = goLive.field("business", SIGN, "manifest");
        assertThat(goLive.tasks("deputy")).isEmpty();
        assertThat(rest.get("deputy", goLive.path("")).status()).isEqualTo(404);

        standIn("business", "deputy");

        assertThat(goLive.task("deputy", SIGN).get("id").asText()).isEqualTo(id);
        assertThat(goLive.task("deputy", SIGN).get("owner").asText()).isEqualTo("business");
        assertThat(filtered("business", "With my deputy")).contains(id);
        assertThat(filtered("business", "My tasks")).doesNotContain(id);
        assertThat(filtered("deputy", "My tasks")).contains(id);
        assertThat(goLive.field("deputy", SIGN, "manifest")).isEqualTo(shown);
        assertThat(rest.get("deputy", goLive.path("")).status()).isEqualTo(200);
        assertThat(rest.get("deputy", "/api/go-lives").text()).contains(goLive.key());
        assertThat(rest.get("deputy", "/tasks/%s/briefing".formatted(id)).status())
                .isIn(200, 302, 401);
        goLive.work();
        assertThat(lettersTo("deputy")).anyMatch(text -> text.contains("You are asked as deputy for Bianca Berg."));

        refused(goLive.submit("business", task, "decision", "approve", "manifest", shown), 403, "or to their deputy");
        goLive.sign("deputy", SIGN);

        var signOff = signOff(goLive, "business");
        assertThat(signOff.get("state").asText()).isEqualTo("approved");
        assertThat(signOff.get("by").asText()).isEqualTo("deputy");
        assertThat(signOff.get("for").asText()).isEqualTo("business");
        var done = history.createHistoricTaskInstanceQuery().taskId(id).singleResult();
        assertThat(List.of(done.getAssignee(), done.getOwner())).containsExactly("deputy", "business");
        assertThat(rest.get("auditor", goLive.path("/report")).text())
                .contains("Dora Dietz (deputy), deputy for Bianca Berg (business)")
                .contains("Signed as business acceptance owner, as deputy for Bianca Berg");
    }

    @Test
    void aTaskThatComesWhileADeputyStandsInIsTheDeputysAtOnceAndGoesBackAtTheEnd() {
        var goLive = handoff.start().reachValidation();
        var named = standIn("business", "deputy");
        goLive.confirmSteps();
        var task = goLive.task("deputy", SIGN);
        assertThat(task.get("owner").asText()).isEqualTo("business");
        var manifest = goLive.field("deputy", SIGN, "manifest");

        assertThat(end("business", named).status()).isEqualTo(200);

        assertThat(goLive.tasks("deputy")).isEmpty();
        assertThat(goLive.task("business", SIGN).get("owner").isNull()).isTrue();
        assertThat(goLive.field("business", SIGN, "manifest")).isEqualTo(manifest);
        assertThat(rest.get("deputy", goLive.path("")).status()).isEqualTo(404);
        refused(goLive.submit("deputy", task, "decision", "approve", "manifest", manifest), 404, "");
        assertThat(states(goLive)).containsOnly("pending");
        goLive.sign("business", SIGN);
        assertThat(signOff(goLive, "business").get("for").isNull()).isTrue();
    }

    @Test
    void whoStandsInASecondTimeIsMailedASecondTime() {
        var goLive = handoff.start();
        rest.post("support", goLive.path("/blockers"), Map.of("title", "The lift is stuck"));
        goLive.work();
        for (var period = 0; period < 2; period++) {
            var named = standIn("support", "deputy");
            goLive.work();
            end("support", named);
            goLive.work();
        }

        assertThat(askedIn(goLive, "deputy")).hasSize(2).doesNotHaveDuplicates();
        assertThat(askedIn(goLive, "support"))
                .as("first, and twice when it came back")
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    /** Message-IDs of the mails that asked the person to resolve a blocker of that go-live. */
    private List<String> askedIn(Handoff.Run goLive, String person) {
        return mail.mailbox().to(person + "@handover.example").stream()
                .filter(letter -> letter.content().text().contains(goLive.key()))
                .filter(letter -> letter.content().subject().startsWith("Resolve"))
                .map(letter -> letter.content().messageId())
                .toList();
    }

    /** Nobody has moved the task back yet: the clock alone decides. */
    @Test
    void onceThePeriodIsOverADeputyIsRefusedEvenWithTheTaskInHand() {
        var goLive = handoff.start();
        rest.post("support", goLive.path("/blockers"), Map.of("title", "The printer is on fire"));
        goLive.work();
        var task = goLive.task("support", "UserTask_ResolveRaisedBlocker");
        var named = standIn("support", "deputy");
        goLive.wait(Duration.between(clock.instant(), named.endsAt()));
        assertThat(assignee(task)).isEqualTo("deputy");
        refused(goLive.submit("deputy", task, "decision", "fixed", "reason", "Out."), 403, "or to their deputy");
        assertThat(blockerStates(goLive)).containsExactly("open");

        deputyTasks.due().forEach(deputyTasks::move);

        assertThat(assignee(task)).isEqualTo("support");
        assertThat(goLive.tasks("deputy")).isEmpty();
        goLive.done("support", "UserTask_ResolveRaisedBlocker", "decision", "fixed", "reason", "Out.");
    }

    @Test
    void onlyOneOfEndAndDecisionCountsHoweverCloseTheyAre() {
        var goLive = handoff.start();
        for (var round = 0; round < 4; round++) {
            rest.post("support", goLive.path("/blockers"), Map.of("title", "Blocker " + round));
            goLive.work();
            var named = standIn("support", "deputy");
            var task = goLive.task("deputy", "UserTask_ResolveRaisedBlocker");
            var decision = CompletableFuture.supplyAsync(
                    () -> goLive.submit("deputy", task, "decision", "fixed", "reason", "Done."));
            var end = CompletableFuture.supplyAsync(() -> end("support", named));
            assertThat(end.join().status()).as(end.join().text()).isEqualTo(200);
            var open = tasks.createTaskQuery().taskId(task.get("id").asText()).singleResult();
            if (decision.join().status() == 204) {
                assertThat(open).isNull();
            } else {
                assertThat(decision.join().status()).as(decision.join().text()).isIn(403, 404, 409);
                assertThat(open.getAssignee()).isEqualTo("support");
                assertThat(open.getOwner()).isNull();
                goLive.done("support", "UserTask_ResolveRaisedBlocker", "decision", "fixed", "reason", "Done.");
            }
            goLive.work();
            assertThat(blockerStates(goLive)).hasSize(round + 1).containsOnly("resolved");
        }
    }

    @Test
    void acceptingARoleAndTheRequestersTasksStayPersonal() {
        var goLive = handoff.start();
        standIn("business", "deputy");
        standIn("requester", "outsider");
        assertThat(goLive.tasks("deputy")).isEmpty();
        assertThat(goLive.tasks("outsider")).isEmpty();
        goLive.done("business", "UserTask_AcceptRole", "decision", "accept");
    }

    @Test
    void aDeputyWhoSignsAlreadyIsNotAskedAndTheRequesterIsToldWhatToDo() {
        var goLive = handoff.start().reachSignOff();
        var task = goLive.task("business", SIGN);
        var manifest = goLive.field("business", SIGN, "manifest");
        standIn("business", "environment");
        assertThat(assignee(task)).isEqualTo("business");
        refused(goLive.submit("environment", task, "decision", "approve", "manifest", manifest), 404, "");
        goLive.work();
        for (var person : List.of("requester", "business")) {
            assertThat(lettersTo(person))
                    .as(person)
                    .anyMatch(text ->
                            text.contains("Erik Engel signs as environment owner already; one person never signs twice")
                                    && text.contains("ends the period and names another deputy"));
        }
        goLive.sign("environment", "UserTask_SignOffEnvironment");
        goLive.sign("business", SIGN);
        assertThat(states(goLive)).containsOnly("approved", "pending");
    }

    /** Both are asked for at the same moment; who has signed for the one owner is not left with the task of the other. */
    @Test
    void oneDeputyOfTwoSignersSignsOnce() {
        standIn("business", "deputy");
        standIn("environment", "deputy");
        var goLive = handoff.start().reachSignOff();
        assertThat(goLive.tasks("deputy"))
                .extracting(task -> task.get("taskDefinitionKey").asText())
                .containsExactly(SIGN);
        goLive.sign("deputy", SIGN);
        goLive.sign("environment", "UserTask_SignOffEnvironment");
        assertThat(signOff(goLive, "environment").get("for").isNull()).isTrue();
    }

    @Test
    void theRequesterIsNeverAskedToSignNotAsADeputyEither() {
        standIn("change", "requester");
        var goLive = handoff.start().reachSignOff();
        goLive.sign("business", SIGN);
        goLive.sign("environment", "UserTask_SignOffEnvironment");
        var task = goLive.task("change", "UserTask_ApproveChange");
        var manifest = goLive.field("change", "UserTask_ApproveChange", "manifest");
        refused(goLive.submit("requester", task, "decision", "approve", "manifest", manifest), 404, "");
        assertThat(signOff(goLive, "change").get("state").asText()).isEqualTo("pending");
    }

    @Test
    void whoHasLostTheirGroupsDecidesNothing() {
        var admin = Web.withPassword(port, "admin", "admin");
        var person =
                "{\"profile\":{\"id\":\"leaver\",\"firstName\":\"Lea\"},\"credentials\":{\"password\":\"Correct-Horse-7\"}}";
        assertThat(admin.json("POST", "/engine-rest/user/create", person).status())
                .isEqualTo(204);
        var membership = "/engine-rest/group/owners/members/leaver";
        assertThat(admin.json("PUT", membership, "").status()).isEqualTo(204);
        var goLive = handoff.start(handoff.plan().replace("support: support", "support: leaver"));
        rest.post("business", goLive.path("/blockers"), Map.of("title", "Something"));
        goLive.work();
        var task =
                goLive.task("admin", "UserTask_ResolveRaisedBlocker").get("id").asText();
        assertThat(rest.put("admin", "/api/users/leaver/groups", Map.of("groups", List.of()))
                        .status())
                .isEqualTo(200);
        var answer = Web.withPassword(port, "leaver", "Correct-Horse-7")
                .json(
                        "POST",
                        "/engine-rest/task/" + task + "/complete",
                        "{\"variables\":{\"decision\":{\"value\":\"fixed\"},\"reason\":{\"value\":\"Done.\"}}}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.json().get("message").asText()).contains("belongs to no group any more");
        assertThat(blockerStates(goLive)).containsExactly("open");
    }

    private Deputy standIn(String principal, String deputy) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var answer = rest.post(
                principal,
                "/api/deputies",
                Map.of("deputy", deputy, "from", today, "until", today, "zone", "UTC", "note", "On leave."));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return deputies.get(java.util.UUID.fromString(answer.json().get("id").asText()));
    }

    private Rest.Answer end(String person, Deputy named) {
        return rest.post(person, "/api/deputies/%s/end".formatted(named.id()), Map.of());
    }

    private static void refused(Rest.Answer answer, int status, String words) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().get("message").asText()).contains(words).doesNotContain("ENGINE-", "Exception");
    }

    /** Their words, in one line each. */
    private List<String> lettersTo(String person) {
        return mail.mailbox().to(person + "@handover.example").stream()
                .map(letter -> letter.content().text().replaceAll("\\s+", " "))
                .toList();
    }

    private String assignee(JsonNode task) {
        return tasks.createTaskQuery()
                .taskId(task.get("id").asText())
                .singleResult()
                .getAssignee();
    }

    private static JsonNode signOff(Handoff.Run goLive, String role) {
        for (var signOff : goLive.state().get("signOffs")) {
            if (signOff.get("role").asText().equals(role)) {
                return signOff;
            }
        }
        throw new AssertionError("nobody asked the " + role);
    }

    private static List<String> states(Handoff.Run goLive) {
        return goLive.state().get("signOffs").findValuesAsText("state");
    }

    private static List<String> blockerStates(Handoff.Run goLive) {
        return goLive.state().get("blockers").findValuesAsText("state");
    }
}

package dev.handover.process.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

import dev.handover.ApplicationTest;
import dev.handover.Handoff;
import dev.handover.Web;
import dev.handover.Web.Answer;
import dev.handover.shared.HandoverException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody hears who is refused while working on a task, through each of the doors to the engine. */
@ApplicationTest
class EngineAnswersTests {

    private static final String NOTHING = "{\"variables\":{}}";
    private static final String ACCEPTED = "{\"variables\":{\"decision\":{\"value\":\"accept\"}}}";
    private static final String OWNER = "business";

    @LocalServerPort
    private int port;

    @Autowired
    private Handoff handoff;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RepositoryService repository;

    @AfterEach
    void inNobodysName() {
        identity.clearAuthentication();
    }

    @Test
    void tasklistAndTheEngineRestInterfaceAreToldTheRefusalAsItWasSaid() {
        var task = newTask();
        var browser = Web.browser(port);
        browser.logIn(OWNER, OWNER);
        browser.page("/camunda/app/tasklist/default/");
        var token = Map.of("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN").orElseThrow());
        var path = "/camunda/api/engine/engine/default/task/" + task + "/submit-form";

        var inTasklist = browser.json("POST", path, NOTHING, token);
        var inRest = owner().json("POST", "/engine-rest/task/" + task + "/complete", NOTHING);

        assertThat(inTasklist.status()).isEqualTo(422);
        assertThat(inTasklist.json().get("type").asText()).isEqualTo("urn:handover:invalid-input");
        assertThat(inTasklist.json().get("message").asText())
                .contains("decision")
                .doesNotContain("ENGINE-", "Exception");
        assertThat(inRest.body()).isEqualTo(inTasklist.body());
        assertThat(isOpen(task)).isTrue();
        assertThat(browser.json("POST", path, ACCEPTED, token).status()).isEqualTo(204);
        assertThat(isOpen(task)).isFalse();
    }

    @Test
    void ourOwnCodeGetsTheRefusalItself() {
        var task = newTask();
        assertThatThrownBy(() -> tasks.complete(task)).isInstanceOf(HandoverException.class);
    }

    @Test
    void aTaskThatIsGoneIsAConflictAndNotAFault() {
        var task = newTask();
        assertThat(complete(task).status()).isEqualTo(204);
        for (var call : List.of("complete", "submit-form")) {
            var late = owner().json("POST", "/engine-rest/task/" + task + "/" + call, ACCEPTED);
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.json().get("message").asText()).startsWith("This task is not open any more");
        }
    }

    @Test
    void ofSeveralCompletionsAtOnceOneCountsAndTheOthersAreConflicts() throws Exception {
        for (var round = 0; round < 5; round++) {
            var task = newTask();
            var answers = atOnce(4, () -> complete(task));
            assertThat(answers)
                    .as(answers.stream().map(Answer::body).toList().toString())
                    .extracting(Answer::status)
                    .containsOnlyOnce(204)
                    .containsOnly(204, 409);
            assertThat(history.createHistoricTaskInstanceQuery()
                            .taskId(task)
                            .finished()
                            .count())
                    .isOne();
        }
    }

    @Test
    void somebodyElsesTaskCannotBeToldFromOneThatDoesNotExist() {
        var task = newTask();
        var outsider = Web.withPassword(port, "outsider", "outsider");
        for (var id : List.of(task, "no-such-task")) {
            assertThat(outsider.get("/engine-rest/task/" + id).status()).isEqualTo(404);
            var answer = outsider.json("POST", "/engine-rest/task/" + id + "/complete", ACCEPTED);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().get("message").asText()).startsWith("There is no task \"" + id);
        }
        assertThat(isOpen(task)).isTrue();
    }

    @Test
    void theHolderOfATaskCanNeitherPassItOnNorChangeVariables() {
        var path = "/engine-rest/task/" + newTask();
        assertThat(owner().json("POST", path + "/assignee", "{\"userId\":\"outsider\"}")
                        .status())
                .isEqualTo(403);
        assertThat(owner().json("POST", path + "/claim", "{\"userId\":\"outsider\"}")
                        .status())
                .isEqualTo(409);
        assertThat(owner().json("PUT", path + "/variables/x", "{\"value\":1}").status())
                .isEqualTo(403);
        assertThat(owner().json("POST", path + "/bpmnError", "{\"errorCode\":\"rolled-back\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aTextThatTheDatabaseCannotHoldIsNoFault() {
        var answer = owner().json("POST", "/engine-rest/task/count", "{\"taskDefinitionKey\":\"a\\u0000b\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("U+0000").doesNotContainIgnoringCase("sql", "postgres", "org.", "exception");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0000', textBlock = """
            PUT  | group/nope/members/production   | {}                                                                                        | 404 | There is no group "nope"
            PUT  | group/owners/members/nope       | {}                                                                                        | 404 | There is no user "nope"
            PUT  | group/owners/members/production | {}                                                                                        | 409 | there already
            POST | group/create                    | {"id":"owners","name":"x"}                                                                | 409 | there already
            POST | group/create                    | {"id":"%1$s","name":"x"}                                                                  | 422 | too long
            POST | user/create                     | {"profile":{"id":"production"},"credentials":{"password":"wintergarden kettle 9"}}        | 409 | there already
            POST | user/create                     | {"profile":{"id":"n1"},"credentials":{"password":"short"}}                                | 422 | Password does not match policy
            POST | user/create                     | {"profile":{"id":"n1","email":"%1$s"},"credentials":{"password":"wintergarden kettle 9"}} | 422 | too long
            PUT  | job/nope/retries                | {"retries":1}                                                                             | 404 | There is no job "nope"
            """)
    void anAdminIsToldWhatCannotBeDoneAsAsked(String method, String path, String body, int status, String words) {
        var admin = Web.withPassword(port, "admin", "admin");
        var answer = admin.json(method, "/engine-rest/" + path, body.formatted("x".repeat(300)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().get("message").asText())
                .contains(words)
                .doesNotContain("ENGINE-", "Exception", "insert");
        assertThat(identity.createUserQuery().userId("n1").count()).isZero();
    }

    @Test
    void aFaultTellsNothingOfTheInside() {
        var response = mock(ContainerResponseContext.class);
        given(response.getStatusInfo()).willReturn(Response.Status.INTERNAL_SERVER_ERROR);
        new EngineAnswers.FaultsWithoutInside().filter(null, response);
        then(response)
                .should()
                .setEntity(argThat(entity -> entity.toString().contains("urn:handover:fault")), any(), any());

        var fine = mock(ContainerResponseContext.class);
        given(fine.getStatusInfo()).willReturn(Response.Status.BAD_REQUEST);
        new EngineAnswers.FaultsWithoutInside().filter(null, fine);
        then(fine).should(never()).setEntity(any(), any(), any());
    }

    @Test
    void inTheNameOfAPersonNobodyDeploysWhateverTheWay() {
        identity.setAuthentication("admin", List.of("camunda-admin"));
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("x.bpmn", "<x/>")
                        .deploy())
                .isInstanceOf(HandoverException.class)
                .hasMessageContaining("come with the product");
    }

    private Answer complete(String task) {
        return owner().json("POST", "/engine-rest/task/" + task + "/complete", ACCEPTED);
    }

    private Web owner() {
        return Web.withPassword(port, OWNER, OWNER);
    }

    /** Id of a task that waits for the owner alone. */
    private String newTask() {
        return handoff.start().task(OWNER, "UserTask_AcceptRole").get("id").asText();
    }

    private boolean isOpen(String task) {
        return tasks.createTaskQuery().taskId(task).count() == 1;
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        var executor = Executors.newFixedThreadPool(times);
        try {
            var results = new ArrayList<T>();
            for (var result : executor.invokeAll(Collections.nCopies(times, call))) {
                results.add(result.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}

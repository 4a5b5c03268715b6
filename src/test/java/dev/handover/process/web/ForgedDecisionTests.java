package dev.handover.process.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.ApplicationTest;
import dev.handover.Handoff;
import dev.handover.Rest;
import dev.handover.Web;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every way past the form of a task, for everybody and through both doors to the engine: refused, and neither variables nor
 * sign-offs change (rows A9 and A10).
 */
@ApplicationTest
class ForgedDecisionTests {

    private static final String SIGN = "UserTask_SignOffBusiness";

    /** The project team, the other owners, who has no part, and who sees everything. */
    private static final List<String> OTHERS = List.of("requester", "environment", "change", "outsider", "admin");

    private static final List<String> DOORS = List.of("/engine-rest", "/camunda/api/engine/engine/default");

    /** Method, path and body; {task}, {instance}, {execution} and {user} (who calls) stand for what is meant. */
    private static final List<String> PAST_THE_FORM = List.of(
            "POST /task/{task}/assignee {\"userId\":\"{user}\"}",
            "POST /task/{task}/delegate {\"userId\":\"{user}\"}",
            "POST /task/{task}/resolve {\"variables\":{\"businessApproved\":{\"value\":true}}}",
            "POST /task/{task}/unclaim {}",
            "POST /task/{task}/bpmnError {\"errorCode\":\"rejected\"}",
            "POST /task/{task}/bpmnEscalation {\"escalationCode\":\"x\"}",
            "PUT /task/{task} {\"assignee\":\"{user}\",\"owner\":\"{user}\"}",
            "DELETE /task/{task} ",
            "POST /task/{task}/identity-links {\"userId\":\"{user}\",\"type\":\"owner\"}",
            "POST /task/{task}/identity-links/delete {\"userId\":\"business\",\"type\":\"assignee\"}",
            "PUT /task/{task}/variables/businessApproved {\"value\":true}",
            "POST /task/{task}/variables {\"modifications\":{\"businessApproved\":{\"value\":true}}}",
            "DELETE /task/{task}/variables/manifest ",
            "PUT /task/{task}/localVariables/manifest {\"value\":\"x\"}",
            "POST /task/{task}/localVariables {\"modifications\":{\"manifest\":{\"value\":\"x\"}}}",
            "DELETE /task/{task}/localVariables/manifest ",
            "POST /task/create {\"assignee\":\"{user}\"}",
            "PUT /process-instance/{instance}/variables/businessApproved {\"value\":true}",
            "POST /process-instance/{instance}/variables {\"modifications\":{\"businessApproved\":{\"value\":true}}}",
            "DELETE /process-instance/{instance}/variables/cutOff ",
            "POST /process-instance/{instance}/modification {\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"{element}\"}]}",
            "POST /process-instance/variables-async {\"processInstanceIds\":[\"{instance}\"],\"variables\":{\"businessApproved\":{\"value\":true}}}",
            "POST /process-instance/message-async {\"processInstanceIds\":[\"{instance}\"],\"messageName\":\"Message_EvidenceChanged\"}",
            "DELETE /process-instance/{instance} ",
            "POST /process-instance/delete {\"processInstanceIds\":[\"{instance}\"]}",
            "POST /execution/{execution}/signal {\"variables\":{\"businessApproved\":{\"value\":true}}}",
            "POST /execution/{execution}/create-incident {\"incidentType\":\"x\"}",
            "POST /execution/{execution}/messageSubscriptions/Message_EvidenceChanged/trigger {}",
            "POST /execution/{execution}/localVariables {\"modifications\":{\"businessApproved\":{\"value\":true}}}",
            "PUT /execution/{execution}/localVariables/businessApproved {\"value\":true}",
            "POST /message {\"messageName\":\"Message_EvidenceChanged\",\"processInstanceId\":\"{instance}\"}",
            "POST /signal {\"name\":\"x\"}",
            "POST /condition {\"variables\":{\"businessApproved\":{\"value\":true}}}",
            "POST /modification/execute {\"processInstanceIds\":[\"{instance}\"]}",
            "POST /migration/execute {}",
            "POST /process-definition/key/sign-off/start {}",
            "POST /process-definition/key/release/start {\"startInstructions\":[]}",
            "POST /process-definition/key/sign-off/submit-form {}",
            "PUT /batch/x/suspended {\"suspended\":false}",
            "DELETE /batch/x ",
            "POST /external-task/x/complete {}");

    private static final String APPROVAL =
            "{\"variables\":{\"decision\":{\"value\":\"approve\"},\"manifest\":{\"value\":\"%s\"}}}";

    @LocalServerPort
    private int port;

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void nothingGoesPastTheFormOfATask() {
        var goLive = handoff.start().reachSignOff();
        var task = goLive.task("business", SIGN);
        var before = everything(goLive);
        for (var user : List.of("business", "requester", "environment", "change", "outsider", "admin")) {
            for (var door : DOORS) {
                var caller = caller(door, user);
                for (var call : PAST_THE_FORM) {
                    var answer = caller.call(filledIn(call, task, user));
                    assertThat(answer.status())
                            .as("%s: %s %s", user, door, call)
                            .isIn(400, 403, 404, 405, 409);
                }
            }
        }
        assertThat(everything(goLive)).isEqualTo(before);
    }

    @Test
    void nobodyTakesOrDecidesSomebodyElsesTask() {
        var goLive = handoff.start().reachSignOff();
        var task = goLive.task("business", SIGN);
        var approval = APPROVAL.formatted(goLive.field("business", SIGN, "manifest"));
        var before = everything(goLive);
        for (var user : OTHERS) {
            for (var door : DOORS) {
                var caller = caller(door, user);
                for (var call : List.of(
                        "POST /task/{task}/claim {\"userId\":\"{user}\"}",
                        "POST /task/{task}/claim {\"userId\":\"business\"}",
                        "POST /task/{task}/complete " + approval,
                        "POST /task/{task}/submit-form " + approval)) {
                    var answer = caller.call(filledIn(call, task, user));
                    assertThat(answer.status())
                            .as("%s: %s %s", user, door, call)
                            .isIn(403, 404, 409);
                    assertThat(answer.json().get("message").asText())
                            .isNotBlank()
                            .doesNotContain("ENGINE-", "Exception", "org.camunda");
                }
            }
        }
        assertThat(everything(goLive)).isEqualTo(before);
    }

    @Test
    void whoIsRecordedIsWhoIsLoggedInWhateverHeadersSay() {
        var goLive = handoff.start().reachSignOff();
        var path = "/engine-rest/task/%s/complete"
                .formatted(goLive.task("business", SIGN).get("id").asText());
        var approval = APPROVAL.formatted(goLive.field("business", SIGN, "manifest"));
        var headers = new LinkedHashMap<String, String>();
        List.of("X-Forwarded-User", "X-Remote-User", "Remote-User", "X-Authenticated-User", "X-Authorized-User", "From")
                .forEach(header -> headers.put(header, "business"));
        assertThat(Web.withPassword(port, "admin", "admin")
                        .json("POST", path, approval, headers)
                        .status())
                .isIn(403, 404);
        headers.replaceAll((header, person) -> "admin");
        assertThat(Web.withPassword(port, "business", "business")
                        .json("POST", path, approval, headers)
                        .status())
                .isEqualTo(204);
        assertThat(goLive.state().get("signOffs").findValuesAsText("by"))
                .contains("business")
                .doesNotContain("admin");
    }

    @Test
    void theHolderSendsOnlyTheFieldsOfTheFormAndOnlyWhatAFormSends() {
        var goLive = handoff.start().reachSignOff();
        var id = goLive.task("business", SIGN).get("id").asText();
        var manifest = goLive.field("business", SIGN, "manifest");
        var before = everything(goLive);
        var field = "\"manifest\":{\"value\":\"%s\"}".formatted(manifest);
        for (var forged : List.of(
                "approved",
                "businessApproved",
                "environmentApproved",
                "check1",
                "initiator",
                "by",
                "onBehalfOf",
                "decidedBy",
                "owner",
                "assignee",
                "cutOff",
                "role")) {
            refused(
                    id,
                    "{\"variables\":{\"decision\":{\"value\":\"approve\"},%s,\"%s\":{\"value\":true}}}"
                            .formatted(field, forged));
        }
        for (var decision : List.of(
                "null",
                "1",
                "true",
                "[\"approve\"]",
                "{\"a\":\"approve\"}",
                "\"\"",
                "\"APPROVE\"",
                "\" approve\"",
                "\"accept\"",
                "\"go\"")) {
            refused(id, "{\"variables\":{\"decision\":{\"value\":%s},%s}}".formatted(decision, field));
        }
        for (var wrong : List.of("1", "true", "null", "\"\"", "\"x\"", "\"%s0\"".formatted(manifest), "{\"a\":1}")) {
            refused(
                    id,
                    "{\"variables\":{\"decision\":{\"value\":\"approve\"},\"manifest\":{\"value\":%s}}}"
                            .formatted(wrong));
        }
        for (var typed : List.of(
                "\"type\":\"Json\",\"value\":\"{}\"",
                "\"type\":\"Object\",\"value\":\"rO0AB\",\"valueInfo\":{\"objectTypeName\":\"java.lang.String\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}",
                "\"type\":\"Bytes\",\"value\":\"YQ==\"",
                "\"type\":\"File\",\"value\":\"YQ==\",\"valueInfo\":{\"filename\":\"a.html\"}",
                "\"type\":\"Xml\",\"value\":\"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>\"",
                "\"type\":\"Object\",\"value\":\"{}\",\"valueInfo\":{\"objectTypeName\":\"dev.handover.HandoverApplication\",\"serializationDataFormat\":\"application/json\"}",
                "\"type\":\"NoSuchType\",\"value\":\"a\"")) {
            refused(
                    id,
                    "{\"variables\":{\"decision\":{\"value\":\"approve\"},%s,\"reason\":{%s}}}"
                            .formatted(field, typed));
        }
        assertThat(everything(goLive)).isEqualTo(before);
    }

    private void refused(String task, String body) {
        for (var way : List.of("complete", "submit-form")) {
            var answer = Web.withPassword(port, "business", "business")
                    .json("POST", "/engine-rest/task/%s/%s".formatted(task, way), body);
            assertThat(answer.status()).as("%s: %s", body, answer.body()).isIn(400, 409, 422);
        }
    }

    @Test
    void aFormOfAnEarlierRoundIsWorthNothing() {
        var goLive = handoff.start().reachSignOff();
        var first = goLive.task("business", SIGN);
        var manifest = goLive.field("business", SIGN, "manifest");
        goLive.sign("business", SIGN);
        assertThat(goLive.submit("business", first, "decision", "approve", "manifest", manifest)
                        .status())
                .isEqualTo(409);
        rest.addStatement("support", goLive.key(), "support-handoff", "Pack", "The pack was changed.");
        goLive.work();
        var before = everything(goLive);
        var second = goLive.task("business", SIGN);
        assertThat(goLive.submit("business", first, "decision", "approve", "manifest", manifest)
                        .status())
                .isEqualTo(409);
        var stale = goLive.submit("business", second, "decision", "approve", "manifest", manifest);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().get("type").asText()).isEqualTo("urn:handover:stale-evidence");
        assertThat(everything(goLive)).isEqualTo(before);
    }

    /** Variables of all its instances, its open tasks with their people, and its sign-offs. */
    private Map<String, List<String>> everything(Handoff.Run goLive) {
        var instances = runtime.createProcessInstanceQuery().processInstanceBusinessKey(goLive.key()).list().stream()
                .map(each -> each.getProcessInstanceId())
                .toList();
        return Map.of(
                "variables",
                runtime
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(instances.toArray(String[]::new))
                        .list()
                        .stream()
                        .map(each -> "%s %s=%s".formatted(each.getExecutionId(), each.getName(), each.getValue()))
                        .sorted()
                        .toList(),
                "tasks",
                tasks.createTaskQuery().processInstanceBusinessKey(goLive.key()).list().stream()
                        .map(each -> "%s %s %s %s"
                                .formatted(
                                        each.getId(), each.getAssignee(), each.getOwner(), each.getDelegationState()))
                        .sorted()
                        .toList(),
                "sign-offs",
                jdbc
                        .queryForList("select * from sign_off where go_live = ? order by role, round", goLive.key())
                        .stream()
                        .map(Object::toString)
                        .toList());
    }

    private static String filledIn(String call, com.fasterxml.jackson.databind.JsonNode task, String user) {
        return call.replace("{task}", task.get("id").asText())
                .replace("{instance}", task.get("processInstanceId").asText())
                .replace("{execution}", task.get("executionId").asText())
                .replace("{element}", SIGN)
                .replace("{user}", user);
    }

    /** Somebody at one of the doors. */
    private record Caller(Web web, String door, Map<String, String> headers) {

        private Web.Answer call(String call) {
            var parts = call.split(" ", 3);
            return web.json(parts[0], door + parts[1], parts[2], headers);
        }
    }

    private Caller caller(String door, String user) {
        if (door.startsWith("/engine-rest")) {
            return new Caller(Web.withPassword(port, user, user), door, Map.of());
        }
        var browser = Web.browser(port);
        browser.logIn(user, user);
        browser.page("/camunda/app/tasklist/default/");
        var token = browser.cookie("XSRF-TOKEN").orElseThrow();
        return new Caller(browser, door, Map.of("X-XSRF-TOKEN", token));
    }
}

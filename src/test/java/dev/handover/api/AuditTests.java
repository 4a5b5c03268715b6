package dev.handover.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.ApplicationTest;
import dev.handover.DatabaseOwner;
import dev.handover.Handoff;
import dev.handover.Rest;
import dev.handover.Web;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The audit log as people and programs meet it, on one go-live that waits for its first signatures. */
@ApplicationTest
@TestInstance(Lifecycle.PER_CLASS)
class AuditTests {

    private static final List<String> EVERYBODY =
            List.of("requester", "business", "validator", "auditor", "admin", "outsider");
    private static final int LIMIT = 100;

    @LocalServerPort
    private int port;

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private HistoryService history;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private DatabaseOwner owner;

    private Handoff.Run goLive;

    @BeforeAll
    void waitForSignatures() {
        goLive = handoff.start().reachSignOff();
    }

    @Test
    void whatWasShownRefusedAndSignedIsOnRecordWithItsManifest() {
        var element = "UserTask_SignOffBusiness";
        var task = goLive.task("business", element);
        var shown = goLive.field("business", element, "manifest");
        var browser = Web.browser(port);
        browser.logIn("business", "business");
        var briefing = "/tasks/%s/briefing".formatted(task.get("id").asText());
        assertThat(browser.page(briefing).status()).isEqualTo(200);
        assertThat(browser.page(briefing).status()).isEqualTo(200);
        assertThat(entries("shown", "business")).singleElement().satisfies(entry -> {
            assertThat(entry.get("words").asText()).startsWith("Briefing: ");
            assertThat(entry.get("manifest").asText()).isEqualTo(shown);
            assertThat(entry.get("origin").asText()).isEqualTo("127.0.0.1");
        });

        assertThat(goLive.submit("validator", task, "decision", "approve", "manifest", shown)
                        .status())
                .isIn(403, 404);
        assertThat(entries("refused", "validator")).hasSize(1);

        rest.addStatement("support", goLive.key(), "support-handoff", "Late words", "Something else.");
        goLive.work();
        assertThat(goLive.submit("business", goLive.task("business", element), "decision", "approve", "manifest", shown)
                        .status())
                .isEqualTo(409);
        assertThat(entries("refused", "business"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.get("detail").asText()).contains("evidence changed"));

        var current = goLive.field("business", element, "manifest");
        goLive.sign("business", element);
        assertThat(entries("act", "business"))
                .filteredOn(entry -> entry.get("words").asText().startsWith("Signed as"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.get("manifest").asText()).isEqualTo(current));
        assertThat(verification().get("unbroken").asBoolean()).isTrue();
    }

    @Test
    void aRejectionIsOnRecordWithWhatWasShownAndNotWithWhatCameSince() {
        var rejected = handoff.start().reachSignOff();
        var element = "UserTask_SignOffBusiness";
        var shown = rejected.field("business", element, "manifest");
        rest.addStatement("support", rejected.key(), "support-handoff", "Late words", "Something else.");
        var fields = new Object[] {
            "decision", "reject", "reason", "It is wrong.", "rejectedStep", "workflows", "manifest", shown
        };
        assertThat(rejected.submit("business", rejected.task("business", element), fields)
                        .status())
                .isEqualTo(204);
        assertThat(rest.get("admin", rejected.path("/audit?size=500")).json().get("items"))
                .filteredOn(entry -> entry.get("words").asText().startsWith("Rejected as"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.get("manifest").asText()).isEqualTo(shown));
        assertThat(rest.get("admin", rejected.path("/manifests/" + shown)).status())
                .isEqualTo(200);
    }

    @Test
    void evidenceAndReportAreShownWithTheirDigests() {
        var added = rest.addStatement("support", goLive.key(), "support-handoff", "Shown words", "Words.")
                .json();
        var content =
                goLive.path("/evidence/%s/content".formatted(added.get("id").asText()));
        assertThat(rest.get("support", content).status()).isEqualTo(200);
        assertThat(rest.get("support", goLive.path("/report")).status()).isEqualTo(200);
        assertThat(entries("shown", "support"))
                .extracting(entry -> entry.get("words").asText())
                .contains("Evidence: Shown words, version 1", "Handover report");
        assertThat(entries("shown", "support"))
                .extracting(entry -> entry.get("manifest").asText())
                .contains(added.get("sha256").asText());
    }

    @Test
    void whoSeesTheGoLiveReadsItsLogAndOnlyAdminsAndAuditorsSeeAddressesAndVerifyIt() {
        var log = rest.get("customer", goLive.path("/audit?size=2")).json();
        assertThat(log.get("items"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.get("origin").isNull()).isTrue());
        assertThat(log.at("/items/0/seq").asLong()).isOne();
        assertThat(log.at("/items/0/words").asText()).isEqualTo("Submitted the plan");
        assertThat(log.at("/items/1/previous")).isEqualTo(log.at("/items/0/hash"));
        assertThat(log.get("total").asLong()).isGreaterThan(2);
        assertThat(rest.get("outsider", goLive.path("/audit")).status()).isEqualTo(404);
        assertThat(rest.get("auditor", goLive.path("/audit?size=501")).status()).isEqualTo(422);
        assertThat(rest.get("customer", goLive.path("/audit/verification")).status())
                .isEqualTo(403);
        assertThat(rest.get("outsider", goLive.path("/audit/verification")).status())
                .isEqualTo(404);
        assertThat(rest.get("customer", "/api/audit/verification").status()).isEqualTo(403);
        assertThat(rest.post("auditor", "/api/records-check", Map.of()).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE /engine-rest/history/process-instance/%s",
                "DELETE /engine-rest/history/process-instance/%s/variable-instances",
                "POST /engine-rest/history/process-instance/delete",
                "POST /engine-rest/history/process-instance/set-removal-time",
                "POST /engine-rest/history/cleanup",
                "DELETE /engine-rest/history/variable-instance/%s",
                "DELETE /engine-rest/history/decision-instance/delete",
                "PUT /engine-rest/history/user-operation/%s/set-annotation",
                "PUT /engine-rest/history/user-operation/%s/clear-annotation",
                "DELETE /engine-rest/process-instance/%s",
            })
    void nobodyDeletesOrChangesTheHistoryOfTheEngine(String call) {
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(goLive.key())
                .listPage(0, 1)
                .get(0)
                .getId();
        var before = history.createUserOperationLogQuery()
                .processInstanceId(instance)
                .count();
        var words = call.formatted(instance).split(" ");
        for (var person : EVERYBODY) {
            assertThat(Web.withPassword(port, person, person)
                            .json(words[0], words[1], "{}")
                            .status())
                    .as("%s as %s", call, person)
                    .isIn(401, 403, 404, 405);
        }
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isOne();
        assertThat(history.createUserOperationLogQuery()
                        .processInstanceId(instance)
                        .count())
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE /evidence/%s",
                "PUT /evidence/%s",
                "DELETE /evidence/%s/content",
                "DELETE /audit",
                "PUT /audit",
                "DELETE /report",
                "DELETE "
            })
    void nobodyDeletesOrChangesEvidenceOrLog(String call) {
        var id =
                rest.get("auditor", goLive.path("")).json().at("/evidence/0/id").asText();
        var words = call.formatted(id).split(" ", 2);
        for (var person : EVERYBODY) {
            assertThat(Web.withPassword(port, person, person)
                            .json(words[0], goLive.path(words[1]), "{}")
                            .status())
                    .as("%s as %s", call, person)
                    .isIn(403, 404, 405);
        }
        assertThat(rest.get("auditor", goLive.path("/evidence/" + id)).status()).isEqualTo(200);
    }

    @Test
    void aRowChangedByHandIsFoundAndStaysAnIncidentUntilItIsMended() {
        var instance = checked();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .as("nothing is damaged")
                .isZero();
        assertThat(rest.get("auditor", "/api/audit/verification")
                        .json()
                        .get("sound")
                        .asBoolean())
                .isTrue();

        var change = "update audit_entry set words = ? where go_live = ? and words = ?";
        owner.tamper(change, "Submitted another plan", goLive.key(), "Submitted the plan");
        assertThat(verification().at("/broken/seq").asLong()).isOne();
        assertThat(verification().at("/broken/flaw").asText()).isEqualTo("changed");
        var damaged = checked();
        assertThat(runtime.createIncidentQuery().processInstanceId(damaged).list())
                .singleElement()
                .satisfies(incident -> assertThat(incident.getIncidentMessage()).contains(goLive.key(), "entry 1"));
        var found = rest.get("auditor", "/api/audit/verification").json();
        assertThat(found.at("/findings/0/goLive").asText()).isEqualTo(goLive.key());
        assertThat(health().at("/components/records/status").asText()).isEqualTo("DOWN");
        assertThat(rest.get("admin", "/actuator/health/readiness").status()).isEqualTo(200);

        owner.tamper(change, "Submitted the plan", goLive.key(), "Submitted another plan");
        checked();
        jobs(damaged).forEach(job -> {
            management.setJobRetries(job.getId(), 1);
            management.executeJob(job.getId());
        });
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(damaged)
                        .count())
                .isZero();
        assertThat(health().at("/components/records/status").asText()).isEqualTo("UP");
        assertThat(health().at("/components/databaseRoles/details/separate").asBoolean())
                .isTrue();
    }

    /** Has an admin start a check, and works it off as far as it goes. @return its process instance */
    private String checked() {
        assertThat(rest.post("admin", "/api/records-check", Map.of()).status()).isEqualTo(202);
        var instance =
                history
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey("records-check")
                        .unfinished()
                        .list()
                        .stream()
                        .map(each -> each.getId())
                        .filter(id -> jobs(id).stream().anyMatch(job -> job.getRetries() > 0))
                        .findFirst()
                        .orElseThrow();
        for (var i = 0; i < LIMIT; i++) {
            var job = jobs(instance).stream()
                    .filter(each -> each.getRetries() > 0)
                    .findFirst();
            if (job.isEmpty()) {
                return instance;
            }
            execute(job.get());
        }
        throw new AssertionError("the check does not end");
    }

    private void execute(Job job) {
        var definition = management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        if (definition.getActivityId().equals("ServiceTask_WaitUntilMended")) {
            assertThatThrownBy(() -> management.executeJob(job.getId())).hasMessageContaining("not what was recorded");
        } else {
            management.executeJob(job.getId());
        }
    }

    private List<Job> jobs(String instance) {
        return management.createJobQuery().processInstanceId(instance).list();
    }

    private JsonNode health() {
        return rest.get("admin", "/actuator/health").json();
    }

    private JsonNode verification() {
        return rest.get("auditor", goLive.path("/audit/verification")).json();
    }

    private List<JsonNode> entries(String kind, String actor) {
        var log = rest.get("auditor", goLive.path("/audit?size=500")).json();
        return StreamSupport.stream(log.get("items").spliterator(), false)
                .filter(entry -> entry.get("kind").asText().equals(kind)
                        && entry.get("actor").asText().equals(actor))
                .toList();
    }
}

package dev.handover.board.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.ApplicationTest;
import dev.handover.Handoff;
import dev.handover.Rest;
import dev.handover.Web;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The briefings of real tasks of real go-lives, as the people see them whose tasks they are. */
@ApplicationTest
class BriefingTests {

    private static final Pattern USER_TASK = Pattern.compile("<bpmn:userTask id=\"([^\"]+)\"");

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private List<BriefingComposer> composers;

    @LocalServerPort
    private int port;

    @Test
    void everyUserTaskOfTheModelsHasABriefing() throws Exception {
        var tasks = new HashSet<String>();
        try (var models = Files.list(Path.of("bpmn"))) {
            for (var model :
                    models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                tasks.addAll(USER_TASK
                        .matcher(Files.readString(model))
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet()));
            }
        }
        var written =
                composers.stream().flatMap(each -> each.elements().stream()).collect(Collectors.toSet());
        assertThat(written).isEqualTo(tasks);
    }

    @Test
    void eachPersonIsToldWhatTheyNeedFromThePlanToTheHandover() {
        var goLive = handoff.start();
        assertThat(briefing(goLive, "requester", "UserTask_ConfirmEnvironmentReadiness"))
                .contains("aurora-prod", "Environment inventory", "Add evidence");
        assertThat(briefing(goLive, "requester", "UserTask_ConfirmProductConfiguration"))
                .contains("Release a work order", "Shift leads");
        assertThat(briefing(goLive, "support", "UserTask_AcceptRole"))
                .contains("You resolve the blockers that validation finds.", "Rita Requardt");

        goLive.meetPrerequisites();
        assertThat(briefing(goLive, "environment", "UserTask_ConfirmStep"))
                .contains("passed", "Label", "Nothing: this is the first time.", "6 other steps are still open");

        goLive.confirmSteps();
        var signOff = briefing(goLive, "business", "UserTask_SignOffBusiness");
        assertThat(signOff)
                .contains("ready", "Tried it, it works.", "AUR-117", "≥ 3 for 15 minutes", "Charles Chang")
                .contains(goLive.field("business", "UserTask_SignOffBusiness", "manifest"));

        goLive.signOff().openWindow();
        assertThat(briefing(goLive, "production", "UserTask_DecideGo"))
                .contains("All three sign-offs stand", "The window is open.", "green");

        goLive.goLive();
        assertThat(briefing(goLive, "support", "UserTask_RecordSignal"))
                .contains("Sign-in failures (per hour)", "no reading", "Earliest close");
        assertThat(briefing(goLive, "support", "UserTask_HandoverDrill")).contains("Back after (RTO)", "4 hours");

        goLive.done(
                "support", "UserTask_HandoverDrill", "decision", "confirm", "reason", "Done.", "restoreMinutes", 42);
        goLive.wait(Duration.ofDays(2));
        assertThat(briefing(goLive, "customer", "UserTask_ReviewOpenIssues"))
                .contains("10,000 parts", "Operating rhythm", "Timed restore: 42 minutes.")
                .contains(goLive.field("customer", "UserTask_ReviewOpenIssues", "issueList"));
    }

    @Test
    void aBlockerIsShownWithItsHintsAndAnExceptionWithItsReadings() {
        var goLive = handoff.start().meetPrerequisites();
        goLive.done("environment", "UserTask_ConfirmStep", "decision", "reject", "reason", "The label is wrong.");
        var blocker = briefing(goLive, "support", "UserTask_ResolveBlocker");
        assertThat(blocker).contains("The label is wrong.", "Erik Engel", "What to look at first");
        goLive.done("support", "UserTask_ResolveBlocker", "decision", "fixed", "reason", "Label mended.");
        assertThat(briefing(goLive, "environment", "UserTask_ConfirmStep"))
                .contains("Blocker resolved:", "Label mended.", "Susan Sauer");
    }

    @Test
    void whatWasDeclinedMissedHeldPausedOrBreachedIsTold() {
        var declined = handoff.start();
        declined.done("support", "UserTask_AcceptRole", "decision", "decline", "reason", "On leave until May.");
        assertThat(briefing(declined, "requester", "UserTask_NameOwner"))
                .contains("On leave until May.", "<option value=\"outsider\">Olaf Outsider</option>");

        var goLive = handoff.start().reachRelease();
        goLive.openWindow();
        goLive.done("production", "UserTask_DecideGo", "decision", "pause", "reason", "Network is slow.");
        assertThat(briefing(goLive, "production", "UserTask_ResumeOrRollBack")).contains("Network is slow.");
        goLive.done("production", "UserTask_ResumeOrRollBack", "decision", "resume");
        goLive.done("production", "UserTask_DecideGo", "decision", "go");
        assertThat(briefing(goLive, "production", "UserTask_ConfirmGoLive"))
                .contains("Can the customer use the system?");
        goLive.done("production", "UserTask_ConfirmGoLive", "decision", "confirm");

        rest.post("support", goLive.path("/signals"), Map.of("signal", "sign-in-failures", "value", 9_999));
        goLive.work();
        assertThat(briefing(goLive, "support", "UserTask_HandleException")).contains("9999", "breach", "monitor");
        goLive.done("support", "UserTask_HandleException", "decision", "roll-back", "reason", "Nobody can sign in.");
        assertThat(briefing(goLive, "production", "UserTask_DecideRollBack")).contains("Nobody can sign in.");
    }

    @Test
    void changedEvidenceIsNamedToWhoeverHasToSignAgain() {
        var goLive = handoff.start().reachRelease();
        rest.addStatement(
                "requester", goLive.key(), "integration-validation", "Load test", "Two hours without errors.");
        goLive.work();
        assertThat(briefing(goLive, "environment", "UserTask_SignOffEnvironment"))
                .contains("Load test (Integration validation)", "new, fingerprint", "approved");
    }

    @Test
    void unknownForeignAndDoneTasksLookTheSame() {
        var goLive = handoff.start();
        var task = goLive.task("requester", "UserTask_ConfirmEnvironmentReadiness")
                .get("id")
                .asText();
        var foreign = browser("outsider").get("/tasks/%s/briefing".formatted(task));
        var unknown = browser("outsider").get("/tasks/%s/briefing".formatted("no-such-task"));
        goLive.done("requester", "UserTask_ConfirmEnvironmentReadiness", "decision", "confirm", "reason", "Up.");
        var done = browser("requester").get("/tasks/%s/briefing".formatted(task));
        assertThat(List.of(foreign, unknown, done)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).contains("open task").doesNotContain("Aurora Works");
        });
    }

    @Test
    void nobodySeesABriefingWithoutLoginAndNoCacheKeepsOne() {
        var goLive = handoff.start();
        var path = "/tasks/%s/briefing"
                .formatted(goLive.task("requester", "UserTask_ConfirmEnvironmentReadiness")
                        .get("id")
                        .asText());
        assertThat(Web.browser(port).get(path).status()).isNotEqualTo(200);
        assertThat(browser("requester").get(path).header("Cache-Control")).contains("no-store");
        assertThat(List.of(
                        browser("auditor").get(path).status(),
                        browser("admin").get(path).status()))
                .as("who sees every go-live sees its tasks")
                .containsOnly(200);
    }

    private String briefing(Handoff.Run goLive, String user, String element) {
        var answer = browser(user)
                .get("/tasks/%s/briefing"
                        .formatted(goLive.task(user, element).get("id").asText()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body().replace("&quot;", "\"").replace("&#39;", "'");
    }

    private Web browser(String user) {
        var browser = Web.browser(port);
        browser.logIn(user, user);
        return browser;
    }
}

package dev.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.development.customer.SampleCustomerEnvironment;
import dev.handover.development.mail.MailServer;
import dev.handover.notice.NoticeKind;
import dev.handover.notice.NoticeState;
import dev.handover.notice.Notices;
import dev.handover.shared.GoLiveKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whole lives of go-lives on the started application, over REST, with real HTTP targets and real SMTP. */
@ApplicationTest
class HandoverLifeTests {

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private SampleCustomerEnvironment customer;

    @Autowired
    private MailServer mail;

    @Autowired
    private Notices notices;

    @AfterEach
    void mend() {
        customer.switches().mendAll();
    }

    @Test
    void aGoLiveIsTakenFromItsPlanToHandedOver() {
        var goLive = handoff.start();
        assertThat(goLive.phase()).isEqualTo("PREREQUISITES");
        goLive.meetPrerequisites();
        assertThat(goLive.phase()).isEqualTo("VALIDATION");
        goLive.confirmSteps();
        assertThat(goLive.phase()).isEqualTo("SIGN_OFF");
        goLive.signOff();
        assertThat(goLive.phase()).isEqualTo("RELEASE");
        goLive.openWindow().goLive();
        assertThat(goLive.phase()).isEqualTo("STABILIZATION");
        goLive.done(
                "support",
                "UserTask_HandoverDrill",
                "decision",
                "confirm",
                "reason",
                "Restored.",
                "restoreMinutes",
                42);
        goLive.wait(Duration.ofDays(2));
        goLive.done(
                "customer",
                "UserTask_ReviewOpenIssues",
                "decision",
                "accept",
                "issueList",
                goLive.field("customer", "UserTask_ReviewOpenIssues", "issueList"));

        var state = goLive.state();
        assertThat(state.get("phase").asText()).isEqualTo("HANDED_OVER");
        assertThat(state.findValuesAsText("state")).doesNotContain("open");
        assertThat(texts(state.get("evidence"), "kind"))
                .containsOnly(
                        "environment-inventory",
                        "user-and-role-validation",
                        "product-workflow-validation",
                        "integration-validation",
                        "backup-and-recovery-statement",
                        "support-handoff",
                        "known-issues-list");
        assertThat(goLive.waiting()).isEmpty();
        assertThat(rest.get("customer", goLive.path("/report")).text()).contains("Aurora Works", "Cora Kunde");
        assertThat(notices.of(new GoLiveKey(goLive.key())))
                .as("with the next digest of each")
                .filteredOn(notice -> notice.kind() == NoticeKind.HANDED_OVER)
                .anyMatch(notice -> notice.recipient().equals("customer"))
                .allMatch(notice -> notice.state() == NoticeState.WAITING);
    }

    @Test
    void aFailedCheckBlocksItsStepAndARecheckRepeatsOnlyWhatFailed() {
        customer.switches().breakDown("backup");
        var goLive = handoff.start().meetPrerequisites();
        assertThat(step(goLive, "operations").get("state").asText()).isEqualTo("blocked");
        var blocker = goLive.state().get("blockers").get(0);
        assertThat(blocker.get("step").asText()).isEqualTo("operations");
        assertThat(blocker.get("hints")).isNotEmpty();

        customer.switches().mendAll();
        goLive.done("support", "UserTask_ResolveBlocker", "decision", "fixed", "reason", "Backup ran again.");

        assertThat(step(goLive, "operations").get("state").asText()).isEqualTo("to-confirm");
        var checks = step(goLive, "operations").get("checks");
        assertThat(StreamSupport.stream(checks.spliterator(), false)
                        .filter(check -> check.get("attempt").asInt() == 2)
                        .map(check -> check.get("id").asText()))
                .containsExactly("backup");
    }

    @Test
    void aStepThatAPersonDoesNotConfirmIsBlockedWithTheirReason() {
        var goLive = handoff.start().meetPrerequisites();
        var refused = goLive.answer("environment", "UserTask_ConfirmStep", "decision", "reject");
        assertThat(refused.status()).isEqualTo(422);
        goLive.done("environment", "UserTask_ConfirmStep", "decision", "reject", "reason", "Wrong tenant logo.");
        assertThat(goLive.state().get("blockers").get(0).get("detail").asText()).isEqualTo("Wrong tenant logo.");
        goLive.done("support", "UserTask_ResolveBlocker", "decision", "fixed", "reason", "Logo replaced.");
        assertThat(step(goLive, "environment").get("state").asText()).isEqualTo("to-confirm");
    }

    @Test
    void aRejectedSignOffLeadsBackToTheNamedStepOnly() {
        var goLive = handoff.start().reachSignOff();
        goLive.sign("environment", "UserTask_SignOffEnvironment");
        var refused =
                goLive.answer("business", "UserTask_SignOffBusiness", "decision", "reject", "reason", "No proof.");
        assertThat(refused.text()).contains("Name the validation step");
        goLive.done(
                "business",
                "UserTask_SignOffBusiness",
                "decision",
                "reject",
                "reason",
                "The work order was not shown.",
                "rejectedStep",
                "workflows");
        assertThat(goLive.phase()).isEqualTo("VALIDATION");
        assertThat(goLive.waiting()).containsExactly("UserTask_ConfirmStep");
        assertThat(step(goLive, "workflows").get("because").asText()).contains("The work order was not shown.");

        goLive.confirmSteps();
        // the environment owner did not rely on the workflows, so that signature stands
        assertThat(goLive.waiting()).containsExactly("UserTask_SignOffBusiness");
    }

    @Test
    void changedEvidenceReopensExactlyTheSignOffsThatReliedOnIt() {
        var goLive = handoff.start().reachRelease();
        var added = rest.addStatement(
                "requester",
                goLive.key(),
                "backup-and-recovery-statement",
                "Restore plan",
                "Restored from the second site.");
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        goLive.work();
        assertThat(goLive.phase()).isEqualTo("SIGN_OFF");
        assertThat(goLive.waiting()).containsExactly("UserTask_SignOffEnvironment");

        goLive.sign("environment", "UserTask_SignOffEnvironment");
        goLive.sign("change", "UserTask_ApproveChange");
        assertThat(goLive.phase()).isEqualTo("RELEASE");
        rest.addStatement(
                "requester",
                goLive.key(),
                "backup-and-recovery-statement",
                "Restore plan",
                "Restored from the second site.");
        goLive.work();
        assertThat(goLive.phase()).as("the same words again change nothing").isEqualTo("RELEASE");
    }

    @Test
    void whoSignsOutdatedEvidenceIsRefusedAndNothingIsRecorded() {
        var goLive = handoff.start().reachSignOff();
        var shown = goLive.field("business", "UserTask_SignOffBusiness", "manifest");
        rest.addStatement("requester", goLive.key(), "known-issues-list", "One more", "Printer jams.");
        goLive.work();
        var refused = goLive.answer("business", "UserTask_SignOffBusiness", "decision", "approve", "manifest", shown);
        assertThat(refused.text()).contains("The evidence changed after this form was opened");
        assertThat(texts(goLive.state().get("signOffs"), "state")).containsOnly("pending");
        goLive.sign("business", "UserTask_SignOffBusiness");
    }

    @Test
    void aWindowThatPassesWithoutADecisionIsMissedAndAnotherIsAskedFor() {
        var goLive = handoff.start().reachRelease();
        goLive.wait(Duration.ofHours(5));
        assertThat(goLive.phase()).isEqualTo("SIGN_OFF");
        assertThat(goLive.waiting()).containsExactly("UserTask_ProposeWindow");
        var past = goLive.answer(
                "requester",
                "UserTask_ProposeWindow",
                "decision",
                "propose",
                "windowStart",
                "2020-01-01T10:00",
                "windowEnd",
                "2020-01-01T12:00");
        assertThat(past.text()).contains("starts in the past");
        goLive.done(
                "requester",
                "UserTask_ProposeWindow",
                "decision",
                "propose",
                "windowStart",
                "2099-01-01T10:00",
                "windowEnd",
                "2099-01-01T12:00");
        // the signatures on the evidence stand; the change is approved for a window, and so anew
        assertThat(goLive.waiting()).containsExactly("UserTask_ApproveChange");
        assertThat(goLive.state().at("/window/start").asText()).isEqualTo("2099-01-01T09:00:00Z");
    }

    @Test
    void silenceUntilTheCutOffGivesTheWindowUpAndApprovesNothing() {
        var goLive = handoff.start().reachSignOff();
        goLive.sign("business", "UserTask_SignOffBusiness");
        goLive.wait(Duration.ofMinutes(21));
        assertThat(goLive.phase()).isEqualTo("SIGN_OFF");
        assertThat(goLive.waiting()).containsExactly("UserTask_ProposeWindow");
        assertThat(texts(goLive.state().get("signOffs"), "state")).contains("pending");
    }

    @Test
    void aPausedGoLiveIsResumedOrRolledBackIntoValidation() {
        var goLive = handoff.start().reachRelease().openWindow();
        goLive.done("production", "UserTask_DecideGo", "decision", "pause", "reason", "Network maintenance.");
        assertThat(goLive.state().get("onHold").asBoolean()).isTrue();
        goLive.done("production", "UserTask_ResumeOrRollBack", "decision", "resume");
        assertThat(goLive.state().get("onHold").asBoolean()).isFalse();
        assertThat(goLive.waiting()).containsExactly("UserTask_DecideGo");
        assertThat(subjectsTo("customer"))
                .anyMatch(subject -> subject.startsWith("Paused"))
                .anyMatch(subject -> subject.startsWith("Resumed"));
        goLive.done("production", "UserTask_DecideGo", "decision", "roll-back", "reason", "Orders are lost.");
        assertThat(goLive.phase()).isEqualTo("VALIDATION");
        assertThat(step(goLive, "known-issues").get("state").asText()).isEqualTo("passed");
        assertThat(step(goLive, "environment").get("because").asText()).contains("Orders are lost.");
    }

    @Test
    void aBlockerRaisedByHandHoldsTheWindowUntilItIsResolved() {
        var goLive = handoff.start().reachRelease();
        var raised = rest.post(
                "validator",
                goLive.path("/blockers"),
                Map.of("title", "Certificate of the proxy", "step", "environment"));
        assertThat(raised.status()).as(raised.text()).isEqualTo(201);
        goLive.openWindow();
        assertThat(goLive.state().get("holds").toString()).contains("Certificate of the proxy");
        goLive.done("support", "UserTask_ResolveRaisedBlocker", "decision", "fixed", "reason", "Renewed.");
        goLive.done("production", "UserTask_ResolveHold", "decision", "fixed", "reason", "The blocker is resolved.");
        assertThat(goLive.waiting()).containsExactly("UserTask_DecideGo");
    }

    @Test
    void aBreachIsHandledAndMayEndInARollbackByTheProductionOwner() {
        var goLive = handoff.start().reachStabilization();
        var breach =
                rest.post("support", goLive.path("/signals"), Map.of("signal", "sign-in-failures", "value", 9_999));
        assertThat(breach.status()).isEqualTo(202);
        assertThat(breach.json().get("reading").asText()).isEqualTo("breach");
        goLive.work();
        goLive.done("support", "UserTask_HandleException", "decision", "roll-back", "reason", "Nobody can sign in.");
        goLive.done("production", "UserTask_DecideRollBack", "decision", "roll-back", "reason", "I agree.");
        assertThat(goLive.phase()).isEqualTo("ROLLED_BACK");
        assertThat(goLive.waiting()).isEmpty();
        var late = rest.post("support", goLive.path("/signals"), Map.of("signal", "sign-in-failures", "value", 1));
        assertThat(late.status()).isEqualTo(409);
    }

    @Test
    void theCustomerOwnerMayExtendTheStabilization() {
        var goLive = handoff.start().reachStabilization();
        goLive.done(
                "support", "UserTask_RecordSignal", "decision", "record", "signal", "performance-concerns", "value", 0);
        goLive.done(
                "support",
                "UserTask_HandoverDrill",
                "decision",
                "confirm",
                "reason",
                "Restored.",
                "restoreMinutes",
                42);
        goLive.wait(Duration.ofDays(2));
        goLive.done(
                "customer",
                "UserTask_ReviewOpenIssues",
                "decision",
                "extend",
                "reason",
                "One more week.",
                "extendBy",
                "P7D");
        assertThat(goLive.waiting()).containsExactly("UserTask_RecordSignal");
        goLive.wait(Duration.ofDays(8));
        assertThat(goLive.waiting()).containsExactly("UserTask_ReviewOpenIssues");
    }

    @Test
    void whatIsOpenAtTheHandoverIsOnTheAcceptedListAndAsksNobodyAnyMore() {
        var goLive = handoff.start().reachStabilization();
        goLive.done(
                "support",
                "UserTask_HandoverDrill",
                "decision",
                "confirm",
                "reason",
                "Restored.",
                "restoreMinutes",
                42);
        goLive.wait(Duration.ofDays(2));
        var shown = goLive.field("customer", "UserTask_ReviewOpenIssues", "issueList");
        rest.post("support", goLive.path("/blockers"), Map.of("title", "Printer of gate 3 is down"));
        goLive.work();
        var outdated = goLive.answer("customer", "UserTask_ReviewOpenIssues", "decision", "accept", "issueList", shown);
        assertThat(outdated.text()).contains("Printer of gate 3 is down");

        var current = goLive.field("customer", "UserTask_ReviewOpenIssues", "issueList");
        goLive.done("customer", "UserTask_ReviewOpenIssues", "decision", "accept", "issueList", current);
        assertThat(goLive.phase()).isEqualTo("HANDED_OVER");
        assertThat(goLive.waiting()).isEmpty();
        assertThat(texts(goLive.state().get("openIssues"), "title")).contains("Printer of gate 3 is down");
    }

    @Test
    void aWithdrawnGoLiveEndsWhereverItIs() {
        var goLive = handoff.start().meetPrerequisites();
        assertThat(rest.post("business", goLive.path("/withdrawal"), Map.of("reason", "No."))
                        .status())
                .isEqualTo(403);
        var withdrawn = rest.post("requester", goLive.path("/withdrawal"), Map.of("reason", "The site is not ready."));
        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(202);
        goLive.work();
        assertThat(goLive.phase()).isEqualTo("WITHDRAWN");
        assertThat(goLive.waiting()).isEmpty();
        assertThat(rest.post("requester", goLive.path("/withdrawal"), Map.of("reason", "Again."))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aChangedPlanReopensWhatDependsOnItAndAsksANewOwner() {
        var goLive = handoff.start().reachSignOff();
        var plan =
                goLive.plan().replace("support: support", "support: outsider").replace("PT20M", "PT40M");
        var changed = rest.putYaml("requester", goLive.path("/plan"), plan);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        goLive.work();
        assertThat(goLive.state().at("/plan/version").asInt()).isEqualTo(2);
        assertThat(goLive.tasks("outsider"))
                .extracting(task -> task.get("taskDefinitionKey").asText())
                .containsExactly("UserTask_AcceptChangedRole");
    }

    private List<String> subjectsTo(String user) {
        return mail.mailbox().to(user + "@handover.example").stream()
                .map(message -> message.content().subject())
                .toList();
    }

    private static com.fasterxml.jackson.databind.JsonNode step(Handoff.Run goLive, String id) {
        return StreamSupport.stream(goLive.state().get("steps").spliterator(), false)
                .filter(step -> step.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(com.fasterxml.jackson.databind.JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get(field).asText())
                .toList();
    }
}

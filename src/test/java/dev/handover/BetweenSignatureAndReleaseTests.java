package dev.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.evidence.EvidenceStore;
import dev.handover.golive.HandoffProcess;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Role;
import dev.handover.signoff.SignOff;
import dev.handover.signoff.SignOffRound;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What changes in the moments in which the process goes from one wait to the next: between the last signature and the release,
 * between a plan and the sign-offs it moves, and after "go".
 */
@ApplicationTest
class BetweenSignatureAndReleaseTests {

    @Autowired
    private Handoff handoff;

    @Autowired
    private HandoffProcess process;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private EvidenceStore evidence;

    @Autowired
    private SignOffRound round;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Test
    void evidenceThatChangesAfterTheLastSignatureIsSignedAnew() {
        var goLive = handoff.start().reachSignOff();
        signAsOwners(goLive);
        assertThat(approve(goLive).status()).isEqualTo(204);
        addIntegrationEvidence(goLive);
        run(goLive, "ServiceTask_ReopenSignOffs");
        goLive.work();

        assertThat(goLive.phase()).isEqualTo("SIGN_OFF");
        assertThat(goLive.waiting()).containsExactly("UserTask_SignOffEnvironment");
        goLive.sign("environment", "UserTask_SignOffEnvironment");
        goLive.sign("change", "UserTask_ApproveChange");
        assertThat(goLive.phase()).isEqualTo("RELEASE");
        assertThat(round.isComplete(new GoLiveKey(goLive.key()))).isTrue();
    }

    @Test
    void aChangeIsNotApprovedForAWindowThatHasMovedMeanwhile() {
        var goLive = handoff.start().reachSignOff();
        signAsOwners(goLive);
        var task = goLive.task("change", "UserTask_ApproveChange");
        var manifest = goLive.field("change", "UserTask_ApproveChange", "manifest");
        moveTheWindow(goLive);

        var refused = goLive.submit("change", task, "decision", "approve", "manifest", manifest);
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.text()).contains("The release window was moved after this approval was asked for");
    }

    @Test
    void aWindowThatMovesAfterTheLastSignatureIsApprovedAnew() {
        var goLive = handoff.start().reachSignOff();
        signAsOwners(goLive);
        assertThat(approve(goLive).status()).isEqualTo(204);
        moveTheWindow(goLive);
        assertThat(round.isComplete(new GoLiveKey(goLive.key()))).isFalse();
        run(goLive, "ServiceTask_ApplyPlanChange");
        goLive.work();

        assertThat(goLive.phase()).isEqualTo("SIGN_OFF");
        assertThat(goLive.waiting()).containsExactly("UserTask_ApproveChange");
        goLive.sign("change", "UserTask_ApproveChange");
        assertThat(goLive.phase()).isEqualTo("RELEASE");
    }

    @Test
    void nothingIsTakenBackUnderTheFeetOfWhoeverSwitchesOver() {
        var goLive = handoff.start().reachRelease().openWindow();
        goLive.done("production", "UserTask_DecideGo", "decision", "go");
        addIntegrationEvidence(goLive);
        goLive.work();

        assertThat(goLive.waiting()).containsExactly("UserTask_ConfirmGoLive");
        assertThat(round.current(new GoLiveKey(goLive.key())))
                .extracting(SignOff::role, SignOff::state)
                .hasSize(Role.signing().size())
                .allSatisfy(each -> assertThat(each.toList().get(1)).isEqualTo(SignOff.State.APPROVED));
        goLive.done("production", "UserTask_ConfirmGoLive", "decision", "roll-back", "reason", "It does not answer.");
        assertThat(goLive.phase()).isEqualTo("VALIDATION");
    }

    private static void signAsOwners(Handoff.Run goLive) {
        goLive.sign("business", "UserTask_SignOffBusiness");
        goLive.sign("environment", "UserTask_SignOffEnvironment");
    }

    /** The last signature, and nothing that follows from it. */
    private static Rest.Answer approve(Handoff.Run goLive) {
        var manifest = goLive.field("change", "UserTask_ApproveChange", "manifest");
        return goLive.submit(
                "change", goLive.task("change", "UserTask_ApproveChange"), "decision", "approve", "manifest", manifest);
    }

    /** Relied on by environment and change approval owner, not by the business owner. */
    private void addIntegrationEvidence(Handoff.Run goLive) {
        evidence.addStatement(
                new GoLiveKey(goLive.key()),
                EvidenceKind.INTEGRATION_VALIDATION,
                "Late " + UUID.randomUUID(),
                "The interface was tried again.",
                "support");
    }

    /** As a plan that changes nothing else, and of the window the end alone: a change is approved for all of it. */
    private void moveTheWindow(Handoff.Run goLive) {
        transactions.executeWithoutResult(transaction -> {
            jdbc.update("update go_live set window_end = window_end + interval '1 hour' where key = ?", goLive.key());
            process.planChanged(new GoLiveKey(goLive.key()));
        });
    }

    private void run(Handoff.Run goLive, String element) {
        var job = runtime.createProcessInstanceQuery().processInstanceBusinessKey(goLive.key()).list().stream()
                .map(Execution::getProcessInstanceId)
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance).activityId(element).list().stream())
                .findFirst()
                .orElseThrow();
        management.executeJob(job.getId());
    }
}

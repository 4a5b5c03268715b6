package dev.handover.process;

import static dev.handover.process.SignOffModel.Delegates.PREPARE_SIGN_OFF;
import static dev.handover.process.SignOffModel.Delegates.RECORD_APPROVAL;
import static dev.handover.process.SignOffModel.Delegates.RELEASE_THE_WINDOW;
import static dev.handover.process.SignOffModel.Delegates.REMIND_OR_ESCALATE;
import static dev.handover.process.SignOffModel.Delegates.REOPEN_REJECTED_STEP;
import static dev.handover.process.SignOffModel.Element.BoundaryEvent_CutOff;
import static dev.handover.process.SignOffModel.Element.BoundaryEvent_SignOffsPending;
import static dev.handover.process.SignOffModel.Element.EndEvent_ReadyForRelease;
import static dev.handover.process.SignOffModel.Element.EndEvent_Rejected;
import static dev.handover.process.SignOffModel.Element.UserTask_ApproveChange;
import static dev.handover.process.SignOffModel.Element.UserTask_ProposeWindow;
import static dev.handover.process.SignOffModel.Element.UserTask_SignOffBusiness;
import static dev.handover.process.SignOffModel.Element.UserTask_SignOffEnvironment;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignOffWalkTests extends ModelWalkTest {

    private static final Instant CUT_OFF = Instant.parse("2037-03-29T01:30:00Z");

    private boolean windowAhead = true;
    private boolean businessNeeded = true;
    private boolean environmentNeeded = true;

    SignOffWalkTests() {
        super(Model.SIGN_OFF);
    }

    @BeforeEach
    void prepareAndRecord() {
        windowAhead = true;
        businessNeeded = true;
        environmentNeeded = true;
        standIns.when(PREPARE_SIGN_OFF, execution -> {
            SignOffModel.WINDOW_AHEAD.set(execution, windowAhead);
            SignOffModel.CUT_OFF.set(execution, CUT_OFF);
            SignOffModel.REMINDER_CYCLE.set(execution, "R3/PT24H");
            SignOffModel.BUSINESS_SIGN_OFF_NEEDED.set(execution, businessNeeded);
            SignOffModel.ENVIRONMENT_SIGN_OFF_NEEDED.set(execution, environmentNeeded);
        });
        standIns.answers(RECORD_APPROVAL, SignOffModel.OUTCOME, List.of(SignOffModel.Outcome.APPROVED));
        standIns.answers(REOPEN_REJECTED_STEP, SignOffModel.OUTCOME, List.of(SignOffModel.Outcome.REJECTED));
    }

    @Test
    void bothOwnersSignThenTheChangeIsApproved() {
        var instance = start(model);
        assertThat(waiting()).containsExactly(UserTask_SignOffBusiness.name(), UserTask_SignOffEnvironment.name());
        assertThat(task(UserTask_SignOffBusiness).getAssignee()).isEqualTo("business");
        assertThat(task(UserTask_SignOffEnvironment).getAssignee()).isEqualTo("environment");
        decide(UserTask_SignOffEnvironment, "approve");
        assertThat(waiting()).containsExactly(UserTask_SignOffBusiness.name());
        decide(UserTask_SignOffBusiness, "approve");
        assertThat(task(UserTask_ApproveChange).getAssignee()).isEqualTo("change");
        decide(UserTask_ApproveChange, "approve");
        assertEnded(instance, EndEvent_ReadyForRelease, "approved");
    }

    @Test
    void aRejectionByTheBusinessTakesTheOtherTaskAway() {
        var instance = start(model);
        decide(UserTask_SignOffBusiness, "reject");
        assertThat(waiting()).isEmpty();
        assertEnded(instance, EndEvent_Rejected, "rejected");
    }

    @Test
    void aRejectionByTheEnvironmentTakesTheOtherTaskAway() {
        var instance = start(model);
        decide(UserTask_SignOffEnvironment, "reject");
        assertThat(waiting()).isEmpty();
        assertEnded(instance, EndEvent_Rejected, "rejected");
    }

    @Test
    void aRejectedChangeLeadsBackLikeARejectedSignOff() {
        var instance = start(model);
        bothSign();
        decide(UserTask_ApproveChange, "reject");
        assertEnded(instance, EndEvent_Rejected, "rejected");
        assertThat(standIns.called()).doesNotContain(RECORD_APPROVAL);
    }

    @Test
    void aSignOffThatStillHoldsIsNotAskedForAgain() {
        businessNeeded = false;
        start(model);
        assertThat(waiting()).containsExactly(UserTask_SignOffEnvironment.name());
        decide(UserTask_SignOffEnvironment, "approve");
        assertThat(waiting()).containsExactly(UserTask_ApproveChange.name());
    }

    @Test
    void theChangeIsApprovedAnewEvenIfBothSignOffsStillHold() {
        businessNeeded = false;
        environmentNeeded = false;
        start(model);
        assertThat(waiting()).containsExactly(UserTask_ApproveChange.name());
    }

    @Test
    void aWindowThatIsOverIsProposedAnewFirst() {
        windowAhead = false;
        start(model);
        assertThat(task(UserTask_ProposeWindow).getAssignee()).isEqualTo("requester");
        decide(UserTask_ProposeWindow, "confirm");
        assertThat(waiting()).containsExactly(UserTask_ProposeWindow.name());
        windowAhead = true;
        decide(UserTask_ProposeWindow, "confirm");
        assertThat(waiting()).containsExactly(UserTask_SignOffBusiness.name(), UserTask_SignOffEnvironment.name());
    }

    @Test
    void atTheCutOffTheWindowIsReleasedAndNothingIsApproved() {
        start(model);
        assertThat(timer(BoundaryEvent_CutOff).getDuedate().toInstant()).isEqualTo(CUT_OFF);
        decide(UserTask_SignOffBusiness, "approve");
        elapse(BoundaryEvent_CutOff);
        assertThat(waiting()).containsExactly(UserTask_ProposeWindow.name());
        assertThat(standIns.called()).contains(RELEASE_THE_WINDOW).doesNotContain(RECORD_APPROVAL);
        assertThat(management.createJobQuery().timers().count()).isZero();
    }

    @Test
    void theCutOffHoldsForTheChangeApprovalToo() {
        start(model);
        bothSign();
        elapse(BoundaryEvent_CutOff);
        assertThat(waiting()).containsExactly(UserTask_ProposeWindow.name());
    }

    @Test
    void remindersRepeatAsOftenAsTheirCycleSaysAndTakeNoTaskAway() {
        start(model);
        for (var reminder = 1; reminder <= 3; reminder++) {
            elapse(BoundaryEvent_SignOffsPending);
            assertThat(standIns.called().stream().filter(REMIND_OR_ESCALATE::equals))
                    .hasSize(reminder);
        }
        assertThat(timer(BoundaryEvent_SignOffsPending)).isNull();
        assertThat(waiting()).containsExactly(UserTask_SignOffBusiness.name(), UserTask_SignOffEnvironment.name());
    }

    @Test
    void aReminderThatIsStillOnItsWayDoesNotHoldTheApproval() {
        var instance = start(model);
        management.executeJob(timer(BoundaryEvent_SignOffsPending).getId());
        bothSign();
        decide(UserTask_ApproveChange, "approve");
        assertEnded(instance, EndEvent_ReadyForRelease, "approved");
    }

    @Test
    void changedEvidenceAsksAgainForThoseThatReliedOnIt() {
        start(model);
        bothSign();
        businessNeeded = false;
        send(Messages.SIGN_OFFS_OUTDATED);
        assertThat(waiting()).containsExactly(UserTask_SignOffEnvironment.name());
        decide(UserTask_SignOffEnvironment, "approve");
        assertThat(waiting()).containsExactly(UserTask_ApproveChange.name());
    }

    @Test
    void theTwoOwnersMaySignAtTheSameMoment() throws Exception {
        for (var round = 0; round < 10; round++) {
            var instance = start(model);
            decideTogether(tasks(task -> true), "approve");
            assertThat(waiting()).containsExactly(UserTask_ApproveChange.name());
            runtime.deleteProcessInstance(instance.getId(), "next round");
        }
    }

    private void bothSign() {
        decide(UserTask_SignOffBusiness, "approve");
        decide(UserTask_SignOffEnvironment, "approve");
    }

    private void assertEnded(ProcessInstance instance, Enum<?> end, String outcome) {
        assertThat(isRunning(instance)).isFalse();
        assertThat(passed(instance)).contains(end.name());
        assertThat(outcome(instance, SignOffModel.OUTCOME)).isEqualTo(outcome);
    }
}

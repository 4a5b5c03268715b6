package dev.handover.process;

import static dev.handover.process.ValidationStepModel.CheckOutcome.CONFIRMED_BEFORE;
import static dev.handover.process.ValidationStepModel.CheckOutcome.COULD_NOT_RUN;
import static dev.handover.process.ValidationStepModel.CheckOutcome.FAILED;
import static dev.handover.process.ValidationStepModel.CheckOutcome.PASSED;
import static dev.handover.process.ValidationStepModel.Delegates.OPEN_BLOCKER;
import static dev.handover.process.ValidationStepModel.Delegates.RUN_AUTOMATED_CHECKS;
import static dev.handover.process.ValidationStepModel.Element.EndEvent_StepConfirmedBefore;
import static dev.handover.process.ValidationStepModel.Element.EndEvent_StepPassed;
import static dev.handover.process.ValidationStepModel.Element.IntermediateEvent_TimeToTryAgain;
import static dev.handover.process.ValidationStepModel.Element.UserTask_ConfirmStep;
import static dev.handover.process.ValidationStepModel.Element.UserTask_ResolveBlocker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.process.ValidationStepModel.CheckOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

class ValidationStepWalkTests extends ModelWalkTest {

    private static final Instant AGAIN = Instant.parse("2026-11-26T12:00:30Z");

    ValidationStepWalkTests() {
        super(Model.VALIDATION_STEP);
    }

    @Test
    void theValidatorOfTheStepConfirmsWhatTheChecksFound() {
        var instance = startStep("access", PASSED);
        assertThat(task(UserTask_ConfirmStep).getAssignee()).isEqualTo("validator-of-access");
        decide(UserTask_ConfirmStep, "confirm");
        assertThat(passed(instance)).endsWith(EndEvent_StepPassed.name());
        assertThat(isRunning(instance)).isFalse();
    }

    @Test
    void aFailedCheckOpensABlockerAndIsRunAgainOnceItIsFixed() {
        startStep("access", FAILED, FAILED, PASSED);
        assertThat(task(UserTask_ResolveBlocker).getAssignee()).isEqualTo("support");
        decide(UserTask_ResolveBlocker, "fixed");
        decide(UserTask_ResolveBlocker, "fixed");
        assertThat(waiting()).containsExactly(UserTask_ConfirmStep.name());
        assertThat(standIns.called())
                .containsExactly(
                        RUN_AUTOMATED_CHECKS, OPEN_BLOCKER, RUN_AUTOMATED_CHECKS, OPEN_BLOCKER, RUN_AUTOMATED_CHECKS);
    }

    @Test
    void aRejectedStepOpensABlockerToo() {
        startStep("access", PASSED);
        decide(UserTask_ConfirmStep, "reject");
        assertThat(waiting()).containsExactly(UserTask_ResolveBlocker.name());
        decide(UserTask_ResolveBlocker, "fixed");
        assertThat(waiting()).containsExactly(UserTask_ConfirmStep.name());
    }

    @Test
    void aStepThatWasConfirmedBeforeAsksNobody() {
        var instance = startStep("access", CONFIRMED_BEFORE);
        assertThat(isRunning(instance)).isFalse();
        assertThat(passed(instance)).endsWith(EndEvent_StepConfirmedBefore.name());
    }

    @Test
    void aRecheckTakesTheTaskAwayAndRunsTheChecksOfThatStepOnly() {
        var access = startStep("access", FAILED);
        var workflows = startStep("workflows", PASSED);
        standIns.answers(RUN_AUTOMATED_CHECKS, ValidationStepModel.CHECK_OUTCOME, List.of(PASSED));
        recheck("access");
        assertThat(tasks(task -> task.getProcessInstanceId().equals(access.getId())))
                .extracting(task -> task.getTaskDefinitionKey())
                .containsExactly(UserTask_ConfirmStep.name());
        recheck("access");
        recheck("workflows");
        assertThat(waiting()).containsExactly(UserTask_ConfirmStep.name(), UserTask_ConfirmStep.name());
        assertThat(passed(access))
                .contains("BoundaryEvent_RecheckWhileBlocked", "BoundaryEvent_RecheckWhileConfirming");
        assertThat(passed(workflows)).contains("BoundaryEvent_RecheckWhileConfirming");
    }

    @Test
    void checksThatCouldNotRunAreTriedAgainWhenItIsTimeAndNobodyIsAsked() {
        var instance = startStep("access", COULD_NOT_RUN, COULD_NOT_RUN, PASSED);
        assertThat(waiting()).isEmpty();
        assertThat(timer(IntermediateEvent_TimeToTryAgain).getDuedate().toInstant())
                .isEqualTo(AGAIN);
        elapse(IntermediateEvent_TimeToTryAgain);
        elapse(IntermediateEvent_TimeToTryAgain);
        assertThat(waiting()).containsExactly(UserTask_ConfirmStep.name());
        assertThat(standIns.called()).containsOnly(RUN_AUTOMATED_CHECKS).hasSize(3);
        decide(UserTask_ConfirmStep, "confirm");
        assertThat(passed(instance)).endsWith(EndEvent_StepPassed.name());
    }

    @Test
    void whatStillCouldNotRunInTheEndOpensABlocker() {
        startStep("access", COULD_NOT_RUN, FAILED);
        elapse(IntermediateEvent_TimeToTryAgain);
        assertThat(waiting()).containsExactly(UserTask_ResolveBlocker.name());
    }

    @Test
    void aRecheckDoesNotWaitForTheTime() {
        var access = startStep("access", COULD_NOT_RUN, PASSED);
        recheck("access");
        assertThat(waiting()).containsExactly(UserTask_ConfirmStep.name());
        assertThat(timer(IntermediateEvent_TimeToTryAgain)).isNull();
        assertThat(passed(access)).contains("IntermediateEvent_RecheckWhileWaiting");
    }

    @Test
    void aRecheckOfAStepThatDoesNotWaitIsRefused() {
        startStep("access", CONFIRMED_BEFORE);
        assertThatThrownBy(() -> recheck("access")).isInstanceOf(MismatchingMessageCorrelationException.class);
    }

    @Test
    void checksThatSayNothingFailLoudly() {
        assertThatThrownBy(() -> start(model, Map.of(ValidationStepModel.STEP.name(), "access")))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("checkOutcome");
    }

    private ProcessInstance startStep(String step, CheckOutcome... outcomes) {
        standIns.answers(RUN_AUTOMATED_CHECKS, ValidationStepModel.CHECK_OUTCOME, List.of(outcomes));
        return start(
                model,
                Map.of(
                        ValidationStepModel.STEP.name(),
                        step,
                        ValidationStepModel.TRY_AGAIN_AT.name(),
                        AGAIN.toString()));
    }

    private void recheck(String step) {
        runtime.createMessageCorrelation(Messages.RECHECK_REQUESTED)
                .processInstanceBusinessKey(KEY)
                .processInstanceVariableEquals(ValidationStepModel.STEP.name(), step)
                .correlate();
        work();
    }
}

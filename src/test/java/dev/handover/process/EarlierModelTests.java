package dev.handover.process;

import static dev.handover.process.ValidationStepModel.Element.IntermediateEvent_TimeToTryAgain;
import static dev.handover.process.ValidationStepModel.Element.UserTask_ConfirmStep;
import static dev.handover.process.ValidationStepModel.Element.UserTask_ResolveBlocker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;

import dev.handover.checks.ChecksCutOff;
import dev.handover.validation.Blockers;
import dev.handover.validation.StepBlockers;
import dev.handover.validation.StepChecks;
import dev.handover.validation.StepChecks.Outcome;
import dev.handover.validation.StepConfirmations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

/** Steps that began on an earlier version of the model come to their end with the delegates of today. */
class EarlierModelTests extends EngineTest {

    private static final Map<String, Object> ACCESS = Map.of(ValidationStepModel.STEP.name(), "access");
    private static final Instant AGAIN = Instant.parse("2026-11-26T12:00:30Z");

    private final StepChecks checks = mock();

    EarlierModelTests() {
        super(Model.VALIDATION_STEP);
    }

    @BeforeEach
    void useTheDelegateOfToday() {
        var delegates = new ValidationDelegates(
                checks, mock(StepBlockers.class), mock(StepConfirmations.class), mock(Blockers.class));
        Mocks.register(ValidationStepModel.Delegates.RUN_AUTOMATED_CHECKS, delegates.runAutomatedChecks());
    }

    private void checksEnd(Outcome first, Outcome... then) {
        willReturn(first, (Object[]) then).given(checks).run(any(), any());
        willReturn(Optional.of(AGAIN)).given(checks).tryAgainAt(any(), any());
    }

    /** Deployed as it was then, by the forms of today. */
    private Deployment earlier() {
        var builder = engine.getRepositoryService().createDeployment().name("earlier");
        builder.addInputStream(
                "bpmn/validation-step.bpmn", getClass().getResourceAsStream("/models/0.1/validation-step.bpmn"));
        Forms.ALL.forEach(form -> builder.addClasspathResource("forms/" + form + ".form"));
        return builder.deploy();
    }

    private String definitionIn(Deployment deployment) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .deploymentId(deployment.getId())
                .singleResult()
                .getId();
    }

    @Test
    void aStepOfTheFirstVersionOpensABlockerForWhatCouldNotRunAndEndsAsUsual() {
        checksEnd(Outcome.COULD_NOT_RUN, Outcome.PASSED);
        var earlier = earlier();
        try {
            var instance = start(definitionIn(earlier), ACCESS);
            assertThat(waiting()).containsExactly(UserTask_ResolveBlocker.name());
            decide(UserTask_ResolveBlocker, "fixed");
            decide(UserTask_ConfirmStep, "confirm");
            assertThat(isRunning(instance)).isFalse();
        } finally {
            engine.getRepositoryService().deleteDeployment(earlier.getId(), true);
        }
    }

    @Test
    void aStepOfTodayWaitsAndTriesAgain() {
        checksEnd(Outcome.COULD_NOT_RUN, Outcome.PASSED);
        start(Model.VALIDATION_STEP, ACCESS);
        assertThat(timer(IntermediateEvent_TimeToTryAgain).getDuedate().toInstant())
                .isEqualTo(AGAIN);
        elapse(IntermediateEvent_TimeToTryAgain);
        assertThat(waiting()).containsExactly(UserTask_ConfirmStep.name());
    }

    @Test
    void whatWasCutOffOrOvertakenIsGivenBackToTheEngineAndIsNoFailure() {
        for (var reason : List.of(new ChecksCutOff("elsewhere."), new OptimisticLockingFailureException("overtaken"))) {
            willThrow(reason).given(checks).run(any(), any());
            assertThatThrownBy(() -> start(Model.VALIDATION_STEP, ACCESS))
                    .isInstanceOf(OptimisticLockingException.class);
            leaveNothing();
            standIn();
            useTheDelegateOfToday();
        }
    }
}

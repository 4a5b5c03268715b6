package dev.handover.process;

import static dev.handover.process.StabilizationModel.Delegates.CHECK_SOAK_CLOCK;
import static dev.handover.process.StabilizationModel.Delegates.EXTEND_STABILIZATION;
import static dev.handover.process.StabilizationModel.Delegates.START_SOAK_CLOCK;
import static dev.handover.process.StabilizationModel.Element.BoundaryEvent_SoakClockElapsed;
import static dev.handover.process.StabilizationModel.Element.EndEvent_Accepted;
import static dev.handover.process.StabilizationModel.Element.EndEvent_ExceptionHandled;
import static dev.handover.process.StabilizationModel.Element.EndEvent_RolledBack;
import static dev.handover.process.StabilizationModel.Element.UserTask_DecideRollBack;
import static dev.handover.process.StabilizationModel.Element.UserTask_HandleException;
import static dev.handover.process.StabilizationModel.Element.UserTask_HandoverDrill;
import static dev.handover.process.StabilizationModel.Element.UserTask_RecordSignal;
import static dev.handover.process.StabilizationModel.Element.UserTask_ReviewOpenIssues;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StabilizationWalkTests extends ModelWalkTest {

    private static final Instant FIRST = Instant.parse("2037-02-01T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2037-02-08T00:00:00Z");
    private static final Instant THIRD = Instant.parse("2037-02-15T00:00:00Z");

    private static final String CALLER = "caller";

    StabilizationWalkTests() {
        super(Model.STABILIZATION);
    }

    @Override
    void addMore(DeploymentBuilder builder) {
        var caller = Bpmn.createExecutableProcess(CALLER)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .callActivity("CallActivity_Stabilization")
                .calledElement(Model.STABILIZATION.key())
                .camundaInBusinessKey("#{execution.processBusinessKey}")
                .endEvent()
                .moveToActivity("CallActivity_Stabilization")
                .boundaryEvent()
                .error(Errors.ROLLED_BACK)
                .endEvent("EndEvent_Caught")
                .done();
        builder.addModelInstance("caller.bpmn", caller);
    }

    @BeforeEach
    void runTheClock() {
        standIns.when(START_SOAK_CLOCK, execution -> {
            StabilizationModel.DRILL_PASSED.set(execution, false);
            StabilizationModel.SOAK_ENDS_AT.set(execution, FIRST);
        });
        standIns.when(EXTEND_STABILIZATION, execution -> StabilizationModel.SOAK_ENDS_AT.set(execution, THIRD));
        quiet(true);
    }

    @Test
    void theReviewWaitsForQuietAndForTheDrill() {
        var instance = start(model);
        assertThat(waiting()).containsExactly(UserTask_HandoverDrill.name(), UserTask_RecordSignal.name());
        elapse(BoundaryEvent_SoakClockElapsed);
        assertThat(waiting()).containsExactly(UserTask_HandoverDrill.name());
        decide(UserTask_HandoverDrill, "confirm");
        assertThat(task(UserTask_ReviewOpenIssues).getAssignee()).isEqualTo("customer");
        decide(UserTask_ReviewOpenIssues, "accept");
        assertThat(isRunning(instance)).isFalse();
        assertThat(passed(instance)).contains(EndEvent_Accepted.name());
    }

    @Test
    void signalsAreRecordedAsOftenAsWantedAndTheClockRunsOn() {
        start(model);
        for (var reading = 0; reading < 3; reading++) {
            var before = task(UserTask_RecordSignal);
            decide(before, "record");
            assertThat(task(UserTask_RecordSignal).getId()).isNotEqualTo(before.getId());
            assertThat(timer(BoundaryEvent_SoakClockElapsed).getDuedate().toInstant())
                    .isEqualTo(FIRST);
        }
    }

    @Test
    void aClockThatWasStartedAgainIsWaitedForAnew() {
        quiet(false, true);
        start(model);
        elapse(BoundaryEvent_SoakClockElapsed);
        assertThat(waiting()).contains(UserTask_RecordSignal.name());
        assertThat(timer(BoundaryEvent_SoakClockElapsed).getDuedate().toInstant())
                .isEqualTo(SECOND);
        elapse(BoundaryEvent_SoakClockElapsed);
        assertThat(waiting()).containsExactly(UserTask_HandoverDrill.name());
    }

    @Test
    void anExtensionTracksOnWithoutASecondDrill() {
        var instance = start(model);
        decide(UserTask_HandoverDrill, "confirm");
        elapse(BoundaryEvent_SoakClockElapsed);
        decide(UserTask_ReviewOpenIssues, "extend");
        assertThat(waiting()).containsExactly(UserTask_RecordSignal.name());
        assertThat(timer(BoundaryEvent_SoakClockElapsed).getDuedate().toInstant())
                .isEqualTo(THIRD);
        elapse(BoundaryEvent_SoakClockElapsed);
        decide(UserTask_ReviewOpenIssues, "accept");
        assertThat(isRunning(instance)).isFalse();
    }

    @Test
    void breachedSignalsAreHandledEachByItself() {
        start(model);
        breach("sign-in-failures");
        breach("performance-concerns");
        decide(task(UserTask_HandleException, with(StabilizationModel.SIGNAL, "sign-in-failures")), "fixed");
        decide(task(UserTask_HandleException, with(StabilizationModel.SIGNAL, "performance-concerns")), "roll-back");
        assertThat(task(UserTask_DecideRollBack, with(StabilizationModel.SIGNAL, "performance-concerns"))
                        .getAssignee())
                .isEqualTo("production");
        breach("sign-in-failures");
        assertThat(waiting())
                .containsExactly(
                        UserTask_DecideRollBack.name(),
                        UserTask_HandleException.name(),
                        UserTask_HandoverDrill.name(),
                        UserTask_RecordSignal.name());
    }

    @Test
    void aRollBackThatIsDeclinedCarriesOn() {
        var instance = start(model);
        breach("integration-errors");
        decide(UserTask_HandleException, "roll-back");
        decide(UserTask_DecideRollBack, "resume");
        assertThat(waiting()).containsExactly(UserTask_HandoverDrill.name(), UserTask_RecordSignal.name());
        assertThat(passed(instance)).contains(EndEvent_ExceptionHandled.name());
    }

    @Test
    void anOpenExceptionKeepsThePeriodOpenAlthoughTheHandoverIsAccepted() {
        var instance = start(model);
        breach("integration-errors");
        decide(UserTask_HandoverDrill, "confirm");
        elapse(BoundaryEvent_SoakClockElapsed);
        decide(UserTask_ReviewOpenIssues, "accept");
        assertThat(isRunning(instance)).isTrue();
        decide(UserTask_HandleException, "fixed");
        assertThat(isRunning(instance)).isFalse();
    }

    @Test
    void aRollBackLeavesThePeriodForWhoeverCalledIt() {
        var caller = start(definitionOf(CALLER), Map.of());
        var called = instances().stream()
                .filter(instance -> !instance.getId().equals(caller.getId()))
                .findFirst()
                .orElseThrow();
        breach("integration-errors");
        decide(UserTask_HandleException, "roll-back");
        decide(UserTask_DecideRollBack, "roll-back");
        assertThat(waiting()).isEmpty();
        assertThat(isRunning(caller)).isFalse();
        assertThat(passed(caller)).contains("EndEvent_Caught");
        assertThat(passed(called)).contains(EndEvent_RolledBack.name());
    }

    @Test
    void aRollBackThatNobodyWaitsForFailsLoudly() {
        start(model);
        breach("integration-errors");
        decide(UserTask_HandleException, "roll-back");
        assertThatThrownBy(() -> decide(UserTask_DecideRollBack, "roll-back"))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining(Errors.ROLLED_BACK);
        assertThat(waiting()).contains(UserTask_DecideRollBack.name());
    }

    private void quiet(Boolean... answers) {
        var turn = new ArrayList<>(List.of(answers));
        standIns.when(CHECK_SOAK_CLOCK, (DelegateExecution execution) -> {
            StabilizationModel.QUIET_LONG_ENOUGH.set(execution, turn.size() > 1 ? turn.remove(0) : turn.get(0));
            StabilizationModel.SOAK_ENDS_AT.set(execution, SECOND);
        });
    }

    private void breach(String signal) {
        send(Messages.SIGNAL_BREACHED, Map.of(StabilizationModel.SIGNAL.name(), signal));
    }
}

package dev.handover.process;

import static dev.handover.process.ReleaseModel.Delegates.EVALUATE_GATES;
import static dev.handover.process.ReleaseModel.Delegates.RECORD_GO_LIVE;
import static dev.handover.process.ReleaseModel.Delegates.RECORD_MISSED_WINDOW;
import static dev.handover.process.ReleaseModel.Delegates.RECORD_ROLL_BACK_IN_WINDOW;
import static dev.handover.process.ReleaseModel.Delegates.SCHEDULE_WINDOW;
import static dev.handover.process.ReleaseModel.Element.BoundaryEvent_WindowMissed;
import static dev.handover.process.ReleaseModel.Element.EndEvent_Live;
import static dev.handover.process.ReleaseModel.Element.EndEvent_Missed;
import static dev.handover.process.ReleaseModel.Element.EndEvent_RolledBack;
import static dev.handover.process.ReleaseModel.Element.IntermediateEvent_WindowOpens;
import static dev.handover.process.ReleaseModel.Element.UserTask_ConfirmGoLive;
import static dev.handover.process.ReleaseModel.Element.UserTask_DecideGo;
import static dev.handover.process.ReleaseModel.Element.UserTask_ResolveHold;
import static dev.handover.process.ReleaseModel.Element.UserTask_ResumeOrRollBack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.process.ReleaseModel.Outcome;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReleaseWalkTests extends ModelWalkTest {

    private static final Instant START = Instant.parse("2037-10-25T00:30:00Z");
    private static final Instant END = Instant.parse("2037-10-25T04:30:00Z");

    ReleaseWalkTests() {
        super(Model.RELEASE);
    }

    @BeforeEach
    void scheduleAndRecord() {
        standIns.when(SCHEDULE_WINDOW, execution -> {
            ReleaseModel.WINDOW_START.set(execution, START);
            ReleaseModel.WINDOW_END.set(execution, END);
        });
        gates(true);
        standIns.answers(RECORD_GO_LIVE, ReleaseModel.OUTCOME, List.of(Outcome.LIVE));
        standIns.answers(RECORD_MISSED_WINDOW, ReleaseModel.OUTCOME, List.of(Outcome.MISSED));
        standIns.answers(RECORD_ROLL_BACK_IN_WINDOW, ReleaseModel.OUTCOME, List.of(Outcome.ROLLED_BACK));
    }

    @Test
    void nothingHappensBeforeTheWindowOpens() {
        start(model);
        assertThat(waiting()).isEmpty();
        assertThat(standIns.called()).containsExactly(SCHEDULE_WINDOW);
        assertThat(timer(IntermediateEvent_WindowOpens).getDuedate().toInstant())
                .isEqualTo(START);
        assertThat(timer(BoundaryEvent_WindowMissed).getDuedate().toInstant()).isEqualTo(END);
    }

    @Test
    void withAllGatesGreenTheProductionOwnerDecidesAndConfirms() {
        var instance = open();
        assertThat(task(UserTask_DecideGo).getAssignee()).isEqualTo("production");
        decide(UserTask_DecideGo, "go");
        assertThat(timer(BoundaryEvent_WindowMissed)).isNull();
        decide(UserTask_ConfirmGoLive, "confirm");
        assertEnded(instance, EndEvent_Live, "live");
    }

    @Test
    void aGateThatIsNotGreenHoldsTheReleaseUntilAllAreGreenTogether() {
        gates(false, false, true);
        open();
        assertThat(waiting()).containsExactly(UserTask_ResolveHold.name());
        decide(UserTask_ResolveHold, "fixed");
        assertThat(waiting()).containsExactly(UserTask_ResolveHold.name());
        decide(UserTask_ResolveHold, "fixed");
        assertThat(waiting()).containsExactly(UserTask_DecideGo.name());
    }

    @Test
    void aPausedReleaseEvaluatesTheGatesAgainWhenItResumes() {
        open();
        decide(UserTask_DecideGo, "pause");
        assertThat(waiting()).containsExactly(UserTask_ResumeOrRollBack.name());
        decide(UserTask_ResumeOrRollBack, "resume");
        assertThat(waiting()).containsExactly(UserTask_DecideGo.name());
        assertThat(standIns.called().stream().filter(EVALUATE_GATES::equals)).hasSize(2);
    }

    @Test
    void rollingBackInsteadOfGoing() {
        var instance = open();
        decide(UserTask_DecideGo, "roll-back");
        assertEnded(instance, EndEvent_RolledBack, "rolled-back");
    }

    @Test
    void rollingBackWhilePaused() {
        var instance = open();
        decide(UserTask_DecideGo, "pause");
        decide(UserTask_ResumeOrRollBack, "roll-back");
        assertEnded(instance, EndEvent_RolledBack, "rolled-back");
    }

    @Test
    void rollingBackInsteadOfConfirming() {
        var instance = open();
        decide(UserTask_DecideGo, "go");
        decide(UserTask_ConfirmGoLive, "roll-back");
        assertEnded(instance, EndEvent_RolledBack, "rolled-back");
    }

    @Test
    void aWindowThatEndsOnHoldIsMissed() {
        gates(false);
        var instance = open();
        elapse(BoundaryEvent_WindowMissed);
        assertThat(waiting()).isEmpty();
        assertEnded(instance, EndEvent_Missed, "missed");
    }

    @Test
    void aWindowThatEndsWhilePausedIsMissed() {
        var instance = open();
        decide(UserTask_DecideGo, "pause");
        elapse(BoundaryEvent_WindowMissed);
        assertEnded(instance, EndEvent_Missed, "missed");
    }

    private void gates(Boolean... green) {
        standIns.answers(EVALUATE_GATES, ReleaseModel.GATES_GREEN, List.of(green));
    }

    private ProcessInstance open() {
        var instance = start(model);
        elapse(IntermediateEvent_WindowOpens);
        return instance;
    }

    private void assertEnded(ProcessInstance instance, Enum<?> end, String outcome) {
        assertThat(isRunning(instance)).isFalse();
        assertThat(passed(instance)).contains(end.name());
        assertThat(outcome(instance, ReleaseModel.OUTCOME)).isEqualTo(outcome);
    }
}

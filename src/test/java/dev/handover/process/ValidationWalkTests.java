package dev.handover.process;

import static dev.handover.process.ValidationModel.Element.EndEvent_AllStepsPassed;
import static dev.handover.process.ValidationModel.Element.EndEvent_StepRevalidated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.shared.Slugged;
import dev.handover.shared.Step;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

class ValidationWalkTests extends ModelWalkTest {

    ValidationWalkTests() {
        super(Model.VALIDATION);
    }

    @Test
    void theSevenStepsRunAtTheSameTimeAndTheLastOneEndsThePhase() {
        var instance = start(model);
        var steps = tasks(task -> true);
        assertThat(steps.stream().map(this::stepOf))
                .containsExactlyInAnyOrderElementsOf(
                        Step.validated().stream().map(Slugged::slug).toList());
        steps.subList(1, steps.size()).forEach(this::pass);
        assertThat(isRunning(instance)).isTrue();
        pass(steps.get(0));
        assertThat(isRunning(instance)).isFalse();
        assertThat(passed(instance)).endsWith(EndEvent_AllStepsPassed.name());
    }

    @Test
    void stepsThatAreReopenedWhileOthersStillRunAreEachValidatedAgain() {
        var instance = start(model);
        pass(running("access"));
        pass(running("workflows"));
        reopen("access");
        reopen("workflows");
        assertThat(tasks(task -> true)).hasSize(7);
        pass(running("workflows"));
        reopen("workflows");
        tasks(task -> true).forEach(this::pass);
        assertThat(isRunning(instance)).isFalse();
        assertThat(passed(instance).stream().filter(EndEvent_StepRevalidated.name()::equals))
                .hasSize(3);
    }

    @Test
    void thePhaseWaitsForAReopenedStepAlthoughAllHavePassedOnce() {
        var instance = start(model);
        pass(running("access"));
        reopen("access");
        tasks(task -> !stepOf(task).equals("access")).forEach(this::pass);
        assertThat(passed(instance)).contains(EndEvent_AllStepsPassed.name());
        assertThat(isRunning(instance)).isTrue();
        pass(running("access"));
        assertThat(isRunning(instance)).isFalse();
    }

    private void reopen(String step) {
        send(Messages.STEP_REOPENED_IN_VALIDATION, Map.of(ValidationStepModel.STEP.name(), step));
    }

    private Task running(String step) {
        List<Task> found = tasks(task -> stepOf(task).equals(step));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private String stepOf(Task task) {
        return (String) runtime.getVariable(task.getProcessInstanceId(), ValidationStepModel.STEP.name());
    }

    private void pass(Task step) {
        end(step, Map.of());
    }
}

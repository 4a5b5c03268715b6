package dev.handover.process;

import dev.handover.checks.ChecksCutOff;
import dev.handover.process.ValidationStepModel.CheckOutcome;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Step;
import dev.handover.validation.Blockers;
import dev.handover.validation.StepBlockers;
import dev.handover.validation.StepChecks;
import dev.handover.validation.StepConfirmations;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.OptimisticLockingFailureException;

/** What stands behind the elements of {@code bpmn/validation-step.bpmn}, and of raised blockers in {@code bpmn/go-live.bpmn}. */
@Configuration(proxyBeanMethods = false)
class ValidationDelegates {

    private final StepChecks checks;
    private final StepBlockers stepBlockers;
    private final StepConfirmations confirmations;
    private final Blockers blockers;

    ValidationDelegates(
            StepChecks checks, StepBlockers stepBlockers, StepConfirmations confirmations, Blockers blockers) {
        this.checks = checks;
        this.stepBlockers = stepBlockers;
        this.confirmations = confirmations;
        this.blockers = blockers;
    }

    /** What was cut off or overtaken is no failure: the job is given back as it is, and runs again, perhaps on another node. */
    @Bean
    JavaDelegate runAutomatedChecks() {
        return execution -> {
            try {
                runChecks(execution);
            } catch (ChecksCutOff | OptimisticLockingFailureException e) {
                throw new OptimisticLockingException(e.getMessage());
            }
        };
    }

    private void runChecks(DelegateExecution execution) {
        var key = new GoLiveKey(execution.getProcessBusinessKey());
        var outcome = CheckOutcome.valueOf(checks.run(key, step(execution)).name());
        if (outcome == CheckOutcome.COULD_NOT_RUN && !knowsWaiting(execution)) {
            outcome = CheckOutcome.FAILED;
        }
        checks.tryAgainAt(key, step(execution)).ifPresent(at -> ValidationStepModel.TRY_AGAIN_AT.set(execution, at));
        ValidationStepModel.CHECK_OUTCOME.set(execution, outcome);
    }

    /** Steps that began on the first version of the model open a blocker for whatever has not passed. */
    private static boolean knowsWaiting(DelegateExecution execution) {
        var waiting = ValidationStepModel.Element.Gateway_WaitToTryAgain.name();
        return execution.getBpmnModelInstance().getModelElementById(waiting) != null;
    }

    @Bean
    JavaDelegate openBlocker() {
        return execution -> stepBlockers.open(new GoLiveKey(execution.getProcessBusinessKey()), step(execution));
    }

    @Bean
    TaskListener resolveBlocker() {
        return task -> {
            var answer = Answer.of(task, "fixed");
            stepBlockers.resolve(answer.goLive(), step(task), answer.reason(), answer.acting());
        };
    }

    @Bean
    TaskListener confirmStep() {
        return task -> {
            var answer = Answer.of(task, "confirm", "reject");
            if (answer.is("confirm")) {
                confirmations.confirm(answer.goLive(), step(task), answer.reason(), answer.acting());
            } else {
                confirmations.reject(answer.goLive(), step(task), answer.reason(), answer.acting());
            }
            answer.tell(ValidationStepModel.STEP_CONFIRMED, answer.is("confirm"));
        };
    }

    @Bean
    TaskListener resolveRaisedBlocker() {
        return task -> {
            var answer = Answer.of(task, "fixed");
            var blocker = UUID.fromString(GoLiveModel.BLOCKER.get(task));
            blockers.resolve(answer.goLive(), blocker, answer.reason(), answer.acting());
        };
    }

    private static Step step(VariableScope scope) {
        return ValidationStepModel.STEP.get(scope);
    }
}

package dev.handover.process;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Step;
import dev.handover.validation.Blockers;
import dev.handover.validation.StepBlockers;
import dev.handover.validation.StepChecks;
import dev.handover.validation.StepConfirmations;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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

    @Bean
    JavaDelegate runAutomatedChecks() {
        return execution -> {
            var outcome = checks.run(new GoLiveKey(execution.getProcessBusinessKey()), step(execution));
            ValidationStepModel.CHECK_OUTCOME.set(execution, ValidationStepModel.CheckOutcome.valueOf(outcome.name()));
        };
    }

    @Bean
    JavaDelegate openBlocker() {
        return execution -> stepBlockers.open(new GoLiveKey(execution.getProcessBusinessKey()), step(execution));
    }

    @Bean
    TaskListener resolveBlocker() {
        return task -> {
            var answer = Answer.of(task, "fixed");
            stepBlockers.resolve(answer.goLive(), step(task), answer.reason(), answer.by());
        };
    }

    @Bean
    TaskListener confirmStep() {
        return task -> {
            var answer = Answer.of(task, "confirm", "reject");
            if (answer.is("confirm")) {
                confirmations.confirm(answer.goLive(), step(task), answer.reason(), answer.by());
            } else {
                confirmations.reject(answer.goLive(), step(task), answer.reason(), answer.by());
            }
            answer.tell(ValidationStepModel.STEP_CONFIRMED, answer.is("confirm"));
        };
    }

    @Bean
    TaskListener resolveRaisedBlocker() {
        return task -> {
            var answer = Answer.of(task, "fixed");
            var blocker = UUID.fromString(GoLiveModel.BLOCKER.get(task));
            blockers.resolve(answer.goLive(), blocker, answer.reason(), answer.by());
        };
    }

    private static Step step(VariableScope scope) {
        return ValidationStepModel.STEP.get(scope);
    }
}

package dev.handover.process;

import dev.handover.golive.Submission;
import dev.handover.plan.InvalidPlan;
import dev.handover.shared.Refusal;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The start event of {@code bpmn/go-live.bpmn}: an instance started from the start form brings its plan along and becomes a
 * go-live here; one that the application starts has been registered before.
 */
@Component("registerGoLive")
class RegisterGoLive implements ExecutionListener {

    /** What the start form sends: an object, since the engine holds no text of this length. */
    private static final String SUBMISSION = "submission";

    private static final int MOST_SHOWN = 10;

    private final Submission submission;

    RegisterGoLive(@Lazy Submission submission) {
        this.submission = submission;
    }

    /** @throws Refusal (invalid input) that names the mistakes of the plan; the instance is not started then */
    @Override
    public void notify(DelegateExecution execution) {
        var person = Caller.of(execution);
        if (person.isEmpty()) {
            return;
        }
        var names = execution.getVariableNames();
        if (!names.equals(Set.of(SUBMISSION)) || execution.getProcessBusinessKey() != null) {
            throw Refusal.invalidInput(
                    "Start a go-live with the start form, or submit the plan to /api/go-lives. A business key is not chosen by hand.");
        }
        var plan = planIn(execution);
        execution.removeVariable(SUBMISSION);
        execution.setProcessBusinessKey(register(plan, person.get()));
    }

    private String register(String plan, String person) {
        try {
            return submission.register(plan, person).key().value();
        } catch (InvalidPlan invalid) {
            throw Refusal.invalidInput(invalid.getMessage()
                    + invalid.errors().stream()
                            .limit(MOST_SHOWN)
                            .map(error -> "\nLine %d: %s %s".formatted(error.line(), error.message(), error.mend()))
                            .collect(Collectors.joining()));
        }
    }

    private static String planIn(DelegateExecution execution) {
        var value = execution.getVariable(SUBMISSION);
        if (value instanceof SpinJsonNode json
                && json.isObject()
                && json.hasProp("plan")
                && json.prop("plan").isString()) {
            return json.prop("plan").stringValue();
        }
        throw Refusal.invalidInput("Paste the plan into the form, or choose its file.");
    }
}

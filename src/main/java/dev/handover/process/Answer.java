package dev.handover.process;

import dev.handover.golive.Acting;
import dev.handover.shared.FreeText;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * What a person answered in the form of a user task, taken from the engine at the moment of completion.
 *
 * <p>Forms are not trusted: the engine never validates them, so every field may be missing, empty or wrong. That there are no
 * others, {@code SubmittedForm} has seen to.
 */
final class Answer {

    private final GoLiveKey goLive;
    private final Acting acting;
    private final String decision;
    private final Map<String, Object> fields;
    private final DelegateTask task;

    private Answer(GoLiveKey goLive, Acting acting, String decision, Map<String, Object> fields, DelegateTask task) {
        this.goLive = goLive;
        this.acting = acting;
        this.decision = decision;
        this.fields = fields;
        this.task = task;
    }

    /**
     * Reads the form of a task that is being completed.
     *
     * @param decisions the decisions the form offers
     * @throws Refusal (not allowed) unless the task is assigned to whoever completes it, (invalid input) for a decision that
     *     is not offered, or a field that is too long
     */
    static Answer of(DelegateTask task, String... decisions) {
        var by = Caller.of(task)
                .orElseThrow(() -> Refusal.notAllowed("Only a person who is logged in can complete a task."));
        if (!by.equals(task.getAssignee())) {
            throw Refusal.notAllowed(
                    task.getAssignee() == null
                            ? "Claim this task before you complete it."
                            : "This task is assigned to %s; only that person can complete it."
                                    .formatted(task.getAssignee()));
        }
        var fields = new HashMap<String, Object>(task.getVariablesLocal());
        task.getExecution().getVariablesLocal().forEach(fields::putIfAbsent);
        var decision = fields.get("decision");
        if (!Arrays.asList(decisions).contains(decision)) {
            throw Refusal.invalidInput("Choose one of the decisions (%s).".formatted(String.join(", ", decisions)));
        }
        var goLive = new GoLiveKey(task.getExecution().getProcessBusinessKey());
        return new Answer(goLive, new Acting(by, task.getOwner()), (String) decision, fields, task);
    }

    GoLiveKey goLive() {
        return goLive;
    }

    /** User id of the person who completes the task. */
    String by() {
        return acting.by();
    }

    /** Who completes the task, and for whom. */
    Acting acting() {
        return acting;
    }

    String decision() {
        return decision;
    }

    boolean is(String value) {
        return decision.equals(value);
    }

    /** The free text beside the decision; null if there is none. */
    String reason() {
        return text("reason");
    }

    /** Text of a field without surrounding blanks; null if it is empty or missing. */
    String text(String field) {
        var value = fields.get(field);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw Refusal.invalidInput("\"%s\" has to be text.".formatted(field));
        }
        return FreeText.optional('"' + field + '"', text, FreeText.LONGEST);
    }

    /** @throws Refusal (invalid input) unless the field holds a number */
    double number(String field) {
        if (fields.get(field) instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw Refusal.invalidInput("Enter a number for \"%s\".".formatted(field));
    }

    /** Sets what the next gateway reads; it goes past the scope of the task. */
    <T> void tell(ProcessVariable<T> variable, T value) {
        variable.set(task, value);
    }
}

package dev.handover.process.engine;

import dev.handover.shared.FreeText;
import dev.handover.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.NullValueProvider;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;

/**
 * Makes what a person sends with a task the answer to its form and nothing else: the engine by itself would take any
 * variable, also those that gateways, timers and listeners read.
 *
 * <p>A field of the form is an input parameter of the task that the model leaves empty. The answer has every field: what the
 * person left out is empty, also where the form showed something. For the process itself, which completes nothing, and for
 * somebody who does not hold the task, and so cannot complete it, nothing is looked at.
 */
final class SubmittedForm implements Command<Map<String, Object>> {

    private final String taskId;
    private final VariableMap sent;

    /** @param sent by field; may be null */
    SubmittedForm(String taskId, Map<String, Object> sent) {
        this.taskId = taskId;
        this.sent = sent == null ? Variables.createVariables() : Variables.fromMap(sent);
    }

    /**
     * @return what the engine may take over
     * @throws Refusal (invalid input) for a field that the form does not have, or a value that no form sends
     */
    @Override
    public Map<String, Object> execute(CommandContext context) {
        var person = context.getAuthenticatedUserId();
        var task = person == null || taskId == null
                ? null
                : context.getTaskManager().findTaskById(taskId);
        if (task == null || !Objects.equals(task.getAssignee(), person)) {
            return sent;
        }
        if (task.getExecution() == null) {
            return sent; // somebody completes it at this very moment; the engine will find that it is gone
        }
        var fields = fieldsOf(task);
        refuseUnknown(fields);
        var answer = Variables.createVariables();
        for (var field : fields) {
            answer.put(field, valueOf(field));
        }
        return answer;
    }

    private static List<String> fieldsOf(TaskEntity task) {
        var mapping = task.getExecution().getActivity().getIoMapping();
        return mapping == null
                ? List.of()
                : mapping.getInputParameters().stream()
                        .filter(parameter -> parameter.getValueProvider() instanceof NullValueProvider)
                        .map(IoParameter::getName)
                        .toList();
    }

    private void refuseUnknown(List<String> fields) {
        var unknown = new TreeSet<>(sent.keySet());
        fields.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw Refusal.invalidInput(
                    "The form of this task has no field %s. Nothing was recorded; send only its fields: %s."
                            .formatted(quoted(unknown.first()), String.join(", ", fields)));
        }
    }

    private static String quoted(String name) {
        return '"' + (name.length() > 40 ? name.substring(0, 40) + "…" : name) + '"';
    }

    private Object valueOf(String field) {
        var typed = sent.getValueTyped(field);
        if (typed instanceof SerializableValue) { // before anything is read from it
            throw Refusal.invalidInput("\"%s\" has to be text, a number, or true or false.".formatted(field));
        }
        var value = typed == null ? null : typed.getValue();
        if (value instanceof String text) {
            FreeText.optional('"' + field + '"', text, FreeText.LONGEST);
        } else if (value != null && !(value instanceof Number) && !(value instanceof Boolean)) {
            throw Refusal.invalidInput("\"%s\" has to be text, a number, or true or false.".formatted(field));
        }
        return value;
    }
}

package dev.handover.process.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's task service, except that people complete a task by its form alone; see {@link SubmittedForm}. */
class FormTaskService extends TaskServiceImpl {

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        super.complete(taskId, commandExecutor.execute(new SubmittedForm(taskId, variables)));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        var answer = commandExecutor.execute(new SubmittedForm(taskId, variables));
        return super.completeWithVariablesInReturn(taskId, answer, deserializeValues);
    }
}

package dev.handover.process.engine;

import dev.handover.shared.Refusal;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * The engine's form service, except that people complete a task by its form alone, see {@link SubmittedForm}, and start
 * only what Tasklist offers them to start: every other process is a part of one that runs.
 */
class TaskFormService extends FormServiceImpl {

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        super.submitTaskForm(taskId, commandExecutor.execute(new SubmittedForm(taskId, properties)));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        var answer = commandExecutor.execute(new SubmittedForm(taskId, properties));
        return super.submitTaskFormWithVariablesInReturn(taskId, answer, deserializeValues);
    }

    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, String businessKey, Map<String, Object> properties) {
        commandExecutor.execute(onlyWhatTasklistOffers(processDefinitionId));
        return super.submitStartForm(processDefinitionId, businessKey, properties);
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
        return submitStartForm(processDefinitionId, null, properties);
    }

    private static Command<Void> onlyWhatTasklistOffers(String processDefinitionId) {
        return context -> {
            var definition = context.getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById(processDefinitionId);
            if (context.getAuthenticatedUserId() != null && !definition.isStartableInTasklist()) {
                throw Refusal.notAllowed("This process is a part of a go-live and cannot be started by itself.");
            }
            return null;
        };
    }
}

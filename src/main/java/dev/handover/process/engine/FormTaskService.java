package dev.handover.process.engine;

import dev.handover.shared.Refusal;
import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * The engine's task service, except that people complete a task by its form alone, see {@link SubmittedForm}, and that
 * comments belong to their task: the engine would show one to whoever knows its id, and take one for any task.
 */
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

    @Override
    public Comment getTaskComment(String taskId, String commentId) {
        return commandExecutor.execute(maySee(taskId)) ? super.getTaskComment(taskId, commentId) : null;
    }

    /** @throws Refusal (not found) if a person comments on a task that is not theirs */
    @Override
    public Comment createComment(String taskId, String processInstance, String message) {
        if (!commandExecutor.execute(mayCommentOn(taskId, processInstance))) {
            throw Refusal.notFound("task", taskId);
        }
        return super.createComment(taskId, processInstance, message);
    }

    private static Command<Boolean> maySee(String taskId) {
        return context -> context.getProcessEngineConfiguration()
                        .getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .taskId(taskId)
                        .count()
                > 0;
    }

    private static Command<Boolean> mayCommentOn(String taskId, String processInstance) {
        return context -> {
            var person = context.getAuthenticatedUserId();
            var task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
            return person == null
                    || task != null
                            && OwnTasks.isOf(person, task)
                            && (processInstance == null || processInstance.equals(task.getProcessInstanceId()));
        };
    }
}

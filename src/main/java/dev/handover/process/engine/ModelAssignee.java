package dev.handover.process.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** Whom the model would ask now: the assignee expression of a user task, evaluated anew. */
@Component
public class ModelAssignee {

    private final ProcessEngineConfigurationImpl engine;

    ModelAssignee(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** User id; null if nobody is to be asked now. */
    public static String of(DelegateTask task) {
        var expression = ((TaskEntity) task).getTaskDefinition().getAssigneeExpression();
        return expression == null ? null : (String) expression.getValue(task.getExecution());
    }

    /** The same for a task that waits. */
    public String of(String taskId) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> of(context.getTaskManager().findTaskById(taskId)));
    }
}

package dev.handover.process.engine;

import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Lets people read and work on the tasks that are theirs; for all else, the engine's table of rights has to say so. */
class TaskRights extends AuthorizationCommandChecker {

    @Override
    public void checkReadTask(TaskEntity task) {
        if (!isTheirs(task)) {
            super.checkReadTask(task);
        }
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
        if (!isTheirs(task)) {
            super.checkReadTaskVariable(task);
        }
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        if (!isTheirs(task)) {
            super.checkTaskWork(task);
        }
    }

    private static boolean isTheirs(TaskEntity task) {
        return OwnTasks.isOf(Context.getCommandContext().getAuthenticatedUserId(), task);
    }
}

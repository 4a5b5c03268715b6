package dev.handover.process;

import dev.handover.golive.Acting;
import dev.handover.process.Assignment.Asked;
import dev.handover.shared.GoLiveKey;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Gives a task that waits to somebody else, form and all. Its owner is the person a deputy stands for, so that Tasklist,
 * Cockpit and the history tell both.
 */
@Component
class HandedTasks {

    /**
     * How often the task has gone from one to another, or to nobody: a variable of the task alone, so that each handing-over is
     * told of by itself. Missing while it is with whoever got it first. No model reads it.
     */
    private static final String TIMES = "timesHandedOver";

    private final TaskService tasks;
    private final Assignment assignment;
    private final DeputyNotices notices;

    HandedTasks(TaskService tasks, Assignment assignment, DeputyNotices notices) {
        this.tasks = tasks;
        this.assignment = assignment;
        this.notices = notices;
    }

    void handOver(GoLiveKey key, Task task) {
        var asked = assignment.of(key, task);
        var acting = asked.map(Asked::acting).orElse(new Acting(null, null));
        if (!Objects.equals(acting.onBehalfOf(), task.getOwner())) {
            own(task, acting.onBehalfOf());
        }
        if (!Objects.equals(acting.by(), task.getAssignee())) {
            tasks.setVariableLocal(task.getId(), TIMES, times(tasks.getVariableLocal(task.getId(), TIMES)) + 1);
            tasks.setAssignee(task.getId(), acting.by());
        }
        asked.ifPresent(each -> notices.about(key, task.getId(), task.getName(), each));
    }

    static int timesOf(DelegateTask task) {
        return times(task.getVariableLocal(TIMES));
    }

    private static int times(Object value) {
        return value == null ? 0 : ((Number) value).intValue();
    }

    private void own(Task task, String owner) {
        if (owner == null) {
            tasks.deleteUserIdentityLink(task.getId(), task.getOwner(), IdentityLinkType.OWNER);
        } else {
            tasks.setOwner(task.getId(), owner);
        }
    }
}

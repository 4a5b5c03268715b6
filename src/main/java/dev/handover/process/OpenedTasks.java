package dev.handover.process;

import dev.handover.golive.GoLiveRegister;
import dev.handover.notice.Notices;
import dev.handover.notice.TaskNotice;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import dev.handover.shared.Role;
import dev.handover.shared.Step;
import dev.handover.validation.ValidationSteps;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prepares each new task for its holder: a name that says what it is about, and a mail. */
@Component
class OpenedTasks {

    private final GoLiveRegister register;
    private final Notices notices;
    private final Assignment assignment;
    private final DeputyNotices deputies;
    private final ValidationSteps steps;
    private final ReopenedSignOffs reopened;

    OpenedTasks(
            @Lazy GoLiveRegister register,
            @Lazy Notices notices,
            Assignment assignment,
            DeputyNotices deputies,
            @Lazy ValidationSteps steps,
            ReopenedSignOffs reopened) {
        this.register = register;
        this.notices = notices;
        this.assignment = assignment;
        this.deputies = deputies;
        this.steps = steps;
        this.reopened = reopened;
    }

    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_CREATE + "'")
    void created(DelegateTask task) {
        var key = new GoLiveKey(task.getExecution().getProcessBusinessKey());
        assign(task, key);
        tell(task, key);
        var goLive = register.get(key);
        task.setName(TaskName.inLists(nameOf(task), goLive));
        TaskColumn.fill(task, goLive);
    }

    /** The model names who holds the role; where a deputy stands in, the deputy gets the task, and it stays the holder's own. */
    private void assign(DelegateTask task, GoLiveKey key) {
        assignment.of(task).ifPresent(asked -> {
            if (asked.acting().isDeputy()) {
                task.setOwner(asked.acting().onBehalfOf());
                task.setAssignee(asked.acting().by());
            }
            deputies.about(key, task.getId(), nameOf(task), asked);
        });
    }

    /** A task that goes to somebody else is news to that person. */
    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_ASSIGNMENT + "'")
    void assigned(DelegateTask task) {
        if (task.getAssignee() != null) {
            tell(task, new GoLiveKey(task.getExecution().getProcessBusinessKey()));
        }
    }

    /** The task to record signals comes back each time it is done; whoever just did it knows. */
    private static boolean isRepeatedByItsHolder(DelegateTask task) {
        return task.getTaskDefinitionKey().equals(StabilizationModel.Element.UserTask_RecordSignal.name())
                && Caller.of(task)
                        .filter(person -> person.equals(task.getAssignee()))
                        .isPresent();
    }

    private void tell(DelegateTask task, GoLiveKey key) {
        if (isRepeatedByItsHolder(task)) {
            return;
        }
        var signing = SignOffModel.signing(task.getTaskDefinitionKey());
        var notice = notice(task, key, signing);
        signing.ifPresentOrElse(role -> reopened.waiting(notice, role), () -> notices.taskWaiting(notice));
    }

    private TaskNotice notice(DelegateTask task, GoLiveKey key, Optional<Role> signing) {
        return new TaskNotice(
                key,
                task.getId(),
                HandedTasks.timesOf(task),
                nameOf(task),
                task.getDescription(),
                because(task, key),
                signing.map(role -> reopened.changes(key, role)).orElse(List.of()),
                task.getOwner(),
                null,
                task.getAssignee() == null ? List.of() : List.of(task.getAssignee()),
                instant(task.getDueDate()),
                register.get(key).zone());
    }

    /** Why a step was opened again, with the words of whoever rejected it; empty for another task, or the first time. */
    private List<Phrase> because(DelegateTask task, GoLiveKey key) {
        return ValidationStepModel.STEP
                .find(task)
                .map(step -> steps.get(key, step).becauseSaid())
                .orElse(List.of());
    }

    /** The model's name, with the step or role it is about this time. */
    private static String nameOf(DelegateTask task) {
        var name = task.getBpmnModelElementInstance().getName();
        return subject(task).map(subject -> name + ": " + subject).orElse(name);
    }

    private static Optional<String> subject(DelegateTask task) {
        return ValidationStepModel.STEP
                .find(task)
                .map(Step::title)
                .or(() -> PrerequisitesModel.ROLE.find(task).map(role -> role.title()))
                .or(() -> StabilizationModel.SIGNAL.find(task).map(signal -> signal.title()));
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}

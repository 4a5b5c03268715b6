package dev.handover.process;

import dev.handover.golive.GoLiveRegister;
import dev.handover.process.engine.ModelAssignee;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Stands before every decision: a task is completed, and changes hands, only as the model says. The engine by itself lets
 * whoever may work on a task give it to anybody, and an admin take it.
 *
 * <p>Heard before the listener of the model, since the engine calls listeners that cannot be skipped first.
 */
@Component
class CompletedTasks {

    private final GoLiveRegister register;

    CompletedTasks(@Lazy GoLiveRegister register) {
        this.register = register;
    }

    /**
     * Holds the go-live, so that what is decided is decided on what stands now.
     *
     * @throws Refusal (not allowed) unless it is completed by the person the model asks now, (wrong phase) if the go-live has
     *     ended
     */
    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_COMPLETE + "'")
    void completing(DelegateTask task) {
        register.hold(new GoLiveKey(task.getExecution().getProcessBusinessKey()));
        var person = Caller.of(task)
                .orElseThrow(() -> Refusal.notAllowed("Only a person who is logged in can complete a task."));
        if (!person.equals(ModelAssignee.of(task))) {
            throw Refusal.notAllowed(
                    "This task belongs to whoever holds its role in the go-live, and that is somebody else"
                            + " now. Nothing of yours was recorded.");
        }
    }

    /** @throws Refusal (not allowed) if a person gives the task to somebody whom the model does not ask */
    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_ASSIGNMENT + "'")
    void assigned(DelegateTask task) {
        var holder = ModelAssignee.of(task);
        var stays = holder == null ? task.getAssignee() == null : holder.equals(task.getAssignee());
        if (!stays && Caller.of(task).isPresent()) {
            throw Refusal.notAllowed(
                    "A task stays with whoever holds its role in the go-live. To have somebody else decide,"
                            + " the project team names another person in the plan.");
        }
    }
}

package dev.handover.process;

import dev.handover.access.Accounts;
import dev.handover.golive.GoLiveRegister;
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
    private final Assignment assignment;
    private final Accounts accounts;

    CompletedTasks(@Lazy GoLiveRegister register, Assignment assignment, @Lazy Accounts accounts) {
        this.register = register;
        this.assignment = assignment;
        this.accounts = accounts;
    }

    /**
     * Holds the go-live, so that what is decided is decided on what stands now.
     *
     * @throws Refusal (not allowed) unless it is completed by the person who is asked now, (wrong phase) if the go-live has
     *     ended
     */
    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_COMPLETE + "'")
    void completing(DelegateTask task) {
        register.hold(new GoLiveKey(task.getExecution().getProcessBusinessKey()));
        var person = Caller.of(task)
                .orElseThrow(() -> Refusal.notAllowed("Only a person who is logged in can complete a task."));
        requireToBeAsked(task, person);
    }

    private void requireToBeAsked(DelegateTask task, String person) {
        if (accounts.viewer(person).filter(viewer -> !viewer.groups().isEmpty()).isEmpty()) {
            throw Refusal.notAllowed("Your account belongs to no group any more, so it decides nothing here."
                    + " Nothing of yours was recorded; ask an admin.");
        }
        if (assignment
                .of(task)
                .filter(asked -> person.equals(asked.acting().by()))
                .isEmpty()) {
            throw Refusal.notAllowed(
                    "This task belongs to whoever holds its role in the go-live, or to their deputy, and that is"
                            + " somebody else now. Nothing of yours was recorded.");
        }
    }

    /** @throws Refusal (not allowed) if a person gives the task to somebody whom the model does not ask */
    @EventListener(condition = "#task.eventName == '" + TaskListener.EVENTNAME_ASSIGNMENT + "'")
    void assigned(DelegateTask task) {
        var holder = assignment.of(task).map(asked -> asked.acting().by()).orElse(null);
        var stays = holder == null ? task.getAssignee() == null : holder.equals(task.getAssignee());
        if (!stays && Caller.of(task).isPresent()) {
            throw Refusal.notAllowed(
                    "A task stays with whoever holds its role in the go-live. To have somebody else decide,"
                            + " the owner names a deputy, or the project team another person in the plan.");
        }
    }
}

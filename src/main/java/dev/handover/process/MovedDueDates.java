package dev.handover.process;

import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.PlanChanged;
import dev.handover.golive.WindowMoved;
import dev.handover.shared.GoLiveKey;
import java.util.Date;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Tasks that wait are due in time for the window as it is now. */
@Component
class MovedDueDates {

    private static final Logger LOG = LoggerFactory.getLogger(MovedDueDates.class);

    private final TaskService tasks;
    private final IdentityService identity;
    private final GoLiveRegister register;
    private final Due due;
    private final TransactionTemplate later;

    MovedDueDates(
            TaskService tasks,
            IdentityService identity,
            GoLiveRegister register,
            Due due,
            PlatformTransactionManager transactions) {
        this.tasks = tasks;
        this.identity = identity;
        this.register = register;
        this.due = due;
        this.later = new TransactionTemplate(transactions);
        this.later.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(PlanChanged changed) {
        move(changed.goLive());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(WindowMoved moved) {
        move(moved.goLive());
    }

    /** After the change and for itself: whoever completes one of the tasks at that moment must not undo it. */
    private void move(GoLiveKey key) {
        try {
            later.executeWithoutResult(transaction -> Caller.asProcess(identity, () -> {
                var goLive = register.get(key);
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(key.value())
                        .list()
                        .forEach(task -> move(task, goLive));
                return null;
            }));
        } catch (OptimisticLockingException e) {
            LOG.info("go-live {} moves on; its tasks keep the due dates they have: {}", key, e.getMessage());
        }
    }

    private void move(Task task, GoLive goLive) {
        var wanted = Date.from(due.inTime(goLive, task.getCreateTime().toInstant()));
        if (!wanted.equals(task.getDueDate())) {
            task.setDueDate(wanted);
            tasks.saveTask(task);
        }
    }
}

package dev.handover.process.engine;

import dev.handover.shared.HandoverException;
import dev.handover.shared.Refusal;
import java.sql.SQLException;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Turns the engine's exceptions back into what our rules said, and losing a race into a refusal that people understand.
 *
 * <p>The engine wraps what a listener throws; unwrapped, a refusal reaches the caller as itself, be it our own interface,
 * the engine's REST interface or a job. Races are translated only for people: the job executor knows best what to do about
 * its own, it tries again.
 */
class ReadableRefusals extends CommandInterceptor {

    private static final Set<Class<?>> WORK_ON_TASK =
            Set.of(CompleteTaskCmd.class, SubmitTaskFormCmd.class, ClaimTaskCmd.class);

    /** SQLSTATE of PostgreSQL for the one character that it cannot hold in a text. */
    private static final String UNSTORABLE = "22021";

    private static final String TAKEN =
            "Somebody else has changed this at the same moment. Nothing of yours was recorded."
                    + " Reload the page, look at what has changed, and decide again.";
    private static final String GONE = "This task is not open any more: somebody has completed it, or it was withdrawn."
            + " Nothing of yours was recorded. Reload the list of tasks.";

    private final ProcessEngineConfigurationImpl engine;
    private final RefusedWork refused;

    ReadableRefusals(ProcessEngineConfigurationImpl engine, RefusedWork refused) {
        this.engine = engine;
        this.refused = refused;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            var person = engine.getIdentityService().getCurrentAuthentication();
            throw person == null ? asWasSaid(failure) : readable(failure, command, person.getUserId());
        }
    }

    private RuntimeException readable(RuntimeException failure, Command<?> command, String userId) {
        if (WORK_ON_TASK.contains(command.getClass())) {
            var taskId = (String) new DirectFieldAccessor(command).getPropertyValue("taskId");
            if (hadAndLost(userId, taskId)) {
                return Refusal.conflict(GONE); // whatever the engine stumbled over, this is why
            }
            refused.record(engine, taskId, userId, asWasSaid(failure));
            if (failure instanceof NullValueException || failure instanceof AuthorizationException) {
                return Refusal.notFound("task", taskId);
            }
        }
        var unfit = UnfitCalls.refusal(command, failure);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        if (failure instanceof TaskAlreadyClaimedException) {
            return Refusal.conflict("Somebody has claimed this task already. Reload the list of tasks.");
        }
        return failure instanceof OptimisticLockingException ? Refusal.conflict(TAKEN) : asWasSaid(failure);
    }

    /**
     * Whether the person's task has been completed or withdrawn meanwhile. Not asked within a transaction of the caller: it
     * may have failed already, and a second one would need a second connection.
     */
    private boolean hadAndLost(String userId, String taskId) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return false;
        }
        return engine.getCommandExecutorTxRequired().execute(context -> {
            context.disableAuthorizationCheck();
            return engine.getHistoryService()
                            .createHistoricTaskInstanceQuery()
                            .taskId(taskId)
                            .taskAssignee(userId)
                            .finished()
                            .count()
                    > 0;
        });
    }

    private static RuntimeException asWasSaid(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HandoverException refusal) {
                return refusal;
            }
            if (cause instanceof SQLException sql && UNSTORABLE.equals(sql.getSQLState())) {
                return Refusal.invalidInput("A text holds the character U+0000, which cannot be stored. Take it out.");
            }
        }
        return failure;
    }
}

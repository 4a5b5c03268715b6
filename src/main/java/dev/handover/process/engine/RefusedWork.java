package dev.handover.process.engine;

import dev.handover.audit.AuditLog;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts on record who tried to decide a task that is not theirs, or against the separation of duties, or on evidence that has changed
 * since. Called when the attempt has been rolled back, so one more connection is never needed.
 */
@Component
class RefusedWork {

    private static final Set<Code> ON_RECORD = Set.of(Code.NOT_ALLOWED, Code.STALE_EVIDENCE);

    private final ObjectProvider<AuditLog> audit;

    /** @param audit asked for late: the engine comes up before it */
    RefusedWork(ObjectProvider<AuditLog> audit) {
        this.audit = audit;
    }

    /** Records the refusal if it is one of those, and the task one of a go-live. */
    void record(ProcessEngineConfigurationImpl engine, String taskId, String userId, RuntimeException failure) {
        if (!isOnRecord(failure) || TransactionSynchronizationManager.isActualTransactionActive()) {
            return;
        }
        var task = engine.getCommandExecutorTxRequired().execute(context -> {
            var found = context.getTaskManager().findTaskById(taskId);
            var execution = found == null ? null : found.getExecution();
            return execution == null ? null : new Task(execution.getProcessBusinessKey(), found.getName());
        });
        if (task != null && task.goLive() != null) {
            audit.getObject().refused(new GoLiveKey(task.goLive()), userId, task.name(), inWords(failure));
        }
    }

    private static boolean isOnRecord(RuntimeException failure) {
        return failure instanceof AuthorizationException
                || failure instanceof HandoverException refusal && ON_RECORD.contains(refusal.code());
    }

    /** The engine's own words name rights and resources, which help nobody. */
    private static String inWords(RuntimeException failure) {
        return failure instanceof AuthorizationException ? "The task is not theirs." : failure.getMessage();
    }

    private record Task(String goLive, String name) {}
}

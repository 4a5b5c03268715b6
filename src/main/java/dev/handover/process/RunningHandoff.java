package dev.handover.process;

import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.HandoffProcess;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.Refusal;
import dev.handover.shared.SignalKind;
import dev.handover.shared.Step;
import dev.handover.signoff.SignOffProcess;
import dev.handover.stabilization.StabilizationProcess;
import dev.handover.validation.ValidationProcess;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The running process instances of a go-live, as the features see them: started once, then told what happened. */
@Component
class RunningHandoff implements HandoffProcess, ValidationProcess, SignOffProcess, StabilizationProcess {

    private final RuntimeService runtime;
    private final IdentityService identity;
    private final GoLiveRegister register;
    private final ObjectProvider<OpenTasks> openTasks;

    RunningHandoff(
            RuntimeService runtime,
            IdentityService identity,
            @Lazy GoLiveRegister register,
            ObjectProvider<OpenTasks> openTasks) {
        this.runtime = runtime;
        this.identity = identity;
        this.register = register;
        this.openTasks = openTasks;
    }

    @Override
    public void start(GoLiveKey goLive) {
        Caller.asProcess(identity, () -> runtime.startProcessInstanceByKey(GoLiveModel.KEY, goLive.value()));
    }

    @Override
    public void withdraw(GoLiveKey goLive) {
        deliver(Messages.WITHDRAWAL_REQUESTED, goLive, Map.of());
    }

    @Override
    public void peopleChanged(GoLiveKey goLive) {
        Caller.asProcess(identity, () -> {
            openTasks.getObject().handOver(goLive);
            return null;
        });
    }

    @Override
    public void planChanged(GoLiveKey goLive) {
        deliver(Messages.PLAN_CHANGED, goLive, Map.of());
    }

    @Override
    public void blockerRaised(GoLiveKey goLive, UUID blocker) {
        deliver(Messages.BLOCKER_RAISED, goLive, Map.of(GoLiveModel.BLOCKER.name(), blocker.toString()));
    }

    @Override
    public void signalBreached(GoLiveKey goLive, SignalKind signal) {
        deliver(Messages.SIGNAL_BREACHED, goLive, Map.of(StabilizationModel.SIGNAL.name(), signal.slug()));
    }

    @Override
    public void evidenceChanged(GoLiveKey goLive) {
        deliver(Messages.EVIDENCE_CHANGED, goLive, Map.of());
    }

    /** The model looks at all sign-offs, whatever the reason. */
    @Override
    public void conditionsExpired(GoLiveKey goLive) {
        evidenceChanged(goLive);
    }

    @Override
    public void signOffsOutdated(GoLiveKey goLive) {
        if (register.get(goLive).phase() == Phase.RELEASE) {
            deliver(Messages.SIGN_OFF_REOPENED, goLive, Map.of());
        } else {
            deliverIfAwaited(Messages.SIGN_OFFS_OUTDATED, goLive);
        }
    }

    @Override
    public void stepsReopened(GoLiveKey goLive, Set<Step> steps) {
        switch (register.get(goLive).phase()) {
            case VALIDATION -> steps.forEach(step -> reopenInValidation(goLive, step));
            case SIGN_OFF, RELEASE -> deliver(Messages.STEP_REOPENED, goLive, Map.of());
            default -> {
                // before validation there is nothing to go back to, and after the go-live nothing is reopened
            }
        }
    }

    /** A step that waits for a person is checked again; one whose checks are due does so anyway; one that has ended begins anew. */
    private void reopenInValidation(GoLiveKey goLive, Step step) {
        Caller.asProcess(identity, () -> {
            var running = runtime.createProcessInstanceQuery()
                    .processDefinitionKey(ValidationStepModel.KEY)
                    .processInstanceBusinessKey(goLive.value())
                    .variableValueEquals(ValidationStepModel.STEP.name(), step.slug())
                    .list();
            if (running.isEmpty()) {
                deliver(
                        Messages.STEP_REOPENED_IN_VALIDATION,
                        goLive,
                        Map.of(ValidationStepModel.STEP.name(), step.slug()));
            }
            for (var instance : running) {
                runtime.createExecutionQuery()
                        .processInstanceId(instance.getId())
                        .messageEventSubscriptionName(Messages.RECHECK_REQUESTED)
                        .list()
                        .forEach(waiting -> runtime.messageEventReceived(Messages.RECHECK_REQUESTED, waiting.getId()));
            }
            return null;
        });
    }

    /** @throws Refusal (conflict) if no instance waits for it: the process is just moving on, and nothing is lost silently */
    private void deliver(String message, GoLiveKey goLive, Map<String, Object> local) {
        Caller.asProcess(identity, () -> {
            var correlation = runtime.createMessageCorrelation(message).processInstanceBusinessKey(goLive.value());
            correlation.setVariablesToTriggeredScope(local);
            correlate(correlation, goLive);
            return null;
        });
    }

    private static void correlate(MessageCorrelationBuilder message, GoLiveKey goLive) {
        try {
            message.correlate();
        } catch (MismatchingMessageCorrelationException | OptimisticLockingException e) {
            throw Refusal.conflict(
                    "Go-live %s moves on at this very moment. Nothing was recorded; look where it stands and try again."
                            .formatted(goLive));
        }
    }

    private void deliverIfAwaited(String message, GoLiveKey goLive) {
        Caller.asProcess(identity, () -> {
            runtime.createExecutionQuery()
                    .processInstanceBusinessKey(goLive.value())
                    .messageEventSubscriptionName(message)
                    .list()
                    .forEach(waiting -> runtime.messageEventReceived(message, waiting.getId()));
            return null;
        });
    }
}

package dev.handover.process.engine;

import dev.handover.shared.Refusal;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cmd.CorrelateAllMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstancesCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.PatchExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Second lock behind the list of open calls, whatever way a person finds to the engine: models, rights and saved filters
 * change only by a new version of the product, which changes them at its start, in nobody's name; and a process moves only
 * by what its own forms decide.
 */
class EngineGuard extends CommandInterceptor {

    private static final Set<Class<?>> CONTENT = Set.of(
            DeployCmd.class,
            DeleteDeploymentCmd.class,
            SaveFilterCmd.class,
            DeleteFilterCmd.class,
            SaveAuthorizationCmd.class,
            DeleteAuthorizationCmd.class);

    /** Each goes past the model. What of it a go-live needs, our own rules do in the name of the process. */
    private static final Set<Class<?>> STEERING = Set.of(
            CorrelateAllMessageCmd.class,
            CorrelateMessageCmd.class,
            DelegateTaskCmd.class,
            DeleteProcessInstanceCmd.class,
            DeleteProcessInstancesCmd.class,
            DeleteTaskCmd.class,
            HandleTaskBpmnErrorCmd.class,
            HandleTaskEscalationCmd.class,
            MessageEventReceivedCmd.class,
            ModifyProcessInstanceAsyncCmd.class,
            ModifyProcessInstanceCmd.class,
            PatchExecutionVariablesCmd.class,
            PatchTaskVariablesCmd.class,
            RemoveExecutionVariablesCmd.class,
            RemoveTaskVariablesCmd.class,
            ResolveTaskCmd.class,
            SaveTaskCmd.class,
            SetExecutionVariablesCmd.class,
            SetTaskVariablesCmd.class,
            SignalCmd.class,
            SignalEventReceivedCmd.class,
            StartProcessInstanceAtActivitiesCmd.class,
            StartProcessInstanceCmd.class);

    private final IdentityService identity;

    EngineGuard(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (identity.getCurrentAuthentication() != null) {
            refuse(command);
        }
        return next.execute(command);
    }

    /** The engine tells it to nobody: a cut-off or the end of a window could be brought about by it. */
    private static boolean movesTheJob(Command<?> command) {
        return Boolean.TRUE.equals(new DirectFieldAccessor(command).getPropertyValue("isDueDateSet"));
    }

    private static void refuse(Command<?> command) {
        if (CONTENT.contains(command.getClass())) {
            throw Refusal.notAllowed(
                    "Models, filters and rights of the engine come with the product, and nobody changes them at run time.");
        }
        if (STEERING.contains(command.getClass())) {
            throw Refusal.notAllowed(
                    "A process moves only by the forms of its tasks. Use the pages and /api of Handover for everything else.");
        }
        if (command instanceof SetJobRetriesCmd && movesTheJob(command)) {
            throw Refusal.notAllowed(
                    "When something is due follows from the plan. Retry the job without a due date, or change the plan.");
        }
    }
}

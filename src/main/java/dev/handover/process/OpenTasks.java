package dev.handover.process;

import dev.handover.closing.OpenIssues;
import dev.handover.golive.GoLiveRegister;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.Role;
import dev.handover.shared.Slugged;
import dev.handover.signoff.SignOffRound;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps tasks that wait already true to what has changed since they were given out. */
@Component
public class OpenTasks {

    private static final Set<String> ABOUT_A_ROLE = Set.of(
            PrerequisitesModel.Element.UserTask_NameOwner.name(),
            PrerequisitesModel.Element.UserTask_AcceptRole.name(),
            GoLiveModel.Element.UserTask_AcceptChangedRole.name());

    private final IdentityService identity;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final GoLiveRegister register;
    private final SignOffRound round;
    private final OpenIssues openIssues;
    private final HandedTasks handed;
    private final WindowProposals proposals;
    private final ProcessProperties properties;

    OpenTasks(
            IdentityService identity,
            TaskService tasks,
            RuntimeService runtime,
            GoLiveRegister register,
            SignOffRound round,
            OpenIssues openIssues,
            HandedTasks handed,
            WindowProposals proposals,
            ProcessProperties properties) {
        this.identity = identity;
        this.tasks = tasks;
        this.runtime = runtime;
        this.register = register;
        this.round = round;
        this.openIssues = openIssues;
        this.handed = handed;
        this.proposals = proposals;
        this.properties = properties;
    }

    /** Gives each open task to whoever is asked now; it waits without a holder while the role is open. */
    void handOver(GoLiveKey key) {
        of(key).forEach(task -> handed.handOver(key, task));
    }

    /** Roles that somebody is being asked to accept, or to name somebody for. */
    Set<Role> rolesInQuestion(GoLiveKey key) {
        return of(key).stream()
                .filter(task -> ABOUT_A_ROLE.contains(task.getTaskDefinitionKey()))
                .map(task -> (String) tasks.getVariable(task.getId(), PrerequisitesModel.ROLE.name()))
                .map(role -> Slugged.of(Role.class, role))
                .collect(Collectors.toSet());
    }

    /**
     * Puts into the form of a task what its holder is about to decide on, as it stands at this moment: the digest that comes
     * back with the decision. Other tasks are left alone, and so is one that is done.
     */
    @Transactional
    public void refresh(String taskId) {
        Caller.asProcess(identity, () -> {
            Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                    .ifPresent(this::refresh);
            return null;
        });
    }

    private void refresh(Task task) {
        var key = new GoLiveKey(runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
        if (task.getTaskDefinitionKey().equals(SignOffModel.Element.UserTask_ProposeWindow.name())) {
            proposals.offer(key, task.getId());
        }
        digest(key, task.getTaskDefinitionKey())
                .filter(shown -> !shown.value().equals(tasks.getVariable(task.getId(), shown.field())))
                .ifPresent(shown -> tasks.setVariable(task.getId(), shown.field(), shown.value()));
    }

    private record Shown(String field, String value) {}

    private Optional<Shown> digest(GoLiveKey key, String element) {
        if (element.equals(StabilizationModel.Element.UserTask_ReviewOpenIssues.name())) {
            var list = openIssues.present(key).digest().sha256();
            return Optional.of(new Shown(FormFields.ISSUE_LIST.name(), list));
        }
        return SignOffModel.signing(element)
                .map(role -> new Shown(
                        FormFields.MANIFEST.name(),
                        round.present(key, role).digest().sha256()));
    }

    /** The task in which a role signs; empty once it is done. */
    Optional<Task> signing(GoLiveKey key, Role role) {
        return of(key).stream()
                .filter(task ->
                        SignOffModel.signing(task.getTaskDefinitionKey()).equals(Optional.of(role)))
                .findFirst();
    }

    /** True if the sign-offs, or the window that is scheduled, were prepared for another window than the one in force. */
    boolean windowHasMoved(GoLiveKey key) {
        var goLive = register.get(key);
        if (goLive.phase() == Phase.SIGN_OFF) {
            return differs(key, SignOffModel.CUT_OFF, properties.cutOff(goLive.windowStart()));
        }
        return goLive.phase() == Phase.RELEASE
                && (differs(key, ReleaseModel.WINDOW_START, goLive.windowStart())
                        || differs(key, ReleaseModel.WINDOW_END, goLive.windowEnd()));
    }

    private boolean differs(GoLiveKey key, ProcessVariable<Instant> variable, Instant now) {
        var instances = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key.value())
                .active()
                .list();
        return instances.stream()
                .map(instance -> runtime.getVariable(instance.getId(), variable.name()))
                .anyMatch(value -> value != null && !value.equals(now.toString()));
    }

    private List<Task> of(GoLiveKey key) {
        return tasks.createTaskQuery().processInstanceBusinessKey(key.value()).list();
    }
}

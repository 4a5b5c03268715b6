package dev.handover.process;

import dev.handover.golive.Acting;
import dev.handover.golive.Authority;
import dev.handover.process.engine.ModelAssignee;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import dev.handover.shared.Role;
import dev.handover.signoff.Signatures;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Whom a task asks now: the person the model names, or that person's deputy in force. A deputy who may not sign is not asked;
 * the task then stays with the person.
 */
@Component
class Assignment {

    /** What only the person can do: what the project team is asked, and taking on a role. */
    private static final Set<String> PERSONAL = Set.of(
            PrerequisitesModel.Element.UserTask_ConfirmEnvironmentReadiness.name(),
            PrerequisitesModel.Element.UserTask_ConfirmProductConfiguration.name(),
            PrerequisitesModel.Element.UserTask_NameOwner.name(),
            PrerequisitesModel.Element.UserTask_AcceptRole.name(),
            GoLiveModel.Element.UserTask_AcceptChangedRole.name(),
            SignOffModel.Element.UserTask_ProposeWindow.name());

    private final ModelAssignee assignees;
    private final Authority authority;
    private final Signatures signatures;

    Assignment(ModelAssignee assignees, @Lazy Authority authority, @Lazy Signatures signatures) {
        this.assignees = assignees;
        this.authority = authority;
        this.signatures = signatures;
    }

    /**
     * @param acting who is asked, and for whom
     * @param passedOver the deputy in force who is not asked; null if there is none
     * @param why what speaks against the deputy; null unless one is passed over
     */
    record Asked(Acting acting, Acting passedOver, Phrase why) {

        private static Asked of(Acting acting) {
            return new Asked(acting, null, null);
        }
    }

    /** Empty while the role is open. */
    Optional<Asked> of(DelegateTask task) {
        var key = new GoLiveKey(task.getExecution().getProcessBusinessKey());
        return of(key, task.getTaskDefinitionKey(), ModelAssignee.of(task));
    }

    /** The same for a task that waits. */
    Optional<Asked> of(GoLiveKey key, Task task) {
        return of(key, task.getTaskDefinitionKey(), assignees.of(task.getId()));
    }

    private Optional<Asked> of(GoLiveKey key, String element, String holder) {
        if (holder == null) {
            return Optional.empty();
        }
        var deputy = PERSONAL.contains(element) ? Optional.<Acting>empty() : authority.deputyOf(holder);
        return Optional.of(deputy.map(each -> asked(key, SignOffModel.signing(element), each))
                .orElseGet(() -> Asked.of(Acting.self(holder))));
    }

    private Asked asked(GoLiveKey key, Optional<Role> signing, Acting deputy) {
        return signing.flatMap(role -> signatures.against(key, role, deputy))
                .map(why -> new Asked(Acting.self(deputy.onBehalfOf()), deputy, why.said()))
                .orElseGet(() -> Asked.of(deputy));
    }
}

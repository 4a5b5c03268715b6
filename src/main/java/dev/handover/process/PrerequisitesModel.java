package dev.handover.process;

import dev.handover.shared.Role;
import java.util.List;

/** Names shared with {@code bpmn/prerequisites.bpmn}; {@code ModelVocabularyTests} fails if the two differ. */
final class PrerequisitesModel {

    static final String KEY = "prerequisites";

    enum Element {
        StartEvent_PrerequisitesOpened,
        Gateway_PrerequisitesFork,
        UserTask_ConfirmEnvironmentReadiness,
        UserTask_ConfirmProductConfiguration,
        SubProcess_OwnerAcceptance,
        StartEvent_RoleToAccept,
        Gateway_OwnerNamed,
        UserTask_AcceptRole,
        Gateway_RoleAccepted,
        UserTask_NameOwner,
        EndEvent_RoleAccepted,
        Gateway_PrerequisitesJoin,
        EndEvent_PrerequisitesMet
    }

    /** Beans that judge and record what a person decided, named like their user task. */
    static final class Listeners {
        static final String CONFIRM_ENVIRONMENT_READINESS = "confirmEnvironmentReadiness";
        static final String CONFIRM_PRODUCT_CONFIGURATION = "confirmProductConfiguration";
        static final String ACCEPT_ROLE = "acceptRole";
        static final String NAME_OWNER = "nameOwner";
        static final List<String> ALL =
                List.of(CONFIRM_ENVIRONMENT_READINESS, CONFIRM_PRODUCT_CONFIGURATION, ACCEPT_ROLE, NAME_OWNER);

        private Listeners() {}
    }

    /** The role this instance of a task is about. */
    static final ProcessVariable<Role> ROLE = ProcessVariable.word("role", Role.class);

    static final ProcessVariable<Boolean> ROLE_ACCEPTED = ProcessVariable.flag("roleAccepted");

    static final List<ProcessVariable<?>> VARIABLES = List.of(ROLE, ROLE_ACCEPTED);

    private PrerequisitesModel() {}
}

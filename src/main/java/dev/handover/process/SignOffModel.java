package dev.handover.process;

import dev.handover.shared.Role;
import dev.handover.shared.Slugged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names shared with {@code bpmn/sign-off.bpmn}; {@code ModelVocabularyTests} fails if the two differ. */
final class SignOffModel {

    static final String KEY = "sign-off";

    enum Element {
        StartEvent_SignOffOpened,
        ServiceTask_PrepareSignOff,
        Gateway_WindowAhead,
        UserTask_ProposeWindow,
        SubProcess_SignOffs,
        StartEvent_SignOffsRequested,
        Gateway_SignOffsFork,
        Gateway_BusinessNeeded,
        UserTask_SignOffBusiness,
        Gateway_BusinessApproved,
        Gateway_BusinessSigned,
        EndEvent_BusinessRejected,
        Gateway_EnvironmentNeeded,
        UserTask_SignOffEnvironment,
        Gateway_EnvironmentApproved,
        Gateway_EnvironmentSigned,
        EndEvent_EnvironmentRejected,
        Gateway_SignOffsJoin,
        UserTask_ApproveChange,
        Gateway_ChangeApproved,
        EndEvent_Approved,
        EndEvent_ChangeRejected,
        ServiceTask_RecordApproval,
        EndEvent_ReadyForRelease,
        BoundaryEvent_EvidenceChanged,
        BoundaryEvent_CutOff,
        BoundaryEvent_SignOffsPending,
        BoundaryEvent_SignOffRejected,
        ServiceTask_ReleaseTheWindow,
        ServiceTask_RemindOrEscalate,
        EndEvent_Reminded,
        ServiceTask_ReopenRejectedStep,
        EndEvent_Rejected
    }

    /** How the process ends. */
    enum Outcome implements Slugged {
        APPROVED,
        REJECTED
    }

    /** Beans of the service tasks, named like them. */
    static final class Delegates {
        static final String PREPARE_SIGN_OFF = "prepareSignOff";
        static final String RECORD_APPROVAL = "recordApproval";
        static final String RELEASE_THE_WINDOW = "releaseTheWindow";
        static final String REMIND_OR_ESCALATE = "remindOrEscalate";
        static final String REOPEN_REJECTED_STEP = "reopenRejectedStep";
        static final List<String> ALL = List.of(
                PREPARE_SIGN_OFF, RECORD_APPROVAL, RELEASE_THE_WINDOW, REMIND_OR_ESCALATE, REOPEN_REJECTED_STEP);

        private Delegates() {}
    }

    /** Beans that judge and record what a person decided, named like their user task. */
    static final class Listeners {
        static final String PROPOSE_WINDOW = "proposeWindow";
        static final String SIGN_OFF_BUSINESS = "signOffBusiness";
        static final String SIGN_OFF_ENVIRONMENT = "signOffEnvironment";
        static final String APPROVE_CHANGE = "approveChange";
        static final List<String> ALL =
                List.of(PROPOSE_WINDOW, SIGN_OFF_BUSINESS, SIGN_OFF_ENVIRONMENT, APPROVE_CHANGE);

        private Listeners() {}
    }

    static final ProcessVariable<Outcome> OUTCOME = ProcessVariable.word("signOffOutcome", Outcome.class);
    static final ProcessVariable<Boolean> WINDOW_AHEAD = ProcessVariable.flag("windowAhead");
    static final ProcessVariable<Boolean> BUSINESS_SIGN_OFF_NEEDED = ProcessVariable.flag("businessSignOffNeeded");
    static final ProcessVariable<Boolean> ENVIRONMENT_SIGN_OFF_NEEDED =
            ProcessVariable.flag("environmentSignOffNeeded");
    static final ProcessVariable<Boolean> BUSINESS_APPROVED = ProcessVariable.flag("businessApproved");
    static final ProcessVariable<Boolean> ENVIRONMENT_APPROVED = ProcessVariable.flag("environmentApproved");
    static final ProcessVariable<Boolean> CHANGE_APPROVED = ProcessVariable.flag("changeApproved");
    /** When the window is released if not everybody has signed. */
    static final ProcessVariable<Instant> CUT_OFF = ProcessVariable.instant("cutOff");
    /** ISO-8601 repetition, for example {@code R/PT24H}. */
    static final ProcessVariable<String> REMINDER_CYCLE = ProcessVariable.text("reminderCycle");

    static final List<ProcessVariable<?>> VARIABLES = List.of(
            OUTCOME,
            WINDOW_AHEAD,
            BUSINESS_SIGN_OFF_NEEDED,
            ENVIRONMENT_SIGN_OFF_NEEDED,
            BUSINESS_APPROVED,
            ENVIRONMENT_APPROVED,
            CHANGE_APPROVED,
            CUT_OFF,
            REMINDER_CYCLE);

    /** The role that signs in the user task; empty for other elements. */
    static Optional<Role> signing(String element) {
        return Optional.ofNullable(SIGNING.get(element));
    }

    private static final Map<String, Role> SIGNING = Map.of(
            Element.UserTask_SignOffBusiness.name(), Role.BUSINESS,
            Element.UserTask_SignOffEnvironment.name(), Role.ENVIRONMENT,
            Element.UserTask_ApproveChange.name(), Role.CHANGE);

    private SignOffModel() {}
}

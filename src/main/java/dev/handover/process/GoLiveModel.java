package dev.handover.process;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Role;
import dev.handover.shared.Slugged;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Names shared with {@code bpmn/go-live.bpmn}; {@code ModelVocabularyTests} fails if the two differ. */
final class GoLiveModel {

    static final String KEY = "go-live";

    enum Element {
        StartEvent_GoLiveRequested,
        CallActivity_Prerequisites,
        CallActivity_Validation,
        CallActivity_SignOff,
        Gateway_SignOffOutcome,
        CallActivity_Release,
        Gateway_ReleaseOutcome,
        CallActivity_Stabilization,
        CallActivity_Close,
        EndEvent_HandedOver,
        BoundaryEvent_StepReopenedDuringSignOff,
        BoundaryEvent_StepReopenedDuringRelease,
        BoundaryEvent_SignOffReopened,
        BoundaryEvent_RolledBackAfterGoLive,
        ServiceTask_RecordRollBack,
        EndEvent_RolledBack,
        EventSubProcess_Withdraw,
        StartEvent_WithdrawalRequested,
        ServiceTask_TellOfWithdrawal,
        EndEvent_Withdrawn,
        EventSubProcess_RaiseBlocker,
        StartEvent_BlockerRaised,
        UserTask_ResolveRaisedBlocker,
        EndEvent_BlockerResolved,
        EventSubProcess_PlanChanged,
        StartEvent_PlanChanged,
        ServiceTask_ApplyPlanChange,
        Gateway_OwnersChanged,
        UserTask_AcceptChangedRole,
        EndEvent_PlanChangeApplied,
        EventSubProcess_EvidenceChanged,
        StartEvent_EvidenceChanged,
        ServiceTask_ReopenSignOffs,
        EndEvent_SignOffsReopened,
        EventSubProcess_RevalidateEveryNight,
        StartEvent_FirstNight,
        ServiceTask_CompareEnvironment,
        ServiceTask_RepeatChecks,
        Gateway_ChecksRepeated,
        ServiceTask_RepeatFailedChecks,
        IntermediateEvent_NextNight,
        EndEvent_LastNight
    }

    /** How the night went. */
    enum Night implements Slugged {
        PASSED,
        FAILED,
        /** The customer is live: there is nothing to repeat any more. */
        LIVE
    }

    /** Beans of the service tasks, named like them. */
    static final class Delegates {
        static final String RECORD_ROLL_BACK = "recordRollBack";
        static final String TELL_OF_WITHDRAWAL = "tellOfWithdrawal";
        static final String APPLY_PLAN_CHANGE = "applyPlanChange";
        static final String REOPEN_SIGN_OFFS = "reopenSignOffs";
        static final String COMPARE_ENVIRONMENT = "compareEnvironment";
        static final String REPEAT_CHECKS = "repeatChecks";
        static final String REPEAT_FAILED_CHECKS = "repeatFailedChecks";
        static final List<String> ALL = List.of(
                RECORD_ROLL_BACK,
                TELL_OF_WITHDRAWAL,
                APPLY_PLAN_CHANGE,
                REOPEN_SIGN_OFFS,
                COMPARE_ENVIRONMENT,
                REPEAT_CHECKS,
                REPEAT_FAILED_CHECKS);

        private Delegates() {}
    }

    /** Beans that judge and record what a person decided, named like their user task. */
    static final class Listeners {
        static final String RESOLVE_RAISED_BLOCKER = "resolveRaisedBlocker";
        static final String ACCEPT_CHANGED_ROLE = "acceptChangedRole";
        static final List<String> ALL = List.of(RESOLVE_RAISED_BLOCKER, ACCEPT_CHANGED_ROLE);

        private Listeners() {}
    }

    /** Beans that take part at the start of an element. */
    static final class Events {
        static final String REGISTER_GO_LIVE = "registerGoLive";
        static final String ENTER_PHASE = "enterPhase";
        static final List<String> ALL = List.of(REGISTER_GO_LIVE, ENTER_PHASE);

        private Events() {}
    }

    static final ProcessVariable<SignOffModel.Outcome> SIGN_OFF_OUTCOME = SignOffModel.OUTCOME;
    static final ProcessVariable<ReleaseModel.Outcome> RELEASE_OUTCOME = ReleaseModel.OUTCOME;
    static final ProcessVariable<Boolean> OWNERS_CHANGED = ProcessVariable.flag("ownersChanged");
    /** Id of the blocker that was raised by hand. */
    static final ProcessVariable<String> BLOCKER = ProcessVariable.text("blocker");
    /** The role this instance of a task is about. */
    static final ProcessVariable<Role> ROLE = PrerequisitesModel.ROLE;

    static final ProcessVariable<Night> NIGHT = ProcessVariable.word("night", Night.class);
    /** When the checks are repeated next. */
    static final ProcessVariable<Instant> NEXT_NIGHT = ProcessVariable.instant("nextNight");

    static final List<ProcessVariable<?>> VARIABLES =
            List.of(SIGN_OFF_OUTCOME, RELEASE_OUTCOME, OWNERS_CHANGED, BLOCKER, ROLE, NIGHT, NEXT_NIGHT);

    /** The go-live an execution of any of the processes belongs to: its business key. */
    static GoLiveKey goLiveOf(DelegateExecution execution) {
        return new GoLiveKey(execution.getProcessBusinessKey());
    }

    /** Slugs of the roles that the last change of the plan asks somebody to accept, between commas; read by {@link People}. */
    static final ProcessVariable<String> ROLES_TO_ASK = ProcessVariable.text("rolesToAsk");

    private GoLiveModel() {}
}

package dev.handover.process;

import dev.handover.shared.Slugged;
import dev.handover.shared.Step;
import java.time.Instant;
import java.util.List;

/** Names shared with {@code bpmn/validation-step.bpmn}; {@code ModelVocabularyTests} fails if the two differ. */
final class ValidationStepModel {

    static final String KEY = "validation-step";

    enum Element {
        StartEvent_StepStarted,
        ServiceTask_RunAutomatedChecks,
        Gateway_ChecksConclusive,
        Gateway_WaitToTryAgain,
        IntermediateEvent_TimeToTryAgain,
        IntermediateEvent_RecheckWhileWaiting,
        Gateway_CheckOutcome,
        UserTask_ConfirmStep,
        Gateway_StepConfirmed,
        EndEvent_StepPassed,
        EndEvent_StepConfirmedBefore,
        ServiceTask_OpenBlocker,
        UserTask_ResolveBlocker,
        BoundaryEvent_RecheckWhileBlocked,
        BoundaryEvent_RecheckWhileConfirming
    }

    /** What {@link Delegates#RUN_AUTOMATED_CHECKS} found. */
    enum CheckOutcome implements Slugged {
        PASSED,
        /** A check failed, or could not run and trying again does not help. */
        FAILED,
        /** None failed, but some could not run; {@link #TRY_AGAIN_AT} is set. */
        COULD_NOT_RUN,
        /** A person confirmed the step before, and nothing has reopened it since. */
        CONFIRMED_BEFORE
    }

    /** Beans of the service tasks, named like them. */
    static final class Delegates {
        static final String RUN_AUTOMATED_CHECKS = "runAutomatedChecks";
        static final String OPEN_BLOCKER = "openBlocker";
        static final List<String> ALL = List.of(RUN_AUTOMATED_CHECKS, OPEN_BLOCKER);

        private Delegates() {}
    }

    /** Beans that judge and record what a person decided, named like their user task. */
    static final class Listeners {
        static final String CONFIRM_STEP = "confirmStep";
        static final String RESOLVE_BLOCKER = "resolveBlocker";
        static final List<String> ALL = List.of(CONFIRM_STEP, RESOLVE_BLOCKER);

        private Listeners() {}
    }

    static final ProcessVariable<Step> STEP = ProcessVariable.word("step", Step.class);
    static final ProcessVariable<CheckOutcome> CHECK_OUTCOME = ProcessVariable.word("checkOutcome", CheckOutcome.class);
    /** When checks that could not run are tried again. */
    static final ProcessVariable<Instant> TRY_AGAIN_AT = ProcessVariable.instant("tryAgainAt");

    static final ProcessVariable<Boolean> STEP_CONFIRMED = ProcessVariable.flag("stepConfirmed");

    static final List<ProcessVariable<?>> VARIABLES = List.of(STEP, CHECK_OUTCOME, TRY_AGAIN_AT, STEP_CONFIRMED);

    private ValidationStepModel() {}
}

package dev.handover.process;

import dev.handover.shared.SignalKind;
import java.time.Instant;
import java.util.List;

/** Names shared with {@code bpmn/stabilization.bpmn}; {@code ModelVocabularyTests} fails if the two differ. */
final class StabilizationModel {

    static final String KEY = "stabilization";

    enum Element {
        StartEvent_StabilizationStarted,
        ServiceTask_StartSoakClock,
        Gateway_PeriodRuns,
        Gateway_PeriodFork,
        Gateway_DrillPassed,
        UserTask_HandoverDrill,
        Gateway_DrillDone,
        Gateway_Tracking,
        UserTask_RecordSignal,
        BoundaryEvent_SoakClockElapsed,
        ServiceTask_CheckSoakClock,
        Gateway_QuietLongEnough,
        Gateway_PeriodJoin,
        UserTask_ReviewOpenIssues,
        Gateway_HandoverAccepted,
        EndEvent_Accepted,
        ServiceTask_ExtendStabilization,
        EventSubProcess_SignalBreached,
        StartEvent_SignalBreached,
        UserTask_HandleException,
        Gateway_RollBackAsked,
        EndEvent_ExceptionHandled,
        UserTask_DecideRollBack,
        Gateway_RollBackDecided,
        EndEvent_RolledBack
    }

    /** Beans of the service tasks, named like them. */
    static final class Delegates {
        static final String START_SOAK_CLOCK = "startSoakClock";
        static final String CHECK_SOAK_CLOCK = "checkSoakClock";
        static final String EXTEND_STABILIZATION = "extendStabilization";
        static final List<String> ALL = List.of(START_SOAK_CLOCK, CHECK_SOAK_CLOCK, EXTEND_STABILIZATION);

        private Delegates() {}
    }

    /** Beans that judge and record what a person decided, named like their user task. */
    static final class Listeners {
        static final String HANDOVER_DRILL = "handoverDrill";
        static final String RECORD_SIGNAL = "recordSignal";
        static final String REVIEW_OPEN_ISSUES = "reviewOpenIssues";
        static final String HANDLE_EXCEPTION = "handleException";
        static final String DECIDE_ROLL_BACK = "decideRollBack";
        static final List<String> ALL =
                List.of(HANDOVER_DRILL, RECORD_SIGNAL, REVIEW_OPEN_ISSUES, HANDLE_EXCEPTION, DECIDE_ROLL_BACK);

        private Listeners() {}
    }

    /** The earliest instant at which the period can end; set again by every breach and extension. */
    static final ProcessVariable<Instant> SOAK_ENDS_AT = ProcessVariable.instant("soakEndsAt");

    static final ProcessVariable<Boolean> QUIET_LONG_ENOUGH = ProcessVariable.flag("quietLongEnough");
    /** False at the start of the stabilization; an extension does not ask for a second drill. */
    static final ProcessVariable<Boolean> DRILL_PASSED = ProcessVariable.flag("drillPassed");

    static final ProcessVariable<Boolean> HANDOVER_ACCEPTED = ProcessVariable.flag("handoverAccepted");
    /** The signal that breached. */
    static final ProcessVariable<SignalKind> SIGNAL = ProcessVariable.word("signal", SignalKind.class);

    static final ProcessVariable<Boolean> ROLL_BACK_ASKED = ProcessVariable.flag("rollBackAsked");
    static final ProcessVariable<Boolean> ROLL_BACK_DECIDED = ProcessVariable.flag("rollBackDecided");

    static final List<ProcessVariable<?>> VARIABLES = List.of(
            SOAK_ENDS_AT,
            QUIET_LONG_ENOUGH,
            DRILL_PASSED,
            HANDOVER_ACCEPTED,
            SIGNAL,
            ROLL_BACK_ASKED,
            ROLL_BACK_DECIDED);

    private StabilizationModel() {}
}

package dev.handover.process;

import dev.handover.shared.Slugged;
import java.time.Instant;
import java.util.List;

/** Names shared with {@code bpmn/release.bpmn}; {@code ModelVocabularyTests} fails if the two differ. */
final class ReleaseModel {

    static final String KEY = "release";

    enum Element {
        StartEvent_ReleaseApproved,
        ServiceTask_ScheduleWindow,
        SubProcess_Window,
        StartEvent_WindowScheduled,
        IntermediateEvent_WindowOpens,
        ServiceTask_EvaluateGates,
        Gateway_GatesGreen,
        UserTask_DecideGo,
        Gateway_GoDecision,
        EndEvent_GoDecided,
        EndEvent_RollBackDecided,
        UserTask_ResolveHold,
        UserTask_ResumeOrRollBack,
        Gateway_ResumeDecision,
        EndEvent_RollBackWhilePaused,
        UserTask_ConfirmGoLive,
        Gateway_LiveConfirmed,
        ServiceTask_RecordGoLive,
        EndEvent_Live,
        BoundaryEvent_WindowMissed,
        BoundaryEvent_RolledBackInWindow,
        ServiceTask_RecordMissedWindow,
        EndEvent_Missed,
        ServiceTask_RecordRollBackInWindow,
        EndEvent_RolledBack
    }

    /** How the process ends. */
    enum Outcome implements Slugged {
        LIVE,
        MISSED,
        ROLLED_BACK
    }

    /** What the production owner decides once all gates are green. */
    enum GoDecision implements Slugged {
        GO,
        PAUSE,
        ROLL_BACK
    }

    /** What the production owner decides while the release is paused. */
    enum ResumeDecision implements Slugged {
        RESUME,
        ROLL_BACK
    }

    /** Beans of the service tasks, named like them. */
    static final class Delegates {
        static final String SCHEDULE_WINDOW = "scheduleWindow";
        static final String EVALUATE_GATES = "evaluateGates";
        static final String RECORD_GO_LIVE = "recordGoLive";
        static final String RECORD_MISSED_WINDOW = "recordMissedWindow";
        static final String RECORD_ROLL_BACK_IN_WINDOW = "recordRollBackInWindow";
        static final List<String> ALL = List.of(
                SCHEDULE_WINDOW, EVALUATE_GATES, RECORD_GO_LIVE, RECORD_MISSED_WINDOW, RECORD_ROLL_BACK_IN_WINDOW);

        private Delegates() {}
    }

    /** Beans that judge and record what a person decided, named like their user task. */
    static final class Listeners {
        static final String DECIDE_GO = "decideGo";
        static final String RESOLVE_HOLD = "resolveHold";
        static final String RESUME_OR_ROLL_BACK = "resumeOrRollBack";
        static final String CONFIRM_GO_LIVE = "confirmGoLive";
        static final List<String> ALL = List.of(DECIDE_GO, RESOLVE_HOLD, RESUME_OR_ROLL_BACK, CONFIRM_GO_LIVE);

        private Listeners() {}
    }

    static final ProcessVariable<Outcome> OUTCOME = ProcessVariable.word("releaseOutcome", Outcome.class);
    static final ProcessVariable<Instant> WINDOW_START = ProcessVariable.instant("windowStart");
    static final ProcessVariable<Instant> WINDOW_END = ProcessVariable.instant("windowEnd");
    static final ProcessVariable<Boolean> GATES_GREEN = ProcessVariable.flag("gatesGreen");
    static final ProcessVariable<GoDecision> GO_DECISION = ProcessVariable.word("goDecision", GoDecision.class);
    static final ProcessVariable<ResumeDecision> RESUME_DECISION =
            ProcessVariable.word("resumeDecision", ResumeDecision.class);
    static final ProcessVariable<Boolean> LIVE_CONFIRMED = ProcessVariable.flag("liveConfirmed");

    static final List<ProcessVariable<?>> VARIABLES =
            List.of(OUTCOME, WINDOW_START, WINDOW_END, GATES_GREEN, GO_DECISION, RESUME_DECISION, LIVE_CONFIRMED);

    private ReleaseModel() {}
}

package dev.handover.process;

/** Names of the decision tables {@code bpmn/<key>.dmn}, of what they read and of what they answer. */
final class Decisions {

    /** What the sign-off sees; one rule answers. */
    static final class Readiness {
        static final String KEY = "readiness";
        /** Truth value: every validation step has passed. */
        static final String STEPS_PASSED = "stepsPassed";

        static final String OPEN_BLOCKERS = "openBlockers";
        static final String OPEN_CONDITIONS = "openConditions";
        /** Part of the open ones. */
        static final String OVERDUE_CONDITIONS = "overdueConditions";

        static final String HIGH_KNOWN_ISSUES = "highKnownIssues";
        /** {@code ready}, {@code ready-with-conditions} or {@code not-ready}. */
        static final String VERDICT = "verdict";
        /** One sentence for people. */
        static final String REASON = "reason";

        private Readiness() {}
    }

    /** What to check for a symptom; any number of rules answer. */
    static final class Troubleshooting {
        static final String KEY = "troubleshooting";
        static final String SYMPTOM = "symptom";
        static final String HINT = "hint";
        /** Title of the page to read on. */
        static final String PAGE = "page";

        private Troubleshooting() {}
    }

    /** Which role relies on a kind of evidence; one rule for each kind, one answer for each role that signs. */
    static final class Reliance {
        static final String KEY = "reliance";
        /** Slug of the kind. */
        static final String KIND = "kind";

        private Reliance() {}
    }

    /** How a reading of a signal is judged; one rule answers. */
    static final class Stabilization {
        static final String KEY = "stabilization";
        static final String READING = "reading";
        /** Thresholds of the plan, {@code watch} at most {@code breach}. */
        static final String WATCH = "watch";

        static final String BREACH = "breach";
        /** {@code quiet}, {@code watch} or {@code breach}. */
        static final String LEVEL = "level";

        private Stabilization() {}
    }

    /** What happens to a pending sign-off; one rule answers. */
    static final class Escalation {
        static final String KEY = "escalation";
        /** Working hours to the cut-off; none after it. */
        static final String HOURS_LEFT = "hoursLeft";
        /** Count of reminders already sent for the sign-off. */
        static final String REMINDERS = "reminders";
        /** Working hours since the person was last told, by the task itself if nobody reminded. */
        static final String HOURS_SINCE_TOLD = "hoursSinceTold";
        /** {@code wait}, {@code remind}, {@code deputy}, {@code escalate} or {@code cut-off}. */
        static final String ACTION = "action";
        /** One or two sentences for people. */
        static final String NOTE = "note";

        private Escalation() {}
    }

    private Decisions() {}
}

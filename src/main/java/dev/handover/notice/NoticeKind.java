package dev.handover.notice;

import dev.handover.shared.Slugged;

/** What a notice tells. Its words are in {@code mail/messages.properties} under its slug. */
public enum NoticeKind implements Slugged {
    /** A task waits for the recipient. */
    TASK_WAITING,
    /** A task still waits for the recipient. */
    REMINDER,
    /** A task waits for somebody else, for too long. */
    ESCALATION,
    WITHDRAWN,
    /** The cut-off came before the sign-offs were complete. */
    WINDOW_RELEASED,
    /** The window ended before a decision to go live. */
    MISSED_WINDOW,
    LIVE,
    ROLLED_BACK,
    HANDED_OVER,
    PLAN_CHANGED,
    /** Evidence changed that the recipient had signed, or a condition of theirs expired. */
    SIGN_OFF_REOPENED,
    /** A deputy stands for an owner who is to sign, but may not sign in this go-live. */
    DEPUTY_NOT_ASKED,
    /** A task waits for somebody who is away, and nobody stands in. */
    NOBODY_STANDS_IN,
    /** Somebody signed on conditions that the recipient is to meet. */
    CONDITION_SET,
    /** A condition is to be met by the next working day, or is overdue. */
    CONDITION_DUE,
    /** The environment is no longer the one that was validated. */
    ENVIRONMENT_DIFFERS,
    PAUSED,
    RESUMED;

    /** True if it tells of a task that waits, and so of something to do until a certain time. */
    boolean isAboutATask() {
        return this == TASK_WAITING || this == REMINDER || this == ESCALATION;
    }
}

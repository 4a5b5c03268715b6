package dev.handover.notice;

import static dev.handover.notice.Manner.AT_ONCE;
import static dev.handover.notice.Manner.DIGEST;
import static dev.handover.notice.Manner.NEVER;
import static dev.handover.notice.Urgency.ASKS;
import static dev.handover.notice.Urgency.TELLS;
import static dev.handover.notice.Urgency.URGENT;

import dev.handover.shared.Slugged;
import java.util.List;

/** What a notice tells, and how it goes unless its recipient chooses. Its words are in {@code mail/messages.properties} under its slug. */
public enum NoticeKind implements Slugged {
    TASK_WAITING("A task waits for you", ASKS, AT_ONCE),
    REMINDER("A task still waits for you", ASKS, DIGEST),
    /** A task waits for somebody else, for too long. */
    ESCALATION("A task waits for somebody else, for too long", URGENT, AT_ONCE),
    WITHDRAWN("A go-live was withdrawn", TELLS, AT_ONCE),
    /** The cut-off came before the sign-offs were complete. */
    WINDOW_RELEASED("A release window was given back", TELLS, AT_ONCE),
    /** The window ended before a decision to go live. */
    MISSED_WINDOW("A release window was missed", TELLS, AT_ONCE),
    /** The change is approved, so the window is certain. */
    WINDOW_INVITATION("A release window is approved: an entry for your calendar", TELLS, AT_ONCE),
    /** What the calendar has of it is wrong now. */
    WINDOW_CANCELLED("A release window in your calendar no longer holds", URGENT, AT_ONCE),
    LIVE("A go-live is live", TELLS, AT_ONCE),
    ROLLED_BACK("A go-live was rolled back", URGENT, AT_ONCE),
    HANDED_OVER("A go-live is handed over", TELLS, DIGEST),
    PLAN_CHANGED("A plan was changed", TELLS, DIGEST),
    /** Evidence changed that the recipient had signed, or a condition of theirs expired. */
    SIGN_OFF_REOPENED("Your sign-off is open again", URGENT, AT_ONCE),
    /** A deputy stands for an owner who is to sign, but may not sign in this go-live. */
    DEPUTY_NOT_ASKED("A deputy cannot act", URGENT, AT_ONCE),
    /** A task waits for somebody who is away, and nobody stands in. */
    NOBODY_STANDS_IN("A task waits for somebody who is away", URGENT, AT_ONCE),
    /** Somebody signed on conditions that the recipient is to meet. */
    CONDITION_SET("You are asked to meet conditions", ASKS, AT_ONCE),
    /** A condition is to be met by the next working day, or is overdue. */
    CONDITION_DUE("A condition is due or overdue", ASKS, AT_ONCE),
    /** The environment is no longer the one that was validated. */
    ENVIRONMENT_DIFFERS("The environment is no longer the one that was validated", URGENT, AT_ONCE),
    PAUSED("A release is paused", URGENT, AT_ONCE),
    RESUMED("A release goes on", URGENT, AT_ONCE);

    private final String title;
    private final Urgency urgency;
    private final Manner usual;

    NoticeKind(String title, Urgency urgency, Manner usual) {
        this.title = title;
        this.urgency = urgency;
        this.usual = usual;
    }

    public String title() {
        return title;
    }

    public Urgency urgency() {
        return urgency;
    }

    /** How it goes to somebody who has chosen nothing. */
    public Manner usual() {
        return usual;
    }

    /** What its recipient may choose from. */
    public List<Manner> choices() {
        return switch (urgency) {
            case URGENT -> List.of(AT_ONCE);
            case ASKS -> List.of(AT_ONCE, DIGEST);
            case TELLS -> carriesCalendarEntry() ? List.of(AT_ONCE, NEVER) : List.of(AT_ONCE, DIGEST, NEVER);
        };
    }

    /** True if it tells of a task that waits, and so of something to do until a certain time. */
    boolean isAboutATask() {
        return this == TASK_WAITING || this == REMINDER || this == ESCALATION;
    }

    /** True if calendars are told, too: only a mail of its own can do that. */
    public boolean carriesCalendarEntry() {
        return this == WINDOW_INVITATION || this == WINDOW_CANCELLED;
    }

    /** True if whoever stands in now is told what the recipient is told. Windows are told to who stands in then. */
    boolean isToldToStandIns() {
        return !isToldToWhoeverHasTheTask() && this != DEPUTY_NOT_ASKED && !carriesCalendarEntry();
    }

    /** True if it may come with a task that follows from it, and then asks whoever has that task. */
    boolean asksWhoeverHasTheTask() {
        return this == SIGN_OFF_REOPENED;
    }

    /** True if the task it tells of is the recipient's own, so that a deputy who stands in has been told instead. */
    boolean isToldToWhoeverHasTheTask() {
        return this == TASK_WAITING || this == REMINDER;
    }
}

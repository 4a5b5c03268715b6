package dev.handover.process;

import dev.handover.shared.Role;
import dev.handover.shared.SignalKind;
import dev.handover.shared.Step;
import java.util.List;

/**
 * What people fill in. Each user task declares its fields as variables of its own, so that nobody's answer shows up in
 * the next form and parallel tasks never write the same variable.
 *
 * <p>Forms are not checked by the engine: a listener must expect every field to be missing, empty or wrong.
 */
final class FormFields {

    /** The verb the person chose. */
    static final ProcessVariable<String> DECISION = ProcessVariable.text("decision");

    static final ProcessVariable<String> REASON = ProcessVariable.text("reason");
    static final ProcessVariable<String> USER_ID = ProcessVariable.text("userId");
    /** Digest of the evidence the person was shown. */
    static final ProcessVariable<String> MANIFEST = ProcessVariable.text("manifest");

    static final ProcessVariable<String> CONDITIONS = ProcessVariable.text("conditions");
    /** ISO-8601 date. */
    static final ProcessVariable<String> CONDITIONS_DUE = ProcessVariable.text("conditionsDue");

    /** Role whose holder meets the conditions. */
    static final ProcessVariable<Role> CONDITIONS_OWNER = ProcessVariable.word("conditionsOwner", Role.class);
    /** ISO-8601 date, not before the day they are due. */
    static final ProcessVariable<String> CONDITIONS_EXPIRY = ProcessVariable.text("conditionsExpiry");

    static final ProcessVariable<Step> REJECTED_STEP = ProcessVariable.word("rejectedStep", Step.class);
    /** Numbers of items in the manifest that was shown, with commas between. */
    static final ProcessVariable<String> REJECTED_EVIDENCE = ProcessVariable.text("rejectedEvidence");
    /** ISO-8601 date and time with offset, to the minute: {@code 2026-11-30T10:30+00:00}. */
    static final ProcessVariable<String> WINDOW_START = ProcessVariable.text("windowStart");
    /** Like {@link #WINDOW_START}. */
    static final ProcessVariable<String> WINDOW_END = ProcessVariable.text("windowEnd");

    static final ProcessVariable<SignalKind> SIGNAL = ProcessVariable.word("signal", SignalKind.class);
    /** In the unit of the signal. */
    static final ProcessVariable<Number> VALUE = ProcessVariable.number("value");

    static final ProcessVariable<Number> RESTORE_MINUTES = ProcessVariable.number("restoreMinutes");
    /** Digest of the open-issue list and operating rhythm the person was shown. */
    static final ProcessVariable<String> ISSUE_LIST = ProcessVariable.text("issueList");
    /** ISO-8601 period in days. */
    static final ProcessVariable<String> EXTEND_BY = ProcessVariable.text("extendBy");

    static final List<ProcessVariable<?>> ALL = List.of(
            DECISION,
            REASON,
            USER_ID,
            MANIFEST,
            CONDITIONS,
            CONDITIONS_DUE,
            CONDITIONS_OWNER,
            CONDITIONS_EXPIRY,
            REJECTED_STEP,
            REJECTED_EVIDENCE,
            WINDOW_START,
            WINDOW_END,
            SIGNAL,
            VALUE,
            RESTORE_MINUTES,
            ISSUE_LIST,
            EXTEND_BY);

    private FormFields() {}
}

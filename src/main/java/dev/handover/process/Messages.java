package dev.handover.process;

import java.util.List;

/**
 * Messages that the models wait for, by the process that catches them. All are correlated by business key; none starts a
 * process.
 *
 * <p>A message that carries an item does so with {@code setVariableToTriggeredScope}, so that several of them can be in
 * work at the same time.
 */
final class Messages {

    /** {@link GoLiveModel}, always: ends the go-live. */
    static final String WITHDRAWAL_REQUESTED = "Message_WithdrawalRequested";
    /** {@link GoLiveModel}, always; carries {@link GoLiveModel#BLOCKER}. */
    static final String BLOCKER_RAISED = "Message_BlockerRaised";
    /** {@link GoLiveModel}, always. */
    static final String PLAN_CHANGED = "Message_PlanChanged";
    /** {@link GoLiveModel}, always. */
    static final String EVIDENCE_CHANGED = "Message_EvidenceChanged";
    /** {@link GoLiveModel}, during sign-off and release only: back to validation. */
    static final String STEP_REOPENED = "Message_StepReopened";
    /** {@link GoLiveModel}, during release only: back to sign-off. */
    static final String SIGN_OFF_REOPENED = "Message_SignOffReopened";
    /** {@link ValidationModel}, for a step that has passed; carries {@link ValidationStepModel#STEP}. */
    static final String STEP_REOPENED_IN_VALIDATION = "Message_StepReopenedInValidation";
    /** {@link ValidationStepModel}, for a step that waits for a person; found by {@link ValidationStepModel#STEP}. */
    static final String RECHECK_REQUESTED = "Message_RecheckRequested";
    /** {@link SignOffModel}, while sign-offs are asked for: asks again for those that no longer hold. */
    static final String SIGN_OFFS_OUTDATED = "Message_SignOffsOutdated";
    /** {@link StabilizationModel}, always; carries {@link StabilizationModel#SIGNAL}. */
    static final String SIGNAL_BREACHED = "Message_SignalBreached";

    static final List<String> ALL = List.of(
            WITHDRAWAL_REQUESTED,
            BLOCKER_RAISED,
            PLAN_CHANGED,
            EVIDENCE_CHANGED,
            STEP_REOPENED,
            SIGN_OFF_REOPENED,
            STEP_REOPENED_IN_VALIDATION,
            RECHECK_REQUESTED,
            SIGN_OFFS_OUTDATED,
            SIGNAL_BREACHED);

    private Messages() {}
}

package dev.handover.signoff;

/** The decision table {@code readiness}: how ready the go-live is, and why. */
public interface ReadinessDecision {

    /**
     * What the decision is made from.
     *
     * @param openBlockers count
     * @param openConditions count of conditions of standing approvals
     * @param overdueConditions count of those whose due day is over, part of the open ones
     * @param severeKnownIssues count of known issues of high or critical severity
     */
    record Facts(
            boolean stepsPassed, int openBlockers, int openConditions, int overdueConditions, int severeKnownIssues) {}

    /** @param verdict ready, ready-with-conditions or not-ready; @param reason for people */
    record Verdict(String verdict, String reason) {}

    Verdict decide(Facts facts);
}

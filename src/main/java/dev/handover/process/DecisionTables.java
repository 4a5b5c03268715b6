package dev.handover.process;

import dev.handover.plan.Plan;
import dev.handover.shared.Slugged;
import dev.handover.signoff.ReadinessDecision;
import dev.handover.stabilization.Reading;
import dev.handover.stabilization.SignalAssessment;
import dev.handover.validation.Blocker;
import dev.handover.validation.Troubleshooting;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** The decision tables in {@code bpmn/}, in their latest version; of troubleshooting the one that is in force. */
@Component
class DecisionTables implements Troubleshooting, ReadinessDecision, SignalAssessment {

    private final DecisionService decisions;
    private final IdentityService identity;
    private final TroubleshootingTables troubleshooting;

    DecisionTables(DecisionService decisions, IdentityService identity, TroubleshootingTables troubleshooting) {
        this.decisions = decisions;
        this.identity = identity;
        this.troubleshooting = troubleshooting;
    }

    @Override
    public List<Blocker.Hint> hintsFor(String symptom) {
        var table = troubleshooting.definitionInForce();
        var facts = Map.<String, Object>of(Decisions.Troubleshooting.SYMPTOM, symptom);
        return Caller.asProcess(identity, () -> decisions.evaluateDecisionTableById(table, facts))
                .getResultList()
                .stream()
                .map(row -> new Blocker.Hint((String) row.get("hint"), (String) row.get("page")))
                .toList();
    }

    @Override
    public Verdict decide(Facts facts) {
        var row = evaluate(
                        "readiness",
                        Map.of(
                                "stepsPassed", facts.stepsPassed(),
                                "openBlockers", facts.openBlockers(),
                                "openConditions", facts.openConditions(),
                                "overdueConditions", facts.overdueConditions(),
                                "highKnownIssues", facts.severeKnownIssues()))
                .getSingleResult();
        return new Verdict(row.getEntry("verdict"), row.getEntry("reason"));
    }

    @Override
    public Reading assess(double value, Plan.Thresholds limits) {
        var reading = evaluate(
                        "stabilization", Map.of("reading", value, "watch", limits.watch(), "breach", limits.breach()))
                .<String>getSingleEntry();
        return Slugged.of(Reading.class, reading);
    }

    /** What to do about a sign-off that is not given: wait, remind, deputy, escalate or cut-off. */
    String escalation(double hoursLeft, int remindersSent, double hoursSinceTold) {
        return evaluate(
                        Decisions.Escalation.KEY,
                        Map.of(
                                Decisions.Escalation.HOURS_LEFT, hoursLeft,
                                Decisions.Escalation.REMINDERS, remindersSent,
                                Decisions.Escalation.HOURS_SINCE_TOLD, hoursSinceTold))
                .getSingleResult()
                .getEntry("action");
    }

    private DmnDecisionTableResult evaluate(String key, Map<String, Object> facts) {
        return Caller.asProcess(identity, () -> decisions.evaluateDecisionTableByKey(key, facts));
    }
}

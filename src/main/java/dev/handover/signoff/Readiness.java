package dev.handover.signoff;

import dev.handover.golive.GoLiveRegister;
import dev.handover.plan.Plan.Severity;
import dev.handover.shared.GoLiveKey;
import dev.handover.validation.Blockers;
import dev.handover.validation.ValidationSteps;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those who sign are told about how ready the go-live is. It never decides for them. */
@Service
public class Readiness {

    private final ValidationSteps steps;
    private final Blockers blockers;
    private final ConditionLedger conditions;
    private final GoLiveRegister register;
    private final ReadinessDecision decision;

    Readiness(
            ValidationSteps steps,
            Blockers blockers,
            ConditionLedger conditions,
            GoLiveRegister register,
            ReadinessDecision decision) {
        this.steps = steps;
        this.blockers = blockers;
        this.conditions = conditions;
        this.register = register;
        this.decision = decision;
    }

    /** Not read-only: the engine keeps on record what each decision table was asked and answered. */
    @Transactional
    public ReadinessDecision.Verdict assess(GoLiveKey key) {
        var severe = register.plan(key).knownIssues().stream()
                .filter(issue -> issue.severity().compareTo(Severity.HIGH) >= 0)
                .count();
        var open = conditions.standing(key).stream()
                .filter(each -> each.condition().isToBeMet())
                .toList();
        return decision.decide(new ReadinessDecision.Facts(
                steps.allPassed(key),
                blockers.openOf(key).size(),
                open.size(),
                (int) open.stream().filter(each -> each.state().isLate()).count(),
                (int) severe));
    }
}

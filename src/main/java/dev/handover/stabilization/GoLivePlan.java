package dev.handover.stabilization;

import dev.handover.golive.GoLiveRegister;
import dev.handover.plan.Plan;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import org.springframework.stereotype.Component;

/** What was agreed, from the plan in force. */
@Component
class GoLivePlan implements StabilizationPlan {

    private final GoLiveRegister register;

    GoLivePlan(GoLiveRegister register) {
        this.register = register;
    }

    @Override
    public Phase phase(GoLiveKey key) {
        return register.get(key).phase();
    }

    @Override
    public Plan.Stabilization agreed(GoLiveKey key) {
        return register.plan(key).stabilization();
    }
}

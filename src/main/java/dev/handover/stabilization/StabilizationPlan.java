package dev.handover.stabilization;

import dev.handover.plan.Plan;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;

/** Port: what this module needs to know of a go-live. */
interface StabilizationPlan {

    /** @throws dev.handover.shared.Refusal (not found) if there is no such go-live */
    Phase phase(GoLiveKey key);

    /**
     * Length, quiet time and thresholds as the plan has them now; asked once, when the period starts, because exit
     * criteria are agreed before and do not change under way.
     *
     * @throws dev.handover.shared.Refusal (not found) if there is no such go-live
     */
    Plan.Stabilization agreed(GoLiveKey key);
}

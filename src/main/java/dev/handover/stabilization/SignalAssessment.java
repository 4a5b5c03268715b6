package dev.handover.stabilization;

import dev.handover.plan.Plan;

/** Port: decides what a value means. Implemented by the decision table that admins can change. */
public interface SignalAssessment {

    /**
     * @param value in the unit of its signal
     * @param limits as agreed for that signal
     */
    Reading assess(double value, Plan.Thresholds limits);
}

package dev.handover.validation;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Step;
import java.util.Set;
import java.util.UUID;

/** What validation asks of the process. Everything happens in the caller's transaction. */
public interface ValidationProcess {

    /** A blocker was raised by hand: somebody is asked to resolve it. */
    void blockerRaised(GoLiveKey goLive, UUID blocker);

    /** Steps are open again: whatever runs now adapts, and a later phase goes back to validation. */
    void stepsReopened(GoLiveKey goLive, Set<Step> steps);
}

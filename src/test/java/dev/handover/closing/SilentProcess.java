package dev.handover.closing;

import dev.handover.golive.HandoffProcess;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.SignalKind;
import dev.handover.shared.Step;
import dev.handover.signoff.SignOffProcess;
import dev.handover.stabilization.StabilizationProcess;
import dev.handover.validation.ValidationProcess;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Stands where the engine would be told; the tests go on by themselves. */
@TestComponent
class SilentProcess implements HandoffProcess, ValidationProcess, SignOffProcess, StabilizationProcess {

    @Override
    public void start(GoLiveKey goLive) {}

    @Override
    public void withdraw(GoLiveKey goLive) {}

    @Override
    public void peopleChanged(GoLiveKey goLive) {}

    @Override
    public void planChanged(GoLiveKey goLive) {}

    @Override
    public void blockerRaised(GoLiveKey goLive, UUID blocker) {}

    @Override
    public void stepsReopened(GoLiveKey goLive, Set<Step> steps) {}

    @Override
    public void evidenceChanged(GoLiveKey goLive) {}

    @Override
    public void conditionsExpired(GoLiveKey goLive) {}

    @Override
    public void signOffsOutdated(GoLiveKey goLive) {}

    @Override
    public void signalBreached(GoLiveKey key, SignalKind signal) {}
}

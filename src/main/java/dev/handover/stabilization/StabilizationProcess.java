package dev.handover.stabilization;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.SignalKind;

/** Port: what this module asks of the process. */
public interface StabilizationProcess {

    /**
     * An exception was opened: the support owner must get a task for it. Called once for each exception, in the
     * transaction that opens it; further breaches of the same signal join the open exception and ask for nothing.
     */
    void signalBreached(GoLiveKey key, SignalKind signal);
}

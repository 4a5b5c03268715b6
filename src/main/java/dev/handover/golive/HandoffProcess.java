package dev.handover.golive;

import dev.handover.shared.GoLiveKey;

/** What a go-live asks of the process it runs in. Everything happens in the caller's transaction. */
public interface HandoffProcess {

    void start(GoLiveKey goLive);

    /** Ends whatever runs. */
    void withdraw(GoLiveKey goLive);

    /** Gives each open task to whom it belongs now: somebody has got a deputy, or has one no longer. */
    void peopleChanged(GoLiveKey goLive);

    /** Lets the process adapt to the plan version now in force. */
    void planChanged(GoLiveKey goLive);
}

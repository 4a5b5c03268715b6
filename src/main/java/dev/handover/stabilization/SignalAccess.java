package dev.handover.stabilization;

import dev.handover.shared.GoLiveKey;

/** Port: what whoever is logged in may do with a go-live's signals. False for a go-live that does not exist. */
public interface SignalAccess {

    boolean mayRead(GoLiveKey key);

    boolean maySignal(GoLiveKey key);
}

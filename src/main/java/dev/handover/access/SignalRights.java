package dev.handover.access;

import dev.handover.shared.GoLiveKey;
import dev.handover.stabilization.SignalAccess;
import org.springframework.stereotype.Component;

/** Signals are seen by whoever sees the go-live, and reported by whoever takes part in it. */
@Component
class SignalRights implements SignalAccess {

    private final Visibility visibility;

    SignalRights(Visibility visibility) {
        this.visibility = visibility;
    }

    @Override
    public boolean mayRead(GoLiveKey key) {
        return visibility.maySee(key);
    }

    @Override
    public boolean maySignal(GoLiveKey key) {
        return visibility.mayTakePart(key);
    }
}

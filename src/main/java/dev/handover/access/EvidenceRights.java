package dev.handover.access;

import dev.handover.evidence.EvidenceAccess;
import dev.handover.golive.GoLiveRegister;
import dev.handover.shared.GoLiveKey;
import org.springframework.stereotype.Component;

/** Evidence is seen by whoever sees the go-live, and added by whoever takes part in it. */
@Component
class EvidenceRights implements EvidenceAccess {

    private final Visibility visibility;
    private final GoLiveRegister register;

    EvidenceRights(Visibility visibility, GoLiveRegister register) {
        this.visibility = visibility;
        this.register = register;
    }

    @Override
    public void checkMayRead(GoLiveKey goLive) {
        visibility.require(goLive.value());
    }

    @Override
    public void checkMayAdd(GoLiveKey goLive) {
        visibility.requireToTakePart(goLive.value());
        checkOpen(goLive);
    }

    @Override
    public void checkOpen(GoLiveKey goLive) {
        register.running(goLive);
    }
}

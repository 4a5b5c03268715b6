package dev.handover.signoff;

import dev.handover.shared.GoLiveKey;

/** What sign-off asks of the process. Everything happens in the caller's transaction. */
public interface SignOffProcess {

    /** Evidence changed while sign-offs may rely on it: they are looked at, and reopened where they did. */
    void evidenceChanged(GoLiveKey goLive);

    /** Conditions expired unmet: the approvals that were given on them are looked at, and reopened. */
    void conditionsExpired(GoLiveKey goLive);

    /** Approvals no longer stand: those who gave them are asked again before the go-live goes on. */
    void signOffsOutdated(GoLiveKey goLive);
}

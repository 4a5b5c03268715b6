package dev.handover.evidence;

import dev.handover.shared.GoLiveKey;

/**
 * Who may see and add the evidence of a go-live. The current person is whoever is logged in.
 *
 * <p>A port: the modules that know go-lives' people and phases implement it.
 */
public interface EvidenceAccess {

    /**
     * Returns if the current person may read the go-live's evidence.
     *
     * @throws dev.handover.shared.HandoverException {@code NOT_FOUND} for an unknown go-live and for one that is not theirs
     */
    void checkMayRead(GoLiveKey goLive);

    /**
     * Returns if the current person may add evidence to the go-live.
     *
     * @throws dev.handover.shared.HandoverException {@code NOT_FOUND} as for reading, {@code NOT_ALLOWED} for those who may only
     *     read, {@code WRONG_PHASE} once the go-live is finished
     */
    void checkMayAdd(GoLiveKey goLive);

    /**
     * Returns if evidence can still be added, whoever adds it; asked for what machines add as well.
     *
     * @throws dev.handover.shared.HandoverException {@code NOT_FOUND} for an unknown go-live, {@code WRONG_PHASE} once it is
     *     finished
     */
    void checkOpen(GoLiveKey goLive);
}

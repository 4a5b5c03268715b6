package dev.handover.signoff;

import dev.handover.shared.HandoverException;

/**
 * Whether whoever is about to sign has just proven who they are, by their password or a new login.
 *
 * <p>A port: the module that knows logins implements it.
 */
public interface SignerProof {

    /**
     * Returns if the proof is fresh enough.
     *
     * @param asked whether the plan asks for it; an installation may ask for it always
     * @throws HandoverException {@code IDENTITY_NOT_CONFIRMED} if there is none, or it is too old
     */
    void require(boolean asked);
}

package dev.handover.access;

import java.io.Serializable;
import java.time.Instant;
import org.springframework.security.core.Authentication;

/**
 * When a person last proved who they are. It stays with the login on the server.
 *
 * @param at null if nobody said when
 * @param atProvider true if they did so at the identity provider, false if by a password here
 */
record Proof(Instant at, boolean atProvider) implements Serializable {

    static Proof byPassword(Instant at) {
        return new Proof(at, false);
    }

    /** Who brings none has proven nothing. */
    static Proof of(Authentication authentication) {
        return authentication != null && authentication.getDetails() instanceof Proof proof
                ? proof
                : new Proof(null, false);
    }

    boolean isFrom(Instant earliest) {
        return at != null && !at.isBefore(earliest);
    }
}

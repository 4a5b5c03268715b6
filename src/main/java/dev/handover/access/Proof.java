package dev.handover.access;

import java.io.Serializable;
import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * When a person last proved who they are. It stays with the login on the server.
 *
 * @param at null if nobody said when
 * @param atProvider true if they did so at the identity provider, false if by a password here
 * @param token what the provider said when it let the person in by a browser, kept to log out there; else null
 */
record Proof(Instant at, boolean atProvider, OidcIdToken token) implements Serializable {

    static Proof byPassword(Instant at) {
        return new Proof(at, false, null);
    }

    /** By a browser. */
    static Proof atProvider(OidcUser person) {
        return new Proof(person.getAuthenticatedAt(), true, person.getIdToken());
    }

    /** By an access token. */
    static Proof ofProgram(Instant at) {
        return new Proof(at, true, null);
    }

    /** Who brings none has proven nothing. */
    static Proof of(Authentication authentication) {
        return authentication != null && authentication.getDetails() instanceof Proof proof
                ? proof
                : new Proof(null, false, null);
    }

    boolean isFrom(Instant earliest) {
        return at != null && !at.isBefore(earliest);
    }

    /** When the login began: by our clock if it was by password, by the provider's if it was there; null for programs with a token. */
    Instant begun() {
        if (token != null) {
            return token.getIssuedAt();
        }
        return atProvider ? null : at;
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "Proof[at=%s, atProvider=%s]".formatted(at, atProvider);
    }
}

package dev.handover.checks;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * A client of an OpenID Connect provider.
 *
 * @param issuer as tokens name it
 * @param id client id
 * @param secret name of the secret that holds the client's secret
 */
public record TokenClient(URI issuer, String id, String secret) {

    public TokenClient {
        requireNonNull(issuer, "issuer");
        requireNonNull(id, "id");
        requireNonNull(secret, "secret");
    }
}

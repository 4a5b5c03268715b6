package dev.handover.checks;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * The environment to take a fingerprint of.
 *
 * @param url address that users will use
 * @param infoUrl answers JSON with {@code label}, {@code tenant} and {@code version}
 * @param issuer of the OpenID Connect provider; null if people sign in otherwise
 * @param metadataUrl metadata of the SAML identity provider; null if people sign in otherwise
 */
public record FingerprintTarget(URI url, URI infoUrl, URI issuer, URI metadataUrl) {

    public FingerprintTarget {
        requireNonNull(url, "url");
        requireNonNull(infoUrl, "infoUrl");
    }
}

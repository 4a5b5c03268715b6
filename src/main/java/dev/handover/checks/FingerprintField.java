package dev.handover.checks;

import dev.handover.shared.Slugged;

/**
 * What an environment is known by. The keys that an OpenID Connect provider signs with are left out on purpose: providers rotate
 * them by themselves, every few days, and that is no change of the environment. The certificates that a SAML provider signs
 * with are in it: they are changed by people, after notice to everybody who trusts them.
 */
public enum FingerprintField implements Slugged {
    /** After all redirects; without what varies from visit to visit, such as a session id. */
    URL("URL users end at"),
    TENANT("tenant"),
    LABEL("label"),
    VERSION("version"),
    /** SHA-256 of the certificate's bytes. */
    CERTIFICATE("TLS certificate"),
    CERTIFICATE_ISSUER("TLS certificate issuer"),
    CERTIFICATE_SUBJECT("TLS certificate subject"),
    CERTIFICATE_VALID_UNTIL("TLS certificate valid until"),
    IDENTITY_PROVIDER("identity provider issuer"),
    AUTHORIZATION_ENDPOINT("identity provider authorization endpoint"),
    TOKEN_ENDPOINT("identity provider token endpoint"),
    USERINFO_ENDPOINT("identity provider userinfo endpoint"),
    KEYS_ENDPOINT("identity provider signing keys endpoint"),
    LOGOUT_ENDPOINT("identity provider logout endpoint"),
    SIGN_ON_ENDPOINTS("identity provider sign-on endpoints"),
    /** SHA-256 of the Base64 of each certificate, as the metadata has it. */
    SIGNING_CERTIFICATES("identity provider signing certificates");

    private final String title;

    FingerprintField(String title) {
        this.title = title;
    }

    /** For people, in the middle of a sentence. */
    public String title() {
        return title;
    }
}

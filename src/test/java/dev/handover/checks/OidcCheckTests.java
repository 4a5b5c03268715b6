package dev.handover.checks;

import static dev.handover.checks.CheckResultAssert.assertThat;
import static dev.handover.checks.guard.GuardTestData.guard;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.handover.checks.TestServer.Response;
import java.net.URI;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class OidcCheckTests {

    private static final String KEYS = keys();

    @AutoClose
    private final TestServer server = TestServer.start();

    private static String keys() {
        try {
            return new JWKSet(new RSAKeyGenerator(2048)
                            .keyUse(KeyUse.SIGNATURE)
                            .keyID("k1")
                            .generate()
                            .toPublicJWK())
                    .toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private CheckResult run() {
        return run("");
    }

    private CheckResult run(String afterIssuer) {
        URI issuer = server.uri("/oidc" + afterIssuer);
        return CheckTestData.run(guard().allowingPrivate(server.hostAndPort(), "http"), new CheckTarget.Oidc(issuer));
    }

    private void discovery(String document) {
        server.on("/oidc/.well-known/openid-configuration", Response.json(document));
    }

    private String complete(String issuer) {
        return """
                {"issuer":"%s","authorization_endpoint":"%s","token_endpoint":"%s","jwks_uri":"%s"}
                """.formatted(
                        issuer, server.uri("/oidc/authorize"), server.uri("/oidc/token"), server.uri("/oidc/jwks"));
    }

    @Test
    void aReadyProviderPasses() {
        discovery(complete(server.uri("/oidc").toString()));
        server.on("/oidc/jwks", Response.json(KEYS));
        assertThat(run()).passed().observed("issuer", "1 key(s) that can sign").noted("openid-configuration", "jwks");
    }

    @Test
    void theIssuerIsComparedToTheLastCharacter() {
        discovery(complete(server.uri("/oidc").toString()));
        server.on("/oidc/jwks", Response.json(KEYS));
        assertThat(run("/"))
                .failed(Symptom.CANNOT_SIGN_IN)
                .observed("issuer is \"%s\" instead of".formatted(server.uri("/oidc")));
    }

    @Test
    void anotherIssuerFails() {
        discovery(complete("https://evil.example"));
        server.on("/oidc/jwks", Response.json(KEYS));
        assertThat(run()).failed(Symptom.CANNOT_SIGN_IN).observed("issuer is \"https://evil.example\"");
    }

    @Test
    void missingEndpointsAreAllNamed() {
        discovery("{\"issuer\":\"%s\",\"token_endpoint\":\"not an address\",\"authorization_endpoint\":\"/relative\"}"
                .formatted(server.uri("/oidc")));
        assertThat(run())
                .failed(Symptom.CANNOT_SIGN_IN)
                .observed(
                        "authorization_endpoint is \"/relative\"",
                        "token_endpoint is \"not an address\"",
                        "jwks_uri is nothing");
    }

    @Test
    void keysThatCannotSignFail() {
        discovery(complete(server.uri("/oidc").toString()));
        server.on("/oidc/jwks", Response.json("{\"keys\":[]}"));
        assertThat(run()).failed(Symptom.CANNOT_SIGN_IN).observed("holds no key that can sign");
    }

    @Test
    void keysThatAreNotThereFail() {
        discovery(complete(server.uri("/oidc").toString()));
        assertThat(run()).failed(Symptom.CANNOT_SIGN_IN).observed("/oidc/jwks answered 404");
    }

    @Test
    void aDocumentThatIsNotThereFails() {
        assertThat(run()).failed(Symptom.CANNOT_SIGN_IN).observed("openid-configuration answered 404");
    }

    @Test
    void keysOnAHostThatIsNotAllowedSayNothingAboutTheProvider() {
        discovery(complete(server.uri("/oidc").toString())
                .replace(server.uri("/oidc/jwks").toString(), "https://keys.example/jwks"));
        assertThat(run()).inconclusive().observed("keys.example:443");
    }
}

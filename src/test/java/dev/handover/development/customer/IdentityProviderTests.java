package dev.handover.development.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.handover.development.http.Caller;
import dev.handover.development.time.AdjustableClock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityProviderTests {

    private final AdjustableClock clock = new AdjustableClock();
    private final SampleCustomerEnvironment environment = new SampleCustomerEnvironment(clock);
    private Caller caller;
    private String issuer;

    @BeforeEach
    void start() {
        issuer = environment.start(0).baseUrl() + "/oidc";
        caller = new Caller(environment.baseUrl());
    }

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void discoveryNamesAddressesOfThePortInUse() {
        var document = caller.get("/oidc/.well-known/openid-configuration").json();
        assertThat(document.path("issuer").asText()).isEqualTo(issuer);
        assertThat(document.path("authorization_endpoint").asText()).isEqualTo(issuer + "/authorize");
        assertThat(document.path("token_endpoint").asText()).isEqualTo(issuer + "/token");
        assertThat(document.path("jwks_uri").asText()).isEqualTo(issuer + "/jwks");
        for (var required : new String[] {
            "response_types_supported", "subject_types_supported", "id_token_signing_alg_values_supported"
        }) {
            assertThat(document.path(required)).as(required).isNotEmpty();
        }
    }

    @Test
    void theKeySetHasOnePublicRsaKeyForSignatures() throws Exception {
        var keys = JWKSet.parse(caller.get("/oidc/jwks").body()).getKeys();
        assertThat(keys).singleElement().satisfies(key -> {
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.size()).isEqualTo(2048);
            assertThat(key.getKeyUse().identifier()).isEqualTo("sig");
        });
    }

    @Test
    void thePasswordGrantGivesATokenThatTheKeySetVerifies() throws Exception {
        var answer = caller.post("/oidc/token", passwordGrant("vera.viewer", "vera.viewer-pw"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().path("token_type").asText()).isEqualTo("Bearer");

        var jwt = SignedJWT.parse(answer.json().path("access_token").asText());
        var key = JWKSet.parse(caller.get("/oidc/jwks").body())
                .getKeyByKeyId(jwt.getHeader().getKeyID());
        assertThat(jwt.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        var claims = jwt.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(issuer);
        assertThat(claims.getSubject()).isEqualTo("vera.viewer");
        assertThat(claims.getStringListClaim("roles")).containsExactly("viewer");
        assertThat(claims.getExpirationTime()).isAfter(claims.getIssueTime());
    }

    @Test
    void anIdTokenComesWithTheScopeOpenid() {
        var form = Map.of(
                "grant_type", "password",
                "username", "ada.admin",
                "password", "ada.admin-pw",
                "scope", "openid profile");
        assertThat(caller.post("/oidc/token", form).json().path("id_token").asText())
                .isNotEmpty();
        assertThat(caller.post("/oidc/token", passwordGrant("ada.admin", "ada.admin-pw"))
                        .json()
                        .has("id_token"))
                .isFalse();
    }

    @Test
    void aTokenSignsInToTheProductUntilItExpires() {
        var token = caller.post("/oidc/token", passwordGrant("ada.admin", "ada.admin-pw"))
                .json()
                .path("access_token")
                .asText();
        assertThat(statusWith(token, "/api/admin/users")).isEqualTo(200);
        assertThat(statusWith(token, "/api/me")).isEqualTo(200);
        clock.forward(IdentityProvider.TOKEN_LIFE);
        assertThat(statusWith(token, "/api/me")).isEqualTo(401);
    }

    @Test
    void aTokenOfAnotherProviderIsRefused() {
        try (var other = new SampleCustomerEnvironment(clock)) {
            var token = new Caller(other.start(0).baseUrl())
                    .post("/oidc/token", passwordGrant("ada.admin", "ada.admin-pw"))
                    .json()
                    .path("access_token")
                    .asText();
            assertThat(statusWith(token, "/api/me")).isEqualTo(401);
        }
    }

    @Test
    void clientsSignInByBasicOrByForm() {
        var byForm = Map.of(
                "grant_type", "client_credentials",
                "client_id", "ida.integration",
                "client_secret", "ida.integration-pw");
        assertThat(caller.post("/oidc/token", byForm).status()).isEqualTo(200);

        var byBasic = caller.post(
                "/oidc/token",
                Map.of("grant_type", "client_credentials"),
                "Authorization",
                Caller.basic("ida.integration", "ida.integration-pw"));
        assertThat(byBasic.status()).isEqualTo(200);

        var wrong = caller.post("/oidc/token", Map.of("grant_type", "client_credentials", "client_id", "x"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.json().path("error").asText()).isEqualTo("invalid_client");
    }

    @Test
    void refusalsAreThoseOfTheStandard() {
        assertThat(error(passwordGrant("ada.admin", "wrong"))).isEqualTo("invalid_grant");
        assertThat(error(Map.of("grant_type", "authorization_code", "code", "x")))
                .isEqualTo("invalid_grant");
        assertThat(error(Map.of("grant_type", "implicit"))).isEqualTo("unsupported_grant_type");
        assertThat(error(Map.of())).isEqualTo("invalid_request");
    }

    @Test
    void authorizationSendsTheBrowserBackWithItsState() {
        var answer = caller.get("/oidc/authorize?response_type=code&client_id=web&state=a%26b"
                + "&redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fback%3Fx%3D1");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .isEqualTo("http://localhost:8080/back?x=1&error=login_required&state=a%26b");
    }

    @Test
    void anUnknownResponseTypeIsToldToTheClient() {
        var answer = caller.get(
                "/oidc/authorize?response_type=token&client_id=web&redirect_uri=http%3A%2F%2Flocalhost%2Fback");
        assertThat(answer.header("Location")).endsWith("?error=unsupported_response_type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?client_id=web",
                "?redirect_uri=http%3A%2F%2Flocalhost%2F",
                "?client_id=web&redirect_uri=https%3A%2F%2Felsewhere.example%2F",
                "?client_id=web&redirect_uri=http%3A%2F%2Flocalhost%40elsewhere.example%2F",
                "?client_id=web&redirect_uri=http%3A%2F%2Flocalhost%2F%0D%0AX-Injected%3A+1"
            })
    void authorizationNeverRedirectsToWhereItCannotTrust(String query) {
        var answer = caller.get("/oidc/authorize" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Location")).isEmpty();
    }

    private String error(Map<String, String> form) {
        var answer = caller.post("/oidc/token", form);
        assertThat(answer.status()).isEqualTo(400);
        return answer.json().path("error").asText();
    }

    private int statusWith(String token, String path) {
        return caller.get(path, "Authorization", "Bearer " + token).status();
    }

    private static Map<String, String> passwordGrant(String account, String password) {
        return Map.of("grant_type", "password", "username", account, "password", password);
    }
}

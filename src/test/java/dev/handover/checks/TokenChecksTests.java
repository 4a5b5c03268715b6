package dev.handover.checks;

import static dev.handover.checks.CheckResultAssert.assertThat;
import static dev.handover.checks.CheckTestData.NOW;
import static dev.handover.checks.guard.GuardTestData.guard;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.handover.checks.TestServer.Received;
import dev.handover.checks.TestServer.Response;
import dev.handover.checks.guard.GuardTestData;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Tokens of clients and of test users, given by a provider of the test, and the ways in which they are not good. */
class TokenChecksTests {

    private static final RSAKey KEY = newKey("k1");
    private static final String CLIENT_SECRET = "cl1ent+secret/50%";
    private static final String PASSWORD = "otto.operator-pw";

    @AutoClose
    private final TestServer server = TestServer.start();

    private final GuardTestData guard = guard().allowingPrivate(server.hostAndPort(), "http")
            .holding("client-secret", CLIENT_SECRET, server.hostAndPort())
            .holding("otto-password", PASSWORD, server.hostAndPort());

    private String methods = "[\"client_secret_basic\"]";
    private String keys = new JWKSet(KEY.toPublicJWK()).toString();
    private Supplier<String> token = () -> signed(claims().build());
    private String idToken = null;

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void openTheProvider() {
        String issuer = server.uri("/idp").toString();
        server.on("/idp/.well-known/openid-configuration", request -> Response.json("""
                {"issuer": "%1$s", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
                 "token_endpoint_auth_methods_supported": %2$s}
                """.formatted(issuer, methods)));
        server.on("/idp/keys", request -> Response.json(keys));
        server.on("/idp/token", this::answer);
    }

    private Response answer(Received request) {
        boolean isClient = TestServer.basic("checks", encoded(CLIENT_SECRET)).equals(request.authorization())
                || request.body().contains("client_secret=" + encoded(CLIENT_SECRET));
        if (!isClient) {
            return Response.json(401, "{\"error\": \"invalid_client\"}");
        }
        boolean isUser = request.body().contains("grant_type=client_credentials")
                || request.body().contains("username=otto.operator&password=" + encoded(PASSWORD));
        if (!isUser) {
            return Response.json(400, "{\"error\": \"invalid_grant\"}");
        }
        String id = idToken == null ? "" : ", \"id_token\": \"%s\"".formatted(idToken);
        return Response.json("{\"access_token\": \"%s\", \"token_type\": \"bearer\"%s}".formatted(token.get(), id))
                .with("ETag", String.valueOf(request.authorization()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(server.uri("/idp").toString())
                .subject("otto.operator")
                .audience(List.of("aurora-works", "other"))
                .expirationTime(Date.from(NOW.plus(Duration.ofMinutes(5))))
                .claim("realm_access", Map.of("roles", List.of("operator", "reader")));
    }

    private static String signed(JWTClaimsSet claims) {
        return signed(claims, KEY);
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private TokenClient client() {
        return new TokenClient(server.uri("/idp"), "checks", "client-secret");
    }

    private CheckResult ofClient(String audience) {
        return run(new CheckTarget.ClientToken(client(), audience));
    }

    private CheckResult ofUser(String... roles) {
        return run(new CheckTarget.UserToken(
                client(), "otto.operator", "otto-password", "aurora-works", "/realm_access/roles", List.of(roles)));
    }

    private CheckResult run(CheckTarget target) {
        CheckResult result = CheckTestData.run(guard, target);
        String said = result + result.observation().text();
        Assertions.assertThat(said)
                .as("the server's echo")
                .doesNotContain(
                        TestServer.basic("checks", encoded(CLIENT_SECRET)).substring(6));
        Assertions.assertThat(said).doesNotContain(CLIENT_SECRET, encoded(CLIENT_SECRET), PASSWORD, token.get());
        Assertions.assertThat(said).doesNotContain(token.get().split("\\.")[0] + ".");
        return result;
    }

    private long asked() {
        return server.received().stream()
                .filter(each -> each.path().equals("/idp/token"))
                .count();
    }

    @Nested
    class OfAClient {

        @Test
        void aValidTokenForTheSecretAndNoneForAnAlteredOnePasses() {
            assertThat(ofClient("aurora-works"))
                    .passed()
                    .observed("a token that the provider signed", "none for an altered secret")
                    .noted("client checks with secret client-secret, altered", "grant_type=client_credentials");
            Assertions.assertThat(asked()).isEqualTo(2);
        }

        @Test
        void theSecretGoesIntoTheFormWhereTheProviderTakesItThereOnly() {
            methods = "[\"private_key_jwt\", \"client_secret_post\"]";
            assertThat(ofClient(null)).passed().noted("client_secret=(secret client-secret, altered)");
            Assertions.assertThat(server.received()).allMatch(each -> each.authorization() == null);
        }

        @Test
        void aProviderThatTakesNoSecretAtAllFails() {
            methods = "[\"private_key_jwt\"]";
            assertThat(ofClient(null)).failed(Symptom.CANNOT_SIGN_IN).observed("takes no client secret");
            Assertions.assertThat(asked()).isZero();
        }

        @Test
        void aRefusedSecretFailsWithTheProvidersWord() {
            CheckTarget other =
                    new CheckTarget.ClientToken(new TokenClient(server.uri("/idp"), "checks", "otto-password"), null);
            assertThat(run(other))
                    .failed(Symptom.CANNOT_SIGN_IN)
                    .observed("no access token: answered 401 (\"invalid_client\")");
        }

        @Test
        void aProviderThatTakesEverySecretFails() {
            server.on(
                    "/easy/.well-known/openid-configuration", request -> Response.json("""
                    {"issuer": "%1$s/easy", "token_endpoint": "%1$s/easy/token", "jwks_uri": "%1$s/idp/keys"}
                    """.formatted(server.uri(""))));
            token = () -> signed(claims().issuer(server.uri("/easy").toString()).build());
            server.on(
                    "/easy/token",
                    request -> Response.json(
                            "{\"access_token\": \"%s\", \"token_type\": \"Bearer\"}".formatted(token.get())));
            CheckResult result = CheckTestData.run(
                    guard,
                    new CheckTarget.ClientToken(new TokenClient(server.uri("/easy"), "checks", "client-secret"), null));
            assertThat(result)
                    .failed(Symptom.CANNOT_SIGN_IN)
                    .observed("answered 200 to an altered secret instead of refusing it")
                    .observedNothingOf("no access token");
            Assertions.assertThat(result.observation().text())
                    .as("what an altered secret earns is a token as well")
                    .doesNotContain(token.get());
        }

        @Test
        void anOpaqueTokenPassesUnlessSomethingIsToBeReadFromIt() {
            token = () -> "0paque-t0ken-value";
            assertThat(ofClient(null)).passed().observed("an opaque token");
            assertThat(ofClient("aurora-works"))
                    .failed(Symptom.CANNOT_SIGN_IN)
                    .observed("opaque, so its audience could not be read");
        }

        @Test
        void aTokenForSomebodyElseFails() {
            assertThat(ofClient("another-product"))
                    .failed(Symptom.CANNOT_SIGN_IN)
                    .observed("it is for [aurora-works, other] instead of another-product");
        }

        @Test
        void aSecretIsNotSentToATokenEndpointThatItIsNotBoundTo() {
            try (TestServer thief = TestServer.start()) {
                thief.on("/", Response.status(200));
                server.on("/lured/.well-known/openid-configuration", Response.json("""
                        {"issuer": "%1$s", "token_endpoint": "%2$s", "jwks_uri": "%2$s"}
                        """.formatted(
                                server.uri("/lured"), thief.uri("/token"))));
                CheckResult result = CheckTestData.run(
                        guard.allowingPrivate(thief.hostAndPort(), "http"),
                        new CheckTarget.ClientToken(
                                new TokenClient(server.uri("/lured"), "checks", "client-secret"), null));
                assertThat(result).inconclusive().observed("may not be sent to " + thief.hostAndPort());
                Assertions.assertThat(thief.received()).isEmpty();
            }
        }
    }

    @Nested
    class ThatAreNotGood {

        private void assertFault(String fault) {
            assertThat(ofClient(null)).failed(Symptom.CANNOT_SIGN_IN).observed("the access token: " + fault);
        }

        @Test
        void signedByAnotherKeyOfTheSameName() {
            RSAKey other = newKey("k1");
            token = () -> signed(claims().build(), other);
            assertFault("its signature is not that of a published key");
        }

        @Test
        void signedByAKeyThatIsNotPublished() {
            RSAKey other = newKey("k2");
            token = () -> signed(claims().build(), other);
            assertFault("no published key is the one that it says it is signed with (algorithm RS256)");
        }

        @Test
        void notSignedAtAll() {
            token = () -> new PlainJWT(claims().build()).serialize();
            assertFault("it is not signed");
        }

        /** The public key as a shared secret: the old trick against verifiers that believe the token's own header. */
        @Test
        void signedWithThePublicKeyAsASharedSecret() throws JOSEException {
            byte[] secret = KEY.toRSAPublicKey().getEncoded();
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), claims().build());
            jwt.sign(new MACSigner(secret));
            String forged = jwt.serialize();
            token = () -> forged;
            assertFault("no published key");
        }

        @Test
        void expiredOrNotYetValidOrForEver() {
            Instant longAgo = NOW.minus(Duration.ofMinutes(2));
            token = () -> signed(claims().expirationTime(Date.from(longAgo)).build());
            assertFault("it expired on 2026-03-02T11:58:00Z");
            token = () -> signed(
                    claims().notBeforeTime(Date.from(NOW.plusSeconds(90))).build());
            assertFault("it is not valid before 2026-03-02T12:01:30Z");
            token = () -> signed(claims().expirationTime(null).build());
            assertFault("it never expires");
        }

        @Test
        void ofAnotherIssuer() {
            token = () -> signed(claims().issuer("https://evil.example").build());
            assertFault("its issuer is https://evil.example instead of");
        }

        @Test
        void withoutKeysToVerifyThem() {
            keys = "{\"keys\": []}";
            assertFault("no published key");
            keys = "{\"keys\": 7}";
            assertFault("the published keys cannot be read");
        }
    }

    @Nested
    class OfATestUser {

        @Test
        void exactlyTheExpectedRolesPass() {
            assertThat(ofUser("reader", "operator"))
                    .passed()
                    .observed("with exactly the roles")
                    .noted("operator, reader", "(secret otto-password, altered)");
        }

        @Test
        void missingAndUnexpectedRolesAreNamed() {
            assertThat(ofUser("operator", "planner"))
                    .failed(Symptom.CANNOT_COMPLETE_TASKS)
                    .observed("role(s) missing: \"planner\"; role(s) not expected: \"reader\"");
        }

        @Test
        void aTokenWithoutTheClaimHoldsNoRoles() {
            token = () -> signed(claims().claim("realm_access", null).build());
            assertThat(ofUser("operator"))
                    .failed(Symptom.CANNOT_COMPLETE_TASKS)
                    .observed("the token holds no roles at /realm_access/roles", "missing: \"operator\"");
        }

        @Test
        void aSingleRoleMayBeAText() {
            token = () -> signed(
                    claims().claim("realm_access", Map.of("roles", "operator")).build());
            assertThat(ofUser("operator")).passed();
        }

        @Test
        void rolesAreNotComparedIfNoneIsStated() {
            assertThat(ofUser()).passed().observedNothingOf("roles");
        }

        @Test
        void rolesOfAnOpaqueTokenCannotBeRead() {
            token = () -> "0paque-t0ken-value";
            CheckTarget target = new CheckTarget.UserToken(
                    client(), "otto.operator", "otto-password", null, "/roles", List.of("operator"));
            assertThat(run(target))
                    .failed(Symptom.CANNOT_COMPLETE_TASKS)
                    .observed("opaque, so its roles could not be read");
            assertThat(run(new CheckTarget.UserToken(
                            client(), "otto.operator", "otto-password", null, "/roles", List.of())))
                    .passed()
                    .observed("whose roles could not be read");
        }

        @Test
        void anIdTokenIsVerifiedToo() {
            idToken = signed(claims().audience("checks").build());
            assertThat(ofUser("operator", "reader")).passed().noted("id token");
            idToken = signed(claims().build(), newKey("k1"));
            CheckResult result = ofUser("operator", "reader");
            assertThat(result)
                    .failed(Symptom.CANNOT_SIGN_IN)
                    .observed("the id token: its signature", "the id token: it is for");
            Assertions.assertThat(result.observation().text()).doesNotContain(idToken);
        }

        @Test
        void aWrongPasswordIsASignInThatFails() {
            CheckTarget other =
                    new CheckTarget.UserToken(client(), "vera.viewer", "otto-password", null, null, List.of());
            assertThat(run(other))
                    .failed(Symptom.CANNOT_SIGN_IN)
                    .observed("no access token: answered 400 (\"invalid_grant\")");
        }
    }

    @Nested
    class InTheMatrix {

        private CheckResult matrix() {
            return run(new CheckTarget.RoleAccess(
                    SignIn.token(client(), "otto.operator", "otto-password"),
                    List.of(server.uri("/api/orders")),
                    List.of(server.uri("/api/users"), server.uri("/api/tickets")),
                    List.of()));
        }

        private void openTheProduct(int orders, int users) {
            server.on("/api", request -> {
                boolean isKnown = ("Bearer " + token.get()).equals(request.authorization());
                int status = request.path().equals("/api/orders") ? orders : users;
                return isKnown ? Response.status(status) : Response.status(401);
            });
        }

        @Test
        void aPersonaAsksWithItsToken() {
            openTheProduct(200, 403);
            assertThat(matrix()).passed().noted("bearer token given by", "otto.operator");
        }

        @Test
        void exactlyTheCellsThatDifferAreNamed() {
            openTheProduct(200, 200);
            Assertions.assertThat(matrix().observed())
                    .isEqualTo(
                            "\"otto.operator\": %s answered 200 but must be refused; %s answered 200 but must be refused"
                                    .formatted(server.uri("/api/users"), server.uri("/api/tickets")));
        }

        @Test
        void beingSentToTheProviderIsARefusal() {
            server.on("/api/orders", Response.redirect("/idp/authorize?client_id=x"))
                    .on("/api/users", Response.redirect("/idp/authorize?client_id=x"))
                    .on("/api/tickets", Response.status(404));
            CheckResult result = CheckTestData.run(
                    guard,
                    new CheckTarget.RoleAccess(
                            SignIn.token(client(), "otto.operator", "otto-password"),
                            List.of(server.uri("/api/orders")),
                            List.of(server.uri("/api/users"), server.uri("/api/tickets")),
                            List.of()));
            assertThat(result).failed(Symptom.CANNOT_SIGN_IN).observed("answered 302 with the login page");
        }

        @Test
        void withoutATokenNobodyCanSignIn() {
            openTheProduct(200, 403);
            methods = "[]";
            assertThat(matrix())
                    .failed(Symptom.CANNOT_SIGN_IN)
                    .observed("\"otto.operator\" cannot sign in: the provider");
            Assertions.assertThat(server.received())
                    .noneMatch(each -> each.path().startsWith("/api"));
        }
    }
}

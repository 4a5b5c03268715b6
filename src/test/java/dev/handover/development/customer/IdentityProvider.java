package dev.handover.development.customer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.handover.development.http.Request;
import dev.handover.development.http.Response;
import dev.handover.development.http.Routes;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The OpenID Connect provider of the sample product: discovery, key set, and signed tokens by password and client
 * credentials grant. Any account may act as a client, and so may {@code handover-checks}. It has no sign-in page: the authorization endpoint sends every
 * well-formed request back with {@code login_required}, as a provider does for {@code prompt=none} (OpenID Connect Core
 * 3.1.2.6).
 */
final class IdentityProvider {

    static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    private static final String AUDIENCE = "aurora-works";

    /** A client that is nobody's account. */
    private static final Request.Credentials CLIENT =
            new Request.Credentials("handover-checks", "handover-checks-secret");

    private final Clock clock;
    private final Switches switches;
    private final Supplier<URI> baseUrl;
    private final RSAKey key = newKey();

    /** @param baseUrl of the environment; asked at each request, since the port is known only when the site is open */
    IdentityProvider(Clock clock, Switches switches, Supplier<URI> baseUrl) {
        this.clock = clock;
        this.switches = switches;
        this.baseUrl = baseUrl;
    }

    void addTo(Routes routes) {
        routes.get("/oidc/.well-known/openid-configuration", this::discovery)
                .get("/oidc/jwks", this::keySet)
                .get("/oidc/authorize", this::authorize)
                .get("/oidc/v2/authorize", this::authorize)
                .post("/oidc/token", this::token);
    }

    /** The account that a token of this provider was made for; empty if it is not genuine or has expired. */
    Optional<Account> accountOf(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var claims = jwt.getJWTClaimsSet();
            var valid = jwt.verify(new RSASSAVerifier(key.toRSAPublicKey()))
                    && issuer().equals(claims.getIssuer())
                    && claims.getExpirationTime().toInstant().isAfter(clock.instant());
            return valid ? Account.named(claims.getSubject()) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private String issuer() {
        return baseUrl.get() + "/oidc";
    }

    private Response discovery(Request request) {
        if (switches.isBroken(Part.OIDC)) {
            return Response.problem(503, "The identity provider is not available.");
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("issuer", issuer());
        document.put(
                "authorization_endpoint",
                issuer() + (switches.isBroken(Part.IDENTITY_PROVIDER) ? "/v2/authorize" : "/authorize"));
        document.put("token_endpoint", issuer() + "/token");
        document.put("jwks_uri", issuer() + "/jwks");
        document.put("response_types_supported", List.of("code"));
        document.put("grant_types_supported", List.of("authorization_code", "password", "client_credentials"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("scopes_supported", List.of("openid", "profile"));
        document.put("claims_supported", List.of("sub", "iss", "aud", "exp", "iat", "preferred_username", "roles"));
        document.put(
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post", "none"));
        return Response.json(document);
    }

    private Response keySet(Request request) {
        var keys = switches.isBroken(Part.JWKS) ? new JWKSet() : new JWKSet(key.toPublicJWK());
        return Response.json(keys.toJSONObject());
    }

    /** Never redirects to an address outside this machine, so that it is of no use to anybody else. */
    private Response authorize(Request request) {
        var redirect = request.query("redirect_uri").filter(IdentityProvider::isOnThisMachine);
        if (redirect.isEmpty() || request.query("client_id").isEmpty()) {
            return refusal(400, "invalid_request", "client_id and a redirect_uri on this machine are needed");
        }
        var error = request.query("response_type").filter("code"::equals).isPresent()
                ? "login_required"
                : "unsupported_response_type";
        var state = request.query("state")
                .map(value -> "&state=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .orElse("");
        var separator = redirect.get().contains("?") ? "&" : "?";
        return Response.empty(302).with("Location", redirect.get() + separator + "error=" + error + state);
    }

    private static boolean isOnThisMachine(String uri) {
        return uri.matches("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?(/[\\x21\\x24-\\x7e]*)?");
    }

    private Response token(Request request) throws JOSEException {
        return switch (request.form("grant_type").orElse("")) {
            case "password" -> passwordGrant(request);
            case "client_credentials" -> clientCredentialsGrant(request);
            case "authorization_code" -> refusal(400, "invalid_grant", "no code was issued");
            case "" -> refusal(400, "invalid_request", "grant_type is missing");
            default -> refusal(400, "unsupported_grant_type", "password and client_credentials are supported");
        };
    }

    /** A client that says who it is has to prove it; one that says nothing is a public one (RFC 6749, 4.3.2). */
    private Response passwordGrant(Request request) throws JOSEException {
        if (client(request).isPresent() && !isClient(client(request).get())) {
            return unknownClient();
        }
        var account = switches.isBroken(Part.SIGN_IN)
                ? Optional.<Account>empty()
                : Account.withPassword(
                        request.form("username").orElse(""),
                        request.form("password").orElse(""));
        return account.isPresent()
                ? tokens(account.get().name(), roles(account.get()), request)
                : refusal(400, "invalid_grant", "unknown account or wrong password");
    }

    private Response clientCredentialsGrant(Request request) throws JOSEException {
        var client = client(request).filter(this::isClient);
        return client.isPresent() ? tokens(client.get().account(), List.of(), request) : unknownClient();
    }

    private static Response unknownClient() {
        return refusal(401, "invalid_client", "unknown client or wrong secret")
                .with("WWW-Authenticate", "Basic realm=\"Aurora Works\"");
    }

    private static Optional<Request.Credentials> client(Request request) {
        return request.basicCredentials()
                .or(() -> request.form("client_id")
                        .map(id -> new Request.Credentials(
                                id, request.form("client_secret").orElse(""))));
    }

    private boolean isClient(Request.Credentials client) {
        return CLIENT.equals(client) && !switches.isBroken(Part.OIDC_CLIENT)
                || Account.withPassword(client.account(), client.password()).isPresent();
    }

    private List<String> roles(Account account) {
        var role = account.role() == Account.Role.OPERATOR && switches.isBroken(Part.TOKEN_ROLES)
                ? Account.Role.VIEWER
                : account.role();
        return List.of(role.slug());
    }

    private Response tokens(String subject, List<String> roles, Request request) throws JOSEException {
        var token = sign(subject, roles, AUDIENCE);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", token);
        answer.put("token_type", "Bearer");
        answer.put("expires_in", TOKEN_LIFE.toSeconds());
        request.form("scope").ifPresent(scope -> answer.put("scope", scope));
        if (request.form("scope").orElse("").matches("(.* )?openid( .*)?")) {
            var client = client(request).map(Request.Credentials::account).orElse(AUDIENCE);
            answer.put("id_token", sign(subject, roles, client));
        }
        return Response.json(answer);
    }

    private String sign(String subject, List<String> roles, String audience) throws JOSEException {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(TOKEN_LIFE)))
                .claim("preferred_username", subject)
                .claim("roles", roles)
                .build();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    /** An error as of RFC 6749, section 5.2. */
    private static Response refusal(int status, String error, String description) {
        return Response.json(status, Map.of("error", error, "error_description", description));
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform makes RSA keys", e);
        }
    }
}

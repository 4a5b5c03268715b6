package dev.handover.checks.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * What a token says, read without letting its value out of this package (RFC 7519; RFC 9068 for access tokens).
 *
 * @param isOpaque true if the token is no JWT that can be read: only its giver knows what it says
 * @param faults what is wrong with it, in words, without any of its value; empty for an opaque one
 * @param claims JSON object; empty for an opaque token or one whose claims cannot be read
 */
public record TokenReading(boolean isOpaque, List<String> faults, JsonNode claims) {

    /**
     * What a token has to be.
     *
     * @param keySet JSON Web Key Set of the issuer (RFC 7517)
     * @param issuer compared character by character
     * @param audience one of those that the token is for; null if any will do
     */
    public record Terms(String keySet, String issuer, String audience) {}

    /** Clocks differ a little. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /**
     * Reads a token and verifies it.
     *
     * @param now the time that it must be valid at, give or take a minute
     */
    public static TokenReading of(Earned token, Terms terms, Instant now) {
        JWT jwt;
        JWTClaimsSet claims;
        try {
            jwt = JWTParser.parse(token.value());
            claims = jwt.getJWTClaimsSet();
        } catch (ParseException | IllegalArgumentException e) {
            return new TokenReading(true, List.of(), MAPPER.createObjectNode());
        }
        if (claims == null) {
            return new TokenReading(true, List.of(), MAPPER.createObjectNode());
        }
        List<String> faults = new ArrayList<>();
        signature(jwt, terms.keySet(), faults);
        issuer(claims, terms, faults);
        times(claims, now, faults);
        return new TokenReading(false, List.copyOf(faults), tree(claims));
    }

    private static void signature(JWT jwt, String keySet, List<String> faults) {
        if (!(jwt instanceof SignedJWT signed)) {
            faults.add("it is not signed");
            return;
        }
        try {
            List<JWK> keys = new JWKSelector(JWKMatcher.forJWSHeader(signed.getHeader())).select(JWKSet.parse(keySet));
            if (keys.isEmpty()) {
                faults.add("no published key is the one that it says it is signed with (algorithm %s)"
                        .formatted(Texts.shown(signed.getHeader().getAlgorithm())));
            } else if (!isSignedByOneOf(keys, signed)) {
                faults.add("its signature is not that of a published key");
            }
        } catch (ParseException e) {
            faults.add("the published keys cannot be read");
        } catch (JOSEException e) {
            faults.add("its signature cannot be verified (algorithm %s)"
                    .formatted(Texts.shown(signed.getHeader().getAlgorithm())));
        }
    }

    /** Only public keys count: one that can sign as well, such as a shared secret, proves nothing. */
    private static boolean isSignedByOneOf(List<JWK> keys, SignedJWT signed) throws JOSEException {
        for (JWK key : keys) {
            if (key instanceof AsymmetricJWK asymmetric) {
                var verifier =
                        new DefaultJWSVerifierFactory().createJWSVerifier(signed.getHeader(), asymmetric.toPublicKey());
                if (signed.verify(verifier)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void issuer(JWTClaimsSet claims, Terms terms, List<String> faults) {
        if (!terms.issuer().equals(claims.getIssuer())) {
            faults.add("its issuer is %s instead of %s".formatted(Texts.shown(claims.getIssuer()), terms.issuer()));
        }
        if (terms.audience() != null && !claims.getAudience().contains(terms.audience())) {
            faults.add("it is for %s instead of %s".formatted(Texts.shown(claims.getAudience()), terms.audience()));
        }
    }

    private static void times(JWTClaimsSet claims, Instant now, List<String> faults) {
        Date expires = claims.getExpirationTime();
        if (expires == null) {
            faults.add("it never expires");
        } else if (!expires.toInstant().plus(CLOCK_SKEW).isAfter(now)) {
            faults.add("it expired on " + expires.toInstant());
        }
        Date begins = claims.getNotBeforeTime();
        if (begins != null && begins.toInstant().minus(CLOCK_SKEW).isAfter(now)) {
            faults.add("it is not valid before " + begins.toInstant());
        }
    }

    private static JsonNode tree(JWTClaimsSet claims) {
        try {
            return MAPPER.readTree(claims.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("claims that were read as JSON can be written as JSON", e);
        }
    }
}

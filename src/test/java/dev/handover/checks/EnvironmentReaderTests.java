package dev.handover.checks;

import static dev.handover.checks.FingerprintField.AUTHORIZATION_ENDPOINT;
import static dev.handover.checks.FingerprintField.CERTIFICATE;
import static dev.handover.checks.FingerprintField.CERTIFICATE_ISSUER;
import static dev.handover.checks.FingerprintField.CERTIFICATE_SUBJECT;
import static dev.handover.checks.FingerprintField.CERTIFICATE_VALID_UNTIL;
import static dev.handover.checks.FingerprintField.IDENTITY_PROVIDER;
import static dev.handover.checks.FingerprintField.KEYS_ENDPOINT;
import static dev.handover.checks.FingerprintField.LABEL;
import static dev.handover.checks.FingerprintField.LOGOUT_ENDPOINT;
import static dev.handover.checks.FingerprintField.TENANT;
import static dev.handover.checks.FingerprintField.TOKEN_ENDPOINT;
import static dev.handover.checks.FingerprintField.URL;
import static dev.handover.checks.FingerprintField.USERINFO_ENDPOINT;
import static dev.handover.checks.FingerprintField.VERSION;
import static dev.handover.checks.guard.GuardTestData.guard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.handover.checks.TestServer.Response;
import dev.handover.checks.guard.Certificates;
import dev.handover.checks.guard.GuardTestData;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The fingerprint is read from real servers. */
class EnvironmentReaderTests {

    private static final String DISCOVERY = "/oidc/.well-known/openid-configuration";

    @AutoClose
    private final TestServer server = TestServer.start();

    private GuardTestData guard = guard().allowingPrivate(server.hostAndPort(), "http");

    private Fingerprint read(FingerprintTarget target, Duration timeout) {
        var properties = CheckTestData.within(timeout, Duration.ofSeconds(20));
        try (var client = guard.client()) {
            var sources = List.of(
                    new UserAddressSource(),
                    new EnvironmentInfoSource(),
                    new CertificateSource(),
                    new OidcMetadataSource(),
                    new SamlMetadataSource());
            var clock = Clock.fixed(CheckTestData.NOW, ZoneOffset.UTC);
            return new GuardedEnvironmentReader(sources, client, guard.secrets(), properties, clock).read(target);
        }
    }

    private Fingerprint read(URI issuer) {
        return read(new FingerprintTarget(server.uri("/"), server.uri("/info"), issuer, null), Duration.ofSeconds(5));
    }

    private Fingerprint read() {
        return read(null);
    }

    private void info(String json) {
        server.on("/info", Response.json(json));
    }

    @Test
    void whatTheEnvironmentSaysOfItselfIsRead() {
        server.on("/", Response.json("{}"));
        info("{\"label\":\"production\",\"tenant\":\"aurora-prod\",\"version\":\"4.2.0\",\"uptime\":17}");
        var fingerprint = read();
        assertThat(fingerprint.known())
                .containsOnly(
                        entry(URL, server.uri("/").toString()),
                        entry(LABEL, "production"),
                        entry(TENANT, "aurora-prod"),
                        entry(VERSION, "4.2.0"));
        assertThat(fingerprint.unknown()).isEmpty();
    }

    @Test
    void theAddressIsWhereUsersEndWithoutWhatVariesFromVisitToVisit() {
        server.on("/", Response.redirect("/login;session=a1b2/start?state=x9y8#top"))
                .on("/login", Response.json("{}"));
        assertThat(read().known()).containsEntry(URL, server.uri("/login/start").toString());
    }

    @Test
    void twoReadingsOfTheSameEnvironmentGiveTheSameBytes() {
        server.on("/", Response.redirect("/home?visit=" + System.nanoTime())).on("/home", Response.json("{}"));
        info("{\"version\":\"4.2.0\",\"tenant\":\"a\",\"label\":\"b\",\"now\":\"changes\"}");
        assertThat(read().document()).isEqualTo(read().document());
    }

    @Test
    void anAnswerThatIsNoGoodOneMakesItsFieldsUnknownAndNoOthers() {
        server.on("/", Response.status(503));
        info("{\"label\":\"production\",\"tenant\":\"aurora-prod\",\"version\":\"4.2.0\"}");
        var fingerprint = read();
        assertThat(fingerprint.known()).containsOnlyKeys(TENANT, LABEL, VERSION);
        assertThat(fingerprint.unknown()).containsOnlyKeys(URL);
        assertThat(fingerprint.unknown().get(URL)).contains("answered 503");
    }

    @Test
    void aFieldThatIsAnsweredWithoutAValueIsKnownToBeNothing() {
        server.on("/", Response.json("{}"));
        info("{\"label\":\"production\",\"version\":null}");
        assertThat(read().known()).contains(entry(VERSION, ""), entry(TENANT, ""));
    }

    @Test
    void aHostThatMayNotBeCalledIsUnknownWithThatReason() {
        guard = guard();
        var fingerprint = read();
        assertThat(fingerprint.known()).isEmpty();
        assertThat(fingerprint.unknown()).containsOnlyKeys(URL, TENANT, LABEL, VERSION);
        assertThat(fingerprint.unknown().get(URL)).contains("not");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void anEnvironmentThatHangsIsUnknownWithinTheTimeOfOneCheck() {
        var never = new java.util.concurrent.CountDownLatch(1);
        server.handling("/", exchange -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        var started = System.nanoTime();
        var fingerprint =
                read(new FingerprintTarget(server.uri("/"), server.uri("/info"), null, null), Duration.ofMillis(500));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
        assertThat(fingerprint.known()).isEmpty();
    }

    @Test
    void issuerAndEndpointsOfTheIdentityProviderAreReadAndItsKeysAreNot() {
        server.on("/", Response.json("{}")).on(DISCOVERY, Response.json("""
                {"issuer":"https://idp.example","authorization_endpoint":"https://idp.example/a",
                 "token_endpoint":"https://idp.example/t","jwks_uri":"https://idp.example/k",
                 "userinfo_endpoint":"https://idp.example/u","scopes_supported":["openid"]}
                """));
        assertThat(read(server.uri("/oidc")).known())
                .contains(
                        entry(IDENTITY_PROVIDER, "https://idp.example"),
                        entry(AUTHORIZATION_ENDPOINT, "https://idp.example/a"),
                        entry(TOKEN_ENDPOINT, "https://idp.example/t"),
                        entry(KEYS_ENDPOINT, "https://idp.example/k"),
                        entry(USERINFO_ENDPOINT, "https://idp.example/u"),
                        entry(LOGOUT_ENDPOINT, ""));
        assertThat(server.received()).extracting(TestServer.Received::path).doesNotContain("/oidc/jwks", "/k");
    }

    @Test
    void anIdentityProviderThatIsDownIsUnknown() {
        server.on("/", Response.json("{}")).on(DISCOVERY, Response.status(503));
        assertThat(read(server.uri("/oidc")).unknown())
                .containsKeys(IDENTITY_PROVIDER, AUTHORIZATION_ENDPOINT, TOKEN_ENDPOINT, KEYS_ENDPOINT);
    }

    @Test
    void aChangedCertificateIsADifferenceAlsoWhenItIsNotTrusted() {
        var before = certificateOf(Certificates.valid());
        var after = certificateOf(Certificates.expiringSoon());
        assertThat(before.known())
                .containsKeys(CERTIFICATE, CERTIFICATE_ISSUER, CERTIFICATE_SUBJECT, CERTIFICATE_VALID_UNTIL)
                .containsEntry(CERTIFICATE_SUBJECT, "CN=valid");
        assertThat(before.known().get(CERTIFICATE)).matches("[0-9a-f]{64}");
        assertThat(before.differencesTo(after))
                .extracting(FingerprintDifference::field)
                .contains(CERTIFICATE, CERTIFICATE_SUBJECT, CERTIFICATE_VALID_UNTIL);
        assertThat(certificateOf(Certificates.valid()).differencesTo(before)).isEmpty();
    }

    /** The address is left out: each server has a port of its own. Nobody vouches for the certificates. */
    private Fingerprint certificateOf(Certificates certificate) {
        try (TestServer tls = TestServer.startTls(certificate.serverContext())) {
            guard = guard().allowingPrivate(tls.hostAndPort(), "https");
            var fingerprint =
                    read(new FingerprintTarget(tls.uri("/"), tls.uri("/info"), null, null), Duration.ofSeconds(5));
            assertThat(fingerprint.unknown()).containsKeys(URL, VERSION);
            return fingerprint;
        }
    }

    @Test
    void aLongValueIsBoundedAndStillTellsTwoApart() {
        server.on("/", Response.json("{}"));
        var count = new java.util.concurrent.atomic.AtomicInteger();
        server.on(
                "/info",
                request ->
                        Response.json("{\"version\":\"%s%d\"}".formatted("x".repeat(2_000), count.getAndIncrement())));
        var first = read();
        var second = read();
        assertThat(first.known().get(VERSION)).hasSizeLessThan(GuardedEnvironmentReader.LONGEST + 80);
        assertThat(first.differencesTo(second)).hasSize(1);
    }

    @Test
    void whatCannotBeShownAndSecretsAreTakenOut() {
        guard = guard().allowingPrivate(server.hostAndPort(), "http")
                .holding("key", "s3cret-value-of-ours", server.hostAndPort());
        server.on("/", Response.json("{}"));
        info("{\"version\":\"4.2\\u0000\\u202e\\ud800\\n0\",\"tenant\":\"s3cret-value-of-ours\"}");
        var known = read().known();
        assertThat(known.get(VERSION)).isEqualTo("4.2 0");
        assertThat(known.get(TENANT)).doesNotContain("s3cret-value-of-ours");
    }

    @Test
    void aSourceThatBreaksMakesItsFieldsUnknownAndNoOthers() {
        server.on("/", Response.json("{}"));
        FingerprintSource broken = new FingerprintSource() {

            @Override
            public java.util.Set<FingerprintField> fields(FingerprintTarget target) {
                return java.util.Set.of(VERSION);
            }

            @Override
            public java.util.Map<FingerprintField, String> read(FingerprintTarget target, Probe probe) {
                throw new IllegalStateException("a fault of ours");
            }
        };
        try (var client = guard.client()) {
            var reader = new GuardedEnvironmentReader(
                    List.of(broken, new UserAddressSource()),
                    client,
                    guard.secrets(),
                    CheckTestData.PROPERTIES,
                    Clock.systemUTC());
            var fingerprint = reader.read(new FingerprintTarget(server.uri("/"), server.uri("/info"), null, null));
            assertThat(fingerprint.unknown()).containsOnlyKeys(VERSION);
            assertThat(fingerprint.unknown().get(VERSION)).doesNotContain("a fault of ours");
            assertThat(fingerprint.known()).containsOnlyKeys(URL);
        }
    }
}

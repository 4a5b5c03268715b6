package dev.handover.checks.guard;

import static dev.handover.checks.guard.GuardTestData.guard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.handover.checks.RawServer;
import dev.handover.checks.TestServer;
import dev.handover.checks.TestServer.Response;
import dev.handover.shared.Digest;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Good and bad certificates are both described, and a bad one is never good enough for a request. */
@Timeout(60)
class TlsLookTests {

    private static final Use<TlsFacts> LOOK = (client, uri, limit) -> client.lookAtTls(uri, limit);
    private static final X509ExtendedTrustManager ALL = Certificates.trustingAll();

    private interface Use<T> {
        T of(GuardedClient client, URI uri, TimeLimit limit) throws CallFailed;
    }

    private static <T> T with(Certificates certificate, X509ExtendedTrustManager trust, Use<T> use) throws CallFailed {
        try (TestServer server = TestServer.startTls(certificate.serverContext())) {
            server.on("/", Response.json("{}"));
            return with(server.port(), trust, use);
        }
    }

    private static <T> T with(int port, X509ExtendedTrustManager trust, Use<T> use) throws CallFailed {
        GuardTestData data =
                guard().allowingPrivate("localhost:" + port, "https").trusting(trust);
        try (GuardedClient client = data.client();
                TimeLimit limit = client.limit(Duration.ofSeconds(5))) {
            return use.of(client, URI.create("https://localhost:" + port + "/"), limit);
        }
    }

    private static TlsFacts look(Certificates certificate, X509ExtendedTrustManager trust) throws CallFailed {
        return with(certificate, trust, LOOK);
    }

    @Test
    void aGoodCertificateHasNoFaultsAndAllItsFacts() throws CallFailed, CertificateEncodingException {
        TlsFacts facts = look(Certificates.valid(), ALL);
        assertThat(facts.faults()).isEmpty();
        assertThat(facts.protocol()).isEqualTo("TLSv1.3");
        assertThat(facts.subject()).isEqualTo("CN=valid");
        assertThat(facts.issuer()).isEqualTo("CN=valid");
        assertThat(facts.names()).containsExactly("localhost", "127.0.0.1");
        assertThat(facts.validUntil())
                .isEqualTo(Certificates.valid().certificate().getNotAfter().toInstant());
        assertThat(facts.fingerprint())
                .isEqualTo(Digest.of(Certificates.valid().certificate().getEncoded())
                        .sha256());
        assertThat(facts.chainLength()).isEqualTo(1);
    }

    @Test
    void badCertificatesAreDescribed() throws CallFailed {
        assertThat(look(Certificates.valid(), Certificates.trusting(Certificates.expired()))
                        .faults())
                .containsExactly("the certificate is not signed by a trusted authority");
        assertThat(look(Certificates.forAnotherHost(), ALL).faults())
                .containsExactly("the certificate is for another host name");
    }

    @Test
    void badCertificatesAreNotGoodEnoughForARequest() {
        assertNoRequest(
                Certificates.valid(),
                Certificates.trusting(Certificates.expired()),
                "not signed by a trusted authority");
        assertNoRequest(Certificates.forAnotherHost(), ALL, "another host name");
    }

    private static void assertNoRequest(Certificates certificate, X509ExtendedTrustManager trust, String reason) {
        try (TestServer server = TestServer.startTls(certificate.serverContext())) {
            server.on("/", Response.json("{}"));
            assertThatExceptionOfType(CallFailed.class)
                    .isThrownBy(
                            () -> with(server.port(), trust, (client, uri, limit) -> client.send(Call.to(uri), limit)))
                    .withMessageContaining(reason);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void aGoodCertificateIsGoodEnoughForARequest() throws CallFailed {
        Answer answer = with(Certificates.valid(), ALL, (client, uri, limit) -> client.send(Call.to(uri), limit));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void theBundledAuthoritiesOfJavaDoNotTrustACertificateOfOurOwn() throws CallFailed {
        assertThat(look(Certificates.valid(), Trust.ofPlatform().authorities()).faults())
                .containsExactly("the certificate is not signed by a trusted authority");
    }

    @Test
    void aServerWithoutTlsIsSaidNotToSpeakIt() {
        try (RawServer plain =
                RawServer.greeting((socket, out) -> RawServer.write(out, "HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            assertFailure(plain.port(), "does not speak TLS");
        }
    }

    @Test
    void aServerWithOldProtocolsOnlyIsSaidToOfferNoNewOnes() {
        byte[] protocolVersionAlert = {21, 3, 1, 0, 2, 2, 70};
        try (RawServer old = RawServer.greeting((socket, out) -> {
            socket.getInputStream().read();
            out.write(protocolVersionAlert);
        })) {
            assertFailure(old.port(), "neither TLS 1.2 nor TLS 1.3");
        }
    }

    @Test
    void aHandshakeThatDripsIsGivenUpInTime() {
        CountDownLatch testEnds = new CountDownLatch(1);
        try (RawServer dripping = RawServer.greeting((socket, out) -> {
            byte[] startOfARecord = {22, 3, 3, 64, 0};
            out.write(startOfARecord);
            while (!testEnds.await(20, TimeUnit.MILLISECONDS)) {
                out.write(0);
            }
        })) {
            GuardTestData data = guard().allowingPrivate("localhost:" + dripping.port(), "https");
            URI uri = URI.create("https://localhost:" + dripping.port());
            try (GuardedClient client = data.client();
                    TimeLimit limit = client.limit(Duration.ofMillis(1_600))) {
                assertThatExceptionOfType(CallFailed.class)
                        .isThrownBy(() -> client.send(Call.to(uri), limit))
                        .withMessageContaining("no complete answer within 1.6 s");
                assertThatExceptionOfType(CallFailed.class)
                        .isThrownBy(() -> client.lookAtTls(uri, limit))
                        .satisfies(e -> assertThat(e.isTimeOver()).isTrue());
            }
            testEnds.countDown();
        }
    }

    private static void assertFailure(int port, String reason) {
        assertThatExceptionOfType(CallFailed.class)
                .isThrownBy(() -> with(port, ALL, LOOK))
                .withMessageContaining(reason);
    }
}

package dev.handover.checks;

import static dev.handover.checks.CheckResultAssert.assertThat;
import static dev.handover.checks.guard.GuardTestData.guard;

import dev.handover.checks.guard.Certificates;
import dev.handover.checks.guard.GuardTestData;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsCheckTests {

    /** Runs at the time that the certificates were made for, or so many days from then. */
    private static CheckResult run(Certificates certificate, int minDays, int daysFromNow) {
        try (TestServer server = TestServer.startTls(certificate.serverContext())) {
            GuardTestData guard =
                    guard().allowingPrivate(server.hostAndPort(), "https").trusting(Certificates.trustingAll());
            Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(daysFromNow));
            try (var client = guard.client();
                    var runner = new CheckRunner(
                            CheckTestData.kinds(), client, guard.secrets(), CheckTestData.PROPERTIES, clock)) {
                var target = new CheckTarget.Tls(server.uri("/"), minDays);
                return runner.run(List.of(new CheckRequest("the-check", "The check", target)))
                        .get(0);
            }
        }
    }

    @Test
    void aGoodCertificatePasses() {
        CheckResult result = run(Certificates.valid(), 30, 0);
        Assertions.assertThat(result.verdict()).as(result.observed()).isEqualTo(Verdict.PASSED);
        Assertions.assertThat(result.observed()).isEqualTo("TLSv1.3, certificate of CN=valid valid for 364 days");
        Assertions.assertThat(result.observation().text())
                .contains("\"protocol\" : \"TLSv1.3\"", "\"subject\" : \"CN=valid\"", "\"sha256\"", "\"validUntil\"");
    }

    @ParameterizedTest
    @CsvSource({"8, 0, PASSED", "9, 0, FAILED", "0, 8, PASSED", "0, 10, FAILED"})
    void theCertificateMustLastTheAskedDays(int minDays, int daysFromNow, Verdict verdict) {
        CheckResult result = run(Certificates.expiringSoon(), minDays, daysFromNow);
        Assertions.assertThat(result.verdict()).as(result.observed()).isEqualTo(verdict);
    }

    @Test
    void anExpiredCertificateFails() {
        CheckResult result = run(Certificates.expired(), 0, 0);
        Assertions.assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        Assertions.assertThat(result.symptom()).isEqualTo(Symptom.ENVIRONMENT_DIFFERS);
        Assertions.assertThat(result.observed()).contains("the certificate expired on");
    }

    @Test
    void everyFaultIsNamed() {
        CheckResult result = run(Certificates.forAnotherHost(), 1000, 0);
        Assertions.assertThat(result.observed())
                .contains("the certificate is for another host name", "instead of at least 1000");
    }

    @Test
    void aCertificateThatNobodyVouchesForFails() {
        try (TestServer server = TestServer.startTls(Certificates.valid().serverContext())) {
            assertThat(CheckTestData.run(
                            guard().allowingPrivate(server.hostAndPort(), "https"),
                            new CheckTarget.Tls(server.uri("/"), 0)))
                    .failed(Symptom.ENVIRONMENT_DIFFERS)
                    .observed("not signed by a trusted authority");
        }
    }

    @Test
    void plainHttpPassesOnlyWhereTheSettingsAllowIt() {
        URI url = URI.create("http://localhost:8090/");
        assertThat(CheckTestData.run(guard().allowingPrivate("localhost:8090", "http"), new CheckTarget.Tls(url, 30)))
                .passed()
                .observed("plain http, which the settings allow");
        assertThat(CheckTestData.run(guard().allowingPrivate("localhost:8090", "https"), new CheckTarget.Tls(url, 30)))
                .failed(Symptom.ENVIRONMENT_DIFFERS)
                .observed("plain http, which the settings do not allow");
        assertThat(CheckTestData.run(guard(), new CheckTarget.Tls(url, 30))).failed(Symptom.ENVIRONMENT_DIFFERS);
    }

    @Test
    void aHostThatIsNotAllowedSaysNothingAboutTheSystem() {
        assertThat(CheckTestData.run(guard(), new CheckTarget.Tls(URI.create("https://aurora.example/"), 30)))
                .inconclusive();
    }
}

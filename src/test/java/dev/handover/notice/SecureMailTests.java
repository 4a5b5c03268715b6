package dev.handover.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.checks.guard.Certificates;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mail servers that want TLS and a login, by the settings that {@code docs/operation.md} tells. */
class SecureMailTests {

    private static final String[] STARTTLS = {
        "spring.mail.properties.mail.smtp.auth=true",
        "spring.mail.properties.mail.smtp.starttls.enable=true",
        "spring.mail.properties.mail.smtp.starttls.required=true"
    };

    private static final String[] FROM_THE_FIRST_BYTE = {
        "spring.mail.properties.mail.smtp.auth=true", "spring.mail.ssl.enabled=true"
    };

    /** The certificates of the tests are signed by nobody. */
    private static final String TRUST = "spring.mail.properties.mail.smtp.ssl.trust=localhost";

    private static final String OFFERS_BOTH = "250-mail.example\r\n250-STARTTLS\r\n250 AUTH PLAIN";
    private static final String OFFERS_LOGIN = "250-mail.example\r\n250 AUTH PLAIN";

    @Test
    void theLoginAndTheMailGoOverTlsOnceItHasBegun() throws Exception {
        try (var server = server(Certificates.valid(), false, OFFERS_BOTH)) {
            assertThat(deliver(server, STARTTLS, TRUST)).isEmpty();
            assertThat(server.commands())
                    .map(SecureMailTests::firstWord)
                    .startsWith("EHLO", "STARTTLS", "EHLO", "AUTH", "MAIL", "RCPT", "DATA");
        }
    }

    @Test
    void theLoginAndTheMailGoOverTlsFromTheFirstByte() throws Exception {
        try (var server = server(Certificates.valid(), true, OFFERS_LOGIN)) {
            assertThat(deliver(server, FROM_THE_FIRST_BYTE, TRUST)).isEmpty();
            assertThat(server.commands())
                    .map(SecureMailTests::firstWord)
                    .startsWith("EHLO", "AUTH", "MAIL", "RCPT", "DATA");
        }
    }

    @Test
    void anAuthorityOfOnesOwnIsNamedAsABundle() throws Exception {
        try (var server = server(Certificates.valid(), true, OFFERS_LOGIN)) {
            assertThat(deliver(
                            server,
                            FROM_THE_FIRST_BYTE,
                            "spring.mail.ssl.bundle=mail",
                            "spring.ssl.bundle.pem.mail.truststore.certificate="
                                    + Certificates.valid().pem()))
                    .isEmpty();
            assertThat(server.commands()).map(SecureMailTests::firstWord).contains("DATA");
        }
    }

    @Test
    void aBundleServesTlsThatBeginsLaterAsWell() throws Exception {
        try (var server = server(Certificates.valid(), false, OFFERS_BOTH)) {
            assertThat(deliver(
                            server,
                            STARTTLS,
                            "spring.mail.ssl.enabled=false",
                            "spring.mail.ssl.bundle=mail",
                            "spring.ssl.bundle.pem.mail.truststore.certificate="
                                    + Certificates.valid().pem()))
                    .isEmpty();
            assertThat(server.commands()).map(SecureMailTests::firstWord).contains("STARTTLS", "DATA");
        }
    }

    @Test
    void aServerThatOffersNoTlsIsToldNeitherPasswordNorMail() throws Exception {
        try (var server = server(Certificates.valid(), false, OFFERS_LOGIN)) {
            assertThatThrownBy(() -> deliver(server, STARTTLS, TRUST))
                    .isInstanceOf(MailNotTaken.class)
                    .hasMessageContaining("STARTTLS");
            assertNothingWasSaid(server);
        }
    }

    @Test
    void aCertificateThatNobodyTrustsEndsTheDeliveryBeforeTheLogin() throws Exception {
        try (var server = server(Certificates.valid(), false, OFFERS_BOTH)) {
            assertThatThrownBy(() -> deliver(server, STARTTLS))
                    .isInstanceOf(MailNotTaken.class)
                    .hasStackTraceContaining("unable to find valid certification path");
            assertThat(server.commands()).contains("STARTTLS");
            assertNothingWasSaid(server);
        }
    }

    @Test
    void aCertificateOfAnotherHostEndsTheDeliveryBeforeTheLogin() throws Exception {
        try (var server = server(Certificates.forAnotherHost(), false, OFFERS_BOTH)) {
            assertThatThrownBy(() -> deliver(server, STARTTLS, TRUST))
                    .isInstanceOf(MailNotTaken.class)
                    .satisfies(fault -> assertThat(Throwables.getStackTrace(fault))
                            .containsAnyOf("verify identity", "subject alternative"));
            assertThat(server.commands()).contains("STARTTLS");
            assertNothingWasSaid(server);
        }
    }

    private static ScriptedMailServer server(Certificates certificate, boolean beginsWithTls, String offers) {
        return new ScriptedMailServer(certificate.serverContext(), beginsWithTls)
                .answer("EHLO", offers)
                .answer("STARTTLS", "220 go on")
                .answer("AUTH", "235 welcome");
    }

    private static void assertNothingWasSaid(ScriptedMailServer server) {
        assertThat(server.commands())
                .map(SecureMailTests::firstWord)
                .contains("EHLO")
                .doesNotContain("AUTH", "MAIL", "DATA");
    }

    private static String firstWord(String line) {
        return line.split("[ :]")[0];
    }

    private static Optional<String> deliver(ScriptedMailServer server, String[] settings, String... more)
            throws Exception {
        var sender = new AtomicReference<JavaMailSenderImpl>();
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, MailSenderAutoConfiguration.class))
                .withPropertyValues(
                        "spring.mail.host=localhost",
                        "spring.mail.port=" + server.port(),
                        "spring.mail.username=handover",
                        "spring.mail.password=s3cret-words",
                        "spring.mail.properties.mail.smtp.connectiontimeout=5000",
                        "spring.mail.properties.mail.smtp.timeout=5000",
                        "spring.mail.properties.mail.smtp.writetimeout=5000")
                .withPropertyValues(settings)
                .withPropertyValues(more)
                .run(context -> sender.set(context.getBean(JavaMailSenderImpl.class)));
        var notice = new NoticeProperties(
                "a@example.com", "Handover", Locale.ENGLISH, LocalTime.of(8, 0), 3, Duration.ofSeconds(20));
        var delivery = new Delivery(sender.get(), notice);
        try {
            return delivery.deliver(
                    "4711",
                    new InternetAddress("b@example.com"),
                    new Mail("en", "Subject", "<p>Hello</p>", "Hello", null),
                    Instant.EPOCH);
        } finally {
            delivery.stopWatching();
        }
    }
}

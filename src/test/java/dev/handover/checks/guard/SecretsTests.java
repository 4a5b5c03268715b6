package dev.handover.checks.guard;

import static dev.handover.checks.guard.GuardTestData.guard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.handover.checks.TestServer;
import dev.handover.checks.TestServer.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A secret goes to the hosts it is bound to, and to nobody's eyes. */
class SecretsTests {

    private static final String VALUE = "s3cret/value+1";

    @AutoClose
    private final TestServer server = TestServer.start();

    @AutoClose
    private final TestServer evil = TestServer.start();

    private GuardTestData data() {
        return guard().allowingPrivate(server.hostAndPort(), "http")
                .allowingPrivate(evil.hostAndPort(), "http")
                .holding("erp-key", VALUE, server.hostAndPort());
    }

    private Answer send(URI uri, Credential credential) throws CallFailed {
        try (GuardedClient client = data().client();
                TimeLimit limit = client.limit(Duration.ofSeconds(5))) {
            return client.send(Call.to(uri).with(credential), limit);
        }
    }

    @Test
    void theBoundHostGetsTheSecret() throws CallFailed {
        server.on("/", Response.json("{}"));
        send(server.uri("/"), Credential.bearer("erp-key"));
        send(server.uri("/"), Credential.basic("ada", "erp-key"));
        send(server.uri("/"), Credential.optionalBearer("erp-key"));
        send(server.uri("/"), Credential.optionalBearer(null));
        assertThat(server.received())
                .extracting(TestServer.Received::authorization)
                .containsExactly("Bearer " + VALUE, TestServer.basic("ada", VALUE), "Bearer " + VALUE, null);
    }

    @Test
    void anAlteredSecretDiffersInOneCharacter() throws CallFailed {
        server.on("/", Response.json("{}"));
        send(server.uri("/"), Credential.bearer("erp-key").altered());
        send(server.uri("/"), Credential.basic("ada", "erp-key").altered());
        assertThat(server.received())
                .extracting(TestServer.Received::authorization)
                .containsExactly("Bearer s3cret/xalue+1", TestServer.basic("ada", "s3cret/xalue+1"));
    }

    @Test
    void aPlanAuthorCannotHaveASecretSentToAnotherHost() {
        evil.on("/", Response.json("{}"));
        assertThatExceptionOfType(SecretNotUsable.class)
                .isThrownBy(() -> send(evil.uri("/"), Credential.bearer("erp-key")))
                .withMessageContaining("erp-key")
                .withMessageContaining(evil.hostAndPort())
                .withMessageNotContaining(VALUE);
        assertThat(evil.received()).isEmpty();
    }

    @Test
    void aSecretNobodyHoldsIsNamed() {
        assertThatExceptionOfType(SecretNotUsable.class)
                .isThrownBy(() -> send(server.uri("/"), Credential.bearer("unknown-key")))
                .withMessageContaining("unknown-key")
                .withMessageContaining("handover.secrets.unknown-key");
        assertThatExceptionOfType(SecretNotUsable.class)
                .isThrownBy(() -> send(server.uri("/"), Credential.bearer(null)))
                .withMessageContaining("No secret is named");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void whatTheServerEchoesComesBackWithoutTheSecret() throws CallFailed {
        server.on(
                "/echo",
                request -> new Response(
                        200,
                        "application/json",
                        "{\"header\":\"%s\",\"altered\":\"s3cret/xalue+1\",\"url\":\"s3cret%%2Fvalue%%2B1\"}"
                                .formatted(request.authorization()),
                        Map.of("X-Echo", request.authorization())));
        for (Credential credential : List.of(
                Credential.bearer("erp-key"),
                Credential.basic("ada", "erp-key"),
                Credential.basic("ada", "erp-key").altered())) {
            Answer answer = send(server.uri("/echo"), credential);
            assertThat(answer.toString())
                    .doesNotContain(
                            "value",
                            "xalue",
                            "s3cret",
                            TestServer.basic("ada", VALUE).substring(6))
                    .contains("[secret]");
        }
    }

    @Test
    void aRedirectThatCarriesTheSecretElsewhereIsNotTold() {
        server.on("/leak", Response.redirect("http://s3cretvalue1.evil.example/?key=" + VALUE));
        GuardTestData data = data().holding("host-like", "S3cretValue1", server.hostAndPort());
        try (GuardedClient client = data.client();
                TimeLimit limit = client.limit(Duration.ofSeconds(5))) {
            assertThatExceptionOfType(HostNotAllowed.class)
                    .isThrownBy(
                            () -> client.send(Call.to(server.uri("/leak")).with(Credential.bearer("erp-key")), limit))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContainIgnoringCase("s3cret"));
        }
    }

    /** With every log switched on, as somebody might who looks for a fault. */
    @Test
    void noLogShowsASecret() throws CallFailed {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        var appender = new ListAppender<ILoggingEvent>();
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
        try {
            server.on("/leak", Response.redirect("http://evil.example/?key=" + VALUE))
                    .on("/", Response.json("{}"));
            send(server.uri("/"), Credential.bearer("erp-key"));
            assertThatExceptionOfType(HostNotAllowed.class)
                    .isThrownBy(() -> send(server.uri("/leak"), Credential.bearer("erp-key")));
            assertThatExceptionOfType(SecretNotUsable.class)
                    .isThrownBy(() -> send(evil.uri("/"), Credential.bearer("erp-key")));
        } finally {
            root.setLevel(before);
            root.detachAppender(appender);
        }
        assertThat(appender.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(message -> message.contains("Outgoing call refused"))
                .noneMatch(message -> message.contains("s3cret"));
    }

    @Test
    void namesAreFoundAsEnvironmentVariablesSpellThem() {
        Secrets secrets = guard().holding("auroraerpkey", VALUE, "localhost:1").secrets();
        assertThat(secrets.isKnown("aurora-erp-key")).isTrue();
        assertThat(secrets.isKnown("aurora-erp")).isFalse();
        assertThat(secrets.isKnown(null)).isFalse();
    }

    @Test
    void nothingPrintsAValue() {
        assertThat(data().secrets().toString()).contains("erpkey").doesNotContain(VALUE);
        var held = new SecretProperties.Held(VALUE, List.of("localhost:1"));
        assertThat(held.toString()).contains("localhost:1").doesNotContain(VALUE);
        assertThat(new SecretProperties(Map.of("erp-key", held)).toString()).doesNotContain(VALUE);
    }

    @Test
    void credentialsAreDescribedByNames() {
        assertThat(Credential.basic("ada", "erp-key").altered().described())
                .isEqualTo("account ada with secret erp-key, altered");
        assertThat(Credential.bearer("erp-key").described()).isEqualTo("bearer token of secret erp-key");
        assertThat(Credential.none().altered().described()).isEqualTo("none");
    }
}

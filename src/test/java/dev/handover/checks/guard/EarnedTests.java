package dev.handover.checks.guard;

import static dev.handover.checks.guard.GuardTestData.guard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.core.JsonPointer;
import dev.handover.checks.TestServer;
import dev.handover.checks.TestServer.Response;
import dev.handover.checks.guard.Call.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A token that a server gives is as secret as the password it was given for. */
class EarnedTests {

    private static final String TOKEN = "eyJhbGci/T0ken+Value.part-2";
    private static final String REFRESH = "refresh-me-0123456789";
    private static final JsonPointer WHERE = JsonPointer.compile("/access_token");

    @AutoClose
    private final TestServer server = TestServer.start();

    @AutoClose
    private final TestServer friend = TestServer.start();

    @AutoClose
    private final TestServer evil = TestServer.start();

    private final GuardTestData data = guard().allowingPrivate(server.hostAndPort(), "http")
            .allowingPrivate(friend.hostAndPort(), "http")
            .allowingPrivate(evil.hostAndPort(), "http")
            .holding("password", "s3cret-value", server.hostAndPort(), friend.hostAndPort())
            .holding("client", "cl1ent-value", server.hostAndPort());

    @AutoClose
    private final GuardedClient client = data.client();

    @AutoClose
    private final TimeLimit limit = client.limit(Duration.ofSeconds(10));

    private final Earnings earnings = data.secrets().newEarnings();

    @BeforeEach
    void giveTokens() {
        server.on("/token", Response.json("""
                {"access_token": "%s", "refresh_token": "%s", "expires_in": 300}
                """.formatted(TOKEN, REFRESH)));
    }

    private Call asking(String... secrets) {
        Field[] fields = java.util.Arrays.stream(secrets)
                .map(name -> Field.secret(name, name))
                .toArray(Field[]::new);
        return Call.to(server.uri("/token")).method(Method.POST).body(Body.form(fields));
    }

    private Earned earn(String... secrets) throws CallFailed {
        return client.earn(asking(secrets), WHERE, limit, earnings).earned().orElseThrow();
    }

    private Answer sendTo(TestServer where, String path, Credential credential) throws CallFailed {
        return client.send(Call.to(where.uri(path)).with(credential), limit, earnings);
    }

    @Test
    void theTokenIsSentToEveryHostThatTheSecretIsBoundTo() throws CallFailed {
        server.on("/", Response.json("{}"));
        friend.on("/", Response.json("{}"));
        Credential bearer = Credential.earnedBearer(earn("password"));
        sendTo(server, "/", bearer);
        sendTo(friend, "/", bearer);
        sendTo(friend, "/", bearer.altered());
        assertThat(friend.received())
                .extracting(TestServer.Received::authorization)
                .containsExactly("Bearer " + TOKEN, "Bearer " + Secrets.altered(TOKEN));
        assertThat(server.received().get(1).authorization()).isEqualTo("Bearer " + TOKEN);
    }

    @Test
    void theTokenIsNotSentToAnyOtherHost() throws CallFailed {
        evil.on("/", Response.json("{}"));
        Credential bearer = Credential.earnedBearer(earn("password"));
        assertThatExceptionOfType(SecretNotUsable.class)
                .isThrownBy(() -> sendTo(evil, "/", bearer))
                .withMessageContaining("password")
                .withMessageNotContaining(TOKEN);
        assertThat(evil.received()).isEmpty();
    }

    @Test
    void aTokenEarnedWithTwoSecretsGoesOnlyWhereBothMayGo() throws CallFailed {
        friend.on("/", Response.json("{}"));
        Credential bearer = Credential.earnedBearer(earn("password", "client"));
        assertThatExceptionOfType(SecretNotUsable.class)
                .isThrownBy(() -> sendTo(friend, "/", bearer))
                .withMessageContaining("client");
        assertThat(friend.received()).isEmpty();
    }

    @Test
    void aTokenEarnedWithATokenIsBoundAsTheFirstOne() throws CallFailed {
        evil.on("/", Response.json("{}"));
        Call exchange = Call.to(server.uri("/token")).with(Credential.earnedBearer(earn("password")));
        Earned second = client.earn(exchange, WHERE, limit, earnings).earned().orElseThrow();
        assertThatExceptionOfType(SecretNotUsable.class)
                .isThrownBy(() -> sendTo(evil, "/", Credential.earnedBearer(second)));
    }

    @Test
    void aTokenThatCostNothingGoesBackToItsGiverOnly() throws CallFailed {
        server.on("/", Response.json("{}"));
        Credential bearer = Credential.earnedBearer(earn());
        assertThat(sendTo(server, "/", bearer).status()).isEqualTo(200);
        assertThatExceptionOfType(SecretNotUsable.class).isThrownBy(() -> sendTo(friend, "/", bearer));
    }

    @Test
    void nobodySeesTheTokenNorItsCompanions() throws CallFailed {
        Harvest harvest = client.earn(asking("password"), WHERE, limit, earnings);
        assertThat(harvest.answer().body())
                .contains("\"access_token\": \"[secret]\"", "\"refresh_token\": \"[secret]\"", "300");
        Credential bearer = Credential.earnedBearer(harvest.earned().orElseThrow());
        assertThat(harvest.toString() + bearer + bearer.altered() + bearer.described() + earnings)
                .doesNotContain(TOKEN, Secrets.altered(TOKEN), REFRESH);
        assertThat(bearer.altered().described())
                .isEqualTo("bearer token given by %s, altered".formatted("http://" + server.hostAndPort()));
    }

    @Test
    void laterEchoesComeBackWithoutTheTokenInAnySpelling() throws CallFailed {
        String hex = HexFormat.of().formatHex(TOKEN.getBytes(StandardCharsets.UTF_8));
        String base64 = Base64.getUrlEncoder().encodeToString(("x" + TOKEN).getBytes(StandardCharsets.UTF_8));
        String percent = java.net.URLEncoder.encode(TOKEN, StandardCharsets.UTF_8);
        String json = TOKEN.replace("/", "\\/");
        server.on(
                "/echo",
                request -> Response.json("%s|%s|%s|%s|%s|%s"
                                .formatted(request.authorization(), hex, base64, percent, json, Secrets.altered(TOKEN)))
                        .with("X-Echo", TOKEN));
        Answer answer = sendTo(server, "/echo", Credential.earnedBearer(earn("password")));
        assertThat(answer.body()).isEqualTo("Bearer [secret]|[secret]|[secret]|[secret]|[secret]|[secret]");
        assertThat(answer.headers()).containsEntry("x-echo", "[secret]");
    }

    @Test
    void aRedirectThatCarriesTheTokenElsewhereIsNeitherToldNorLogged() throws CallFailed {
        server.on("/leak", Response.redirect("http://nowhere.example/?t=" + TOKEN))
                .on("/loop", Response.redirect("/loop?t=" + TOKEN));
        Credential bearer = Credential.earnedBearer(earn("password"));
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        var appender = new ListAppender<ILoggingEvent>();
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
        try {
            assertThatExceptionOfType(HostNotAllowed.class)
                    .isThrownBy(() -> sendTo(server, "/leak", bearer))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain(TOKEN));
            assertThatExceptionOfType(CallFailed.class)
                    .isThrownBy(() -> sendTo(server, "/loop", bearer))
                    .satisfies(e ->
                            assertThat(e.getMessage()).doesNotContain(TOKEN).contains("[secret]"));
        } finally {
            root.setLevel(before);
            root.detachAppender(appender);
        }
        // The server of the test, which knows the token, logs what it is asked.
        assertThat(appender.list)
                .isNotEmpty()
                .filteredOn(event -> !event.getLoggerName().startsWith("com.sun.net.httpserver"))
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(message -> message.contains("T0ken"));
    }

    @Test
    void whatOneCheckEarnsIsUnknownToTheNext() throws CallFailed {
        earn("password");
        Earnings next = data.secrets().newEarnings();
        assertThat(earnings.redact(TOKEN)).isEqualTo("[secret]");
        assertThat(next.redact(TOKEN)).isEqualTo(TOKEN);
        assertThat(next.redact("s3cret-value")).isEqualTo("[secret]");
    }

    @Test
    void aTokenThatContainsASecretLeavesNothingOfItself() throws CallFailed {
        server.on("/mixed", Response.json("{\"access_token\": \"abc.s3cret-value.xyz\"}"));
        Call call = asking("password").at(server.uri("/mixed"));
        assertThat(client.earn(call, WHERE, limit, earnings).answer().body())
                .isEqualTo("{\"access_token\": \"[secret]\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"access_token\": 17}",
                "{\"access_token\": \"tiny\"}",
                "{\"access_token\": \"two words\"}",
                "{\"access_token\": {\"value\": \"abcdefgh\"}}",
                "not JSON",
                ""
            })
    void anAnswerWithoutATokenEarnsNothing(String body) throws CallFailed {
        server.on("/none", Response.json(body));
        assertThat(client.earn(asking("password").at(server.uri("/none")), WHERE, limit, earnings)
                        .earned())
                .isEmpty();
    }

    @Test
    void aRefusalEarnsNothingWhateverItHolds() throws CallFailed {
        server.on("/no", Response.json(401, "{\"access_token\": \"abcdefgh\"}"));
        Harvest harvest = client.earn(asking("password").at(server.uri("/no")), WHERE, limit, earnings);
        assertThat(harvest.earned()).isEmpty();
        assertThat(harvest.answer().status()).isEqualTo(401);
    }

    @Test
    void aTokenThatAnotherPlaceGivesIsNotTaken() {
        server.on("/moved", Response.redirect(evil.uri("/token").toString()));
        evil.on("/token", Response.json("{\"access_token\": \"abcdefgh\"}"));
        assertThatExceptionOfType(CallFailed.class)
                .isThrownBy(() -> client.earn(Call.to(server.uri("/moved")), WHERE, limit, earnings))
                .withMessageContaining("another place");
    }

    @Test
    void aServerThatGivesTokensWithoutEndIsStopped() {
        var many = new StringBuilder("{\"access_token\": \"abcdefgh\", \"more\": [");
        for (int i = 0; i < 300; i++) {
            many.append("\"token-number-%010d\",".formatted(i));
        }
        server.on("/many", Response.json(many.append("0]}").toString()));
        assertThatExceptionOfType(CallFailed.class)
                .isThrownBy(() -> client.earn(asking("password").at(server.uri("/many")), WHERE, limit, earnings))
                .withMessageContaining("more cookies or tokens");
    }
}

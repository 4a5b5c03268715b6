package dev.handover.checks.guard;

import static dev.handover.checks.guard.GuardTestData.guard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.handover.checks.TestServer;
import dev.handover.checks.TestServer.Response;
import dev.handover.checks.guard.Call.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that carry something: what arrives, and what never goes where it was not meant to go. */
class SendingTests {

    private static final String VALUE = "s3cret/value+1 ö";

    @AutoClose
    private final TestServer server = TestServer.start();

    @AutoClose
    private final TestServer evil = TestServer.start();

    private GuardTestData data() {
        return guard().allowingPrivate(server.hostAndPort(), "http")
                .allowingPrivate(evil.hostAndPort(), "http")
                .holding("password", VALUE, server.hostAndPort())
                .holding("key", "k3y-value", server.hostAndPort());
    }

    private Answer send(Call call) throws CallFailed {
        try (GuardedClient client = data().client();
                TimeLimit limit = client.limit(Duration.ofSeconds(5))) {
            return client.send(call, limit);
        }
    }

    private Call toServer(String path) {
        return Call.to(server.uri(path));
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void everyMethodArrivesWithItsBody(Method method) throws CallFailed {
        server.on("/", Response.json("{}"));
        send(toServer("/a?b=c").method(method).body(Body.json("{\"title\":\"Prüfung\"}")));
        assertThat(server.received()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo(method.name());
            assertThat(request.query()).isEqualTo("b=c");
            assertThat(request.body()).isEqualTo("{\"title\":\"Prüfung\"}");
            assertThat(request.header("content-type")).isEqualTo("application/json");
        });
    }

    @Test
    void aCallWithoutBodySaysThatItSendsNothing() throws CallFailed {
        server.on("/", Response.json("{}"));
        send(toServer("/").method(Method.DELETE));
        send(toServer("/"));
        assertThat(server.received())
                .extracting(request -> request.header("content-length"))
                .containsExactly("0", null);
    }

    @Test
    void headersOfTheCallReplaceThoseThatEveryCallHas() throws CallFailed {
        server.on("/", Response.json("{}"));
        send(toServer("/")
                .method(Method.PATCH)
                .header("Accept", "text/csv")
                .header("content-type", "application/merge-patch+json")
                .header("X-Plant", "Hamburg")
                .body(Body.json("{}")));
        assertThat(server.received()).singleElement().satisfies(request -> {
            assertThat(request.header("accept")).isEqualTo("text/csv");
            assertThat(request.header("content-type")).isEqualTo("application/merge-patch+json");
            assertThat(request.header("x-plant")).isEqualTo("Hamburg");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host",
                "authorization",
                "Cookie",
                "CONTENT-LENGTH",
                "Transfer-Encoding",
                "Connection",
                "Upgrade",
                "TE",
                "Proxy-Authorization",
                "Expect",
                "X Plant",
                "X-Plant:",
                "",
                "X-Plänt",
                "X\r\nHost"
            })
    void someHeadersAreNotTheCallsToSet(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> toServer("/").header(name, "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nHost: evil", "a\nb", "a\u0000b", "a\u0085b", "snowman \u2603"})
    void noHeaderValueBreaksOutOfItsLine(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> toServer("/").header("X-Plant", value));
    }

    @Test
    void aFormCarriesThePlainFieldsAndTheSecret() throws CallFailed {
        server.on("/", Response.json("{}"));
        Field password = Field.secret("password", "password");
        send(toServer("/").method(Method.POST).body(Body.form(Field.plain("user & name", "ada=1"), password)));
        send(toServer("/").method(Method.POST).body(Body.form(password.altered())));
        assertThat(server.received())
                .extracting(TestServer.Received::body)
                .containsExactly(
                        "user+%26+name=ada%3D1&password=s3cret%2Fvalue%2B1+%C3%B6",
                        "password=s3cret%2Fvxlue%2B1+%C3%B6");
        assertThat(server.received().get(0).header("content-type")).isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void aSecretInAFormGoesOnlyToTheHostItIsBoundTo() {
        evil.on("/", Response.json("{}"));
        Body form = Body.form(Field.secret("password", "password"));
        assertThatExceptionOfType(SecretNotUsable.class)
                .isThrownBy(
                        () -> send(Call.to(evil.uri("/")).method(Method.POST).body(form)))
                .withMessageContaining(evil.hostAndPort())
                .withMessageNotContaining("s3cret");
        assertThat(evil.received()).isEmpty();
    }

    @Test
    void aKeyInAHeaderGoesOnlyToTheHostItIsBoundTo() throws CallFailed {
        server.on("/", Response.json("{}"));
        evil.on("/", Response.json("{}"));
        Credential key = Credential.header("X-Api-Key", "key");
        send(toServer("/").with(key));
        send(toServer("/").with(key.altered()));
        assertThatExceptionOfType(SecretNotUsable.class)
                .isThrownBy(() -> send(Call.to(evil.uri("/")).with(key)));
        assertThat(server.received())
                .extracting(request -> request.header("x-api-key"))
                .containsExactly("k3y-value", "k3y-xalue");
        assertThat(evil.received()).isEmpty();
        assertThat(key.altered().described()).isEqualTo("header X-Api-Key with secret key, altered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "Cookie", "Transfer-Encoding", "X Key"})
    void aKeyCannotBeSentInAHeaderThatMeansSomethingElse(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Credential.header(name, "key"));
    }

    @Test
    void anEchoOfTheFormComesBackWithoutTheSecretInAnySpelling() throws CallFailed {
        String base64 = Base64.getEncoder().encodeToString(("u:" + VALUE).getBytes(StandardCharsets.UTF_8));
        String hex = HexFormat.of().formatHex(VALUE.getBytes(StandardCharsets.UTF_8));
        server.on(
                "/",
                request -> Response.json("%s %s %s %s".formatted(request.body(), VALUE, base64, hex))
                        .with("X-Echo", request.body()));
        Answer answer = send(toServer("/").method(Method.POST).body(Body.form(Field.secret("password", "password"))));
        assertThat(answer.body()).isEqualTo("password=[secret] [secret] [secret] [secret]");
        assertThat(answer.headers()).containsEntry("x-echo", "password=[secret]");
    }

    @ParameterizedTest
    @CsvSource({"307, POST", "308, PUT", "307, DELETE", "301, PATCH", "302, PUT"})
    void aRedirectWithinTheOriginRepeatsMethodAndBody(int status, Method method) throws CallFailed {
        server.on("/start", Response.redirect(status, "/next")).on("/next", Response.json("{}"));
        send(toServer("/start").method(method).header("X-Plant", "1").body(Body.json("[1]")));
        assertThat(server.received().get(1)).satisfies(request -> {
            assertThat(request.method()).isEqualTo(method.name());
            assertThat(request.body()).isEqualTo("[1]");
            assertThat(request.header("x-plant")).isEqualTo("1");
        });
    }

    @ParameterizedTest
    @CsvSource({"301, POST", "302, POST", "303, POST", "303, PUT", "303, DELETE"})
    void aRedirectToTheResultFetchesIt(int status, Method method) throws CallFailed {
        server.on("/start", Response.redirect(status, "/next")).on("/next", Response.json("{}"));
        send(toServer("/start").method(method).with(Credential.bearer("key")).body(Body.json("[1]")));
        assertThat(server.received().get(1)).satisfies(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.body()).isEmpty();
            assertThat(request.header("content-type")).isNull();
            assertThat(request.authorization()).isEqualTo("Bearer k3y-value");
        });
    }

    @ParameterizedTest
    @CsvSource({"307, POST", "308, PUT", "307, DELETE", "308, PATCH", "301, PUT", "302, DELETE"})
    void aHostThatWantsTheBodyElsewhereDoesNotGetItThere(int status, Method method) {
        server.on("/start", Response.redirect(status, evil.uri("/").toString()));
        evil.on("/", Response.json("{}"));
        assertThatExceptionOfType(CallFailed.class)
                .isThrownBy(() ->
                        send(toServer("/start").method(method).body(Body.form(Field.secret("password", "password")))))
                .withMessageContaining("another place")
                .withMessageNotContaining("s3cret");
        assertThat(evil.received()).isEmpty();
    }

    @Test
    void aBodyOfAGetDoesNotGoElsewhereEither() {
        server.on("/start", Response.redirect(302, evil.uri("/").toString()));
        assertThatExceptionOfType(CallFailed.class)
                .isThrownBy(() -> send(toServer("/start").body(Body.json("[1]"))))
                .withMessageContaining("another place");
        assertThat(evil.received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"303, POST", "302, POST", "302, GET", "307, GET"})
    void nothingButTheAddressGoesToAnotherOrigin(int status, Method method) throws CallFailed {
        server.on("/start", Response.redirect(status, evil.uri("/").toString())).on("/back", Response.json("{}"));
        evil.on("/", Response.redirect(server.uri("/back").toString()));
        Body body = method == Method.GET ? Body.none() : Body.json("[1]");
        send(toServer("/start")
                .method(method)
                .header("X-Plant", "1")
                .with(Credential.header("X-Api-Key", "key"))
                .body(body));
        for (var later :
                java.util.List.of(evil.received().get(0), server.received().get(1))) {
            assertThat(later.method()).isEqualTo("GET");
            assertThat(later.body()).isEmpty();
            assertThat(later.headers()).doesNotContainKeys("X-Plant", "X-Api-Key", "Content-Type");
        }
    }

    @Test
    void aCallIsDescribedWithoutValues() {
        Body form = Body.form(
                Field.plain("user", "ada"), Field.secret("password", "password").altered());
        assertThat(form.described()).isEqualTo("user=ada&password=(secret password, altered)");
        assertThat(toServer("/").header("X-Plant", "Hamburg").toString()).doesNotContain("Hamburg");
    }
}

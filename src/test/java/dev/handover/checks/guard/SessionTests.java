package dev.handover.checks.guard;

import static dev.handover.checks.guard.GuardTestData.guard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.handover.checks.TestServer;
import dev.handover.checks.TestServer.Response;
import dev.handover.checks.guard.Call.Method;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cookies go back to who set them, and to nobody's eyes. */
class SessionTests {

    private static final Place HTTP = Place.of(URI.create("http://app.example.com:8080"));
    private static final Place HTTPS = Place.of(URI.create("https://app.example.com"));

    @AutoClose
    private final TestServer server = TestServer.start();

    @AutoClose
    private final TestServer other = TestServer.start();

    private final GuardTestData data = guard().allowingPrivate(server.hostAndPort(), "http")
            .allowingPrivate(other.hostAndPort(), "http")
            .holding("password", "s3cret-value", server.hostAndPort());

    @AutoClose
    private final GuardedClient client = data.client();

    @AutoClose
    private final TimeLimit limit = client.limit(Duration.ofSeconds(10));

    private final Earnings earnings = data.secrets().newEarnings();
    private final Session session = earnings.newSession();

    private Answer send(URI uri) throws CallFailed {
        return client.send(Call.to(uri).in(session), limit, earnings);
    }

    private static URI at(Place place, String path) {
        return URI.create(place + path);
    }

    @Test
    void aLoginFormOpensASessionThatLaterCallsHave() throws CallFailed {
        server.on("/login", Response.redirect(303, "/home").with("Set-Cookie", "SID=abcdef123; Path=/; HttpOnly"))
                .on("/home", request -> Response.json("{\"cookie\":\"%s\"}".formatted(request.header("cookie"))));
        assertThat(session.isOpen()).isFalse();
        Answer answer = client.send(
                Call.to(server.uri("/login"))
                        .method(Method.POST)
                        .body(Body.form(Field.plain("user", "ada"), Field.secret("password", "password")))
                        .in(session),
                limit,
                earnings);
        send(server.uri("/home"));
        assertThat(session.isOpen()).isTrue();
        assertThat(server.received())
                .extracting(request -> request.header("cookie"))
                .containsExactly(null, "SID=abcdef123", "SID=abcdef123");
        assertThat(answer.body()).isEqualTo("{\"cookie\":\"SID=[secret]\"}");
        assertThat(answer.headers()).doesNotContainKey("set-cookie");
        assertThat(session.toString() + earnings).doesNotContain("abcdef123");
    }

    @Test
    void aCookieDoesNotGoToAnotherPortNorAlongWithARedirect() throws CallFailed {
        server.on("/set", Response.redirect(other.uri("/").toString()).with("Set-Cookie", "SID=abcdef123; Path=/"));
        other.on("/", Response.json("{}").with("Set-Cookie", "OTHER=ghijkl456"));
        send(server.uri("/set"));
        send(other.uri("/"));
        send(server.uri("/set"));
        assertThat(other.received())
                .extracting(request -> request.header("cookie"))
                .containsExactly(null, "OTHER=ghijkl456", "OTHER=ghijkl456");
        assertThat(server.received().get(1).header("cookie")).isEqualTo("SID=abcdef123");
    }

    @Test
    void theNextCheckBeginsWithoutCookies() throws CallFailed {
        server.on("/", Response.json("{}").with("Set-Cookie", "SID=abcdef123"));
        send(server.uri("/"));
        Earnings next = data.secrets().newEarnings();
        assertThat(next.redact("abcdef123")).isEqualTo("abcdef123");
        client.send(Call.to(server.uri("/")).in(next.newSession()), limit, next);
        assertThat(server.received().get(1).header("cookie")).isNull();
    }

    @Test
    void severalCookiesAreKeptAndReplacedAndTakenBack() throws CallFailed {
        session.keep(List.of("a=aaaaaa1", "b=bbbbbb1; Path=/deep"), HTTP, at(HTTP, "/"));
        assertThat(session.header(HTTP, at(HTTP, "/deep/x"))).contains("b=bbbbbb1; a=aaaaaa1");
        session.keep(List.of("a=aaaaaa2"), HTTP, at(HTTP, "/x"));
        assertThat(session.header(HTTP, at(HTTP, "/"))).contains("a=aaaaaa2");
        session.keep(List.of("a=gone; Max-Age=0", "b=; Path=/deep"), HTTP, at(HTTP, "/"));
        assertThat(session.isOpen()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/app,     /app,      true",
        "/app,     /app/x,    true",
        "/app/,    /app/x,    true",
        "/app,     /apple,    false",
        "/app,     /,         false",
        "/,        /any,      true"
    })
    void aCookieGoesToItsPathAndBelow(String path, String request, boolean goes) throws CallFailed {
        session.keep(List.of("a=aaaaaa1; Path=" + path), HTTP, at(HTTP, "/"));
        assertThat(session.header(HTTP, at(HTTP, request)).isPresent()).isEqualTo(goes);
    }

    @Test
    void withoutAPathACookieStaysInTheDirectoryThatSetIt() throws CallFailed {
        session.keep(List.of("a=aaaaaa1; Path=relative"), HTTP, at(HTTP, "/app/login"));
        assertThat(session.header(HTTP, at(HTTP, "/app/x"))).isPresent();
        assertThat(session.header(HTTP, at(HTTP, "/x"))).isEmpty();
    }

    @Test
    void aSecureCookieNeverComesFromNorGoesToPlainHttp() throws CallFailed {
        session.keep(List.of("a=aaaaaa1; Secure"), HTTP, at(HTTP, "/"));
        session.keep(List.of("a=aaaaaa1; secure"), HTTPS, at(HTTPS, "/"));
        assertThat(session.header(HTTP, at(HTTP, "/"))).isEmpty();
        assertThat(session.header(HTTPS, at(HTTPS, "/"))).contains("a=aaaaaa1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=aaaaaa1; Domain=evil.example",
                "a=aaaaaa1; Domain=other.example.com",
                "a=aaaaaa1; Path=/; domain=.evil.example",
                "=aaaaaa1",
                "aaaaaa1",
                "",
                "a b=aaaaaa1",
                "a=aaa aaa1",
                "a=aaa,aaa1",
                "a=aaa\"aaa",
                "a=ääääää"
            })
    void whatIsOddOrForAnotherHostIsNotKept(String header) {
        assertThat(Cookie.parse(header, HTTP, "/")).isEmpty();
    }

    @Test
    void aCookieForTheWholeDomainStaysWithTheHost() throws CallFailed {
        Place neighbour = Place.of(URI.create("http://shop.example.com:8080"));
        session.keep(List.of("a=aaaaaa1; Domain=.example.com"), HTTP, at(HTTP, "/"));
        assertThat(session.header(HTTP, at(HTTP, "/"))).isPresent();
        assertThat(session.header(neighbour, at(neighbour, "/"))).isEmpty();
    }

    @Test
    void aQuotedValueIsReadAndNothingPrintsIt() {
        Optional<Cookie> cookie = Cookie.parse("a=\"aaaaaa1\"", HTTP, "/");
        assertThat(cookie).hasValueSatisfying(it -> {
            assertThat(it.value()).isEqualTo("aaaaaa1");
            assertThat(it.toString()).isEqualTo("Cookie[a, /]");
        });
        assertThat(Cookie.parse("a=" + "x".repeat(5_000), HTTP, "/")).isEmpty();
    }

    @Test
    void aServerThatSetsCookiesWithoutEndIsStopped() {
        List<String> cookies =
                IntStream.range(0, 60).mapToObj("c%1$d=value-%1$d"::formatted).toList();
        assertThatExceptionOfType(CallFailed.class)
                .isThrownBy(() -> session.keep(cookies, HTTP, at(HTTP, "/")))
                .withMessageContaining("50 cookies");
    }

    @Test
    void aSessionThatRenewsItselfWithEachAnswerIsKeptForAWhile() throws CallFailed {
        for (int i = 0; i < 150; i++) {
            session.keep(List.of("SID=renewed-%d".formatted(i)), HTTP, at(HTTP, "/"));
        }
        assertThat(session.header(HTTP, at(HTTP, "/"))).contains("SID=renewed-149");
        assertThat(earnings.redact("renewed-0 renewed-149")).isEqualTo("[secret] [secret]");
    }
}

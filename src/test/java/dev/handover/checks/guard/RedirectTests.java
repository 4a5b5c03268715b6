package dev.handover.checks.guard;

import static dev.handover.checks.guard.GuardTestData.guard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.handover.checks.TestServer;
import dev.handover.checks.TestServer.Response;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a called server says about where to go next is as little trusted as what a plan says. */
class RedirectTests {

    @AutoClose
    private final TestServer server = TestServer.start();

    @AutoClose
    private final TestServer other = TestServer.start();

    private GuardTestData data() {
        return guard().allowingPrivate(server.hostAndPort(), "http")
                .holding("key", "s3cret-value", server.hostAndPort());
    }

    private static Answer send(GuardTestData data, Call call) throws CallFailed {
        try (GuardedClient client = data.client();
                TimeLimit limit = client.limit(Duration.ofSeconds(5))) {
            return client.send(call, limit);
        }
    }

    @Test
    void redirectsWithinTheHostAreFollowedWithTheCredential() throws CallFailed {
        server.on("/start", Response.redirect("/next?x=1"))
                .on(
                        "/next",
                        request -> Response.json("{\"authorized\":%b}".formatted(request.authorization() != null)));
        Answer answer = send(data(), Call.to(server.uri("/start")).with(Credential.bearer("key")));
        assertThat(answer.body()).isEqualTo("{\"authorized\":true}");
        assertThat(answer.uri()).isEqualTo(server.uri("/next?x=1").toString());
        assertThat(answer.redirects()).containsExactly(server.uri("/start").toString());
    }

    @Test
    void theCredentialDoesNotGoAlongToAnotherHostNorBackAgain() throws CallFailed {
        server.on("/start", Response.redirect(other.uri("/away").toString())).on("/back", Response.json("{}"));
        other.on("/away", Response.redirect(server.uri("/back").toString()));
        GuardTestData data = data().allowingPrivate(other.hostAndPort(), "http");
        send(data, Call.to(server.uri("/start")).with(Credential.bearer("key")));
        assertThat(server.received().get(0).authorization()).isEqualTo("Bearer s3cret-value");
        assertThat(other.received())
                .singleElement()
                .satisfies(request -> assertThat(request.authorization()).isNull());
        assertThat(server.received().get(1).authorization()).isNull();
    }

    @Test
    void anotherPortOfTheSameHostIsAnotherPlaceAndMustBeAllowedItself() {
        server.on("/start", Response.redirect(other.uri("/internal").toString()));
        assertThatExceptionOfType(HostNotAllowed.class)
                .isThrownBy(() -> send(data(), Call.to(server.uri("/start"))))
                .withMessageContaining("Redirected by " + server.uri("/start"))
                .withMessageContaining(other.hostAndPort());
        assertThat(other.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "//127.0.0.1:%d/",
                "http://[::1]:%d/",
                "http://2130706433:%d/",
                "http://localhost.:%d/",
                "http://user@localhost:%d/",
                "http://[::ffff:127.0.0.1]:%d/"
            })
    void everyHopPassesTheGate(String location) {
        server.on("/start", Response.redirect(location.formatted(other.port())));
        assertThatExceptionOfType(HostNotAllowed.class).isThrownBy(() -> send(data(), Call.to(server.uri("/start"))));
        assertThat(other.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://localhost/", "gopher://localhost/", "javascript:alert(1)", "data:,x"
            })
    void otherSchemesAreNotFollowed(String location) {
        server.on("/start", Response.redirect(location));
        assertThatExceptionOfType(CallFailed.class)
                .isThrownBy(() -> send(data(), Call.to(server.uri("/start"))))
                .withMessageContaining("neither http nor https");
    }

    @Test
    void aLocationThatIsNoAddressIsNotFollowed() {
        server.on("/start", Response.redirect("http://a b/"));
        assertThatExceptionOfType(CallFailed.class)
                .isThrownBy(() -> send(data(), Call.to(server.uri("/start"))))
                .withMessageContaining("not an address");
    }

    @Test
    void fiveRedirectsAreFollowedAndNotASixth() throws CallFailed {
        server.on("/", request -> {
            int left = Integer.parseInt(request.path().substring(1));
            return left == 0 ? Response.json("{}") : Response.redirect("/" + (left - 1));
        });
        assertThat(send(data(), Call.to(server.uri("/5"))).redirects()).hasSize(5);
        assertThatExceptionOfType(CallFailed.class)
                .isThrownBy(() -> send(data(), Call.to(server.uri("/50"))))
                .withMessageContaining("more than 5 redirects");
    }

    @Test
    void aRedirectIsAnAnswerToWhoWantsTheAnswerOfThatVeryAddress() throws CallFailed {
        server.on("/start", Response.redirect("/login"));
        Answer answer = send(data(), Call.to(server.uri("/start")).withoutRedirects());
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers()).containsEntry("location", "/login");
    }

    @Test
    void httpsDoesNotFallBackToHttp() {
        try (TestServer secure = TestServer.startTls(Certificates.valid().serverContext())) {
            secure.on("/start", Response.redirect(server.uri("/plain").toString()));
            GuardTestData data =
                    data().allowingPrivate(secure.hostAndPort(), "https").trusting(Certificates.trustingAll());
            assertThatExceptionOfType(CallFailed.class)
                    .isThrownBy(() -> send(data, Call.to(secure.uri("/start"))))
                    .withMessageContaining("redirects from https to http");
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void httpMayMoveToHttps() throws CallFailed {
        try (TestServer secure = TestServer.startTls(Certificates.valid().serverContext())) {
            server.on("/start", Response.redirect(secure.uri("/safe").toString()));
            secure.on("/safe", Response.json("{}"));
            GuardTestData data =
                    data().allowingPrivate(secure.hostAndPort(), "https").trusting(Certificates.trustingAll());
            assertThat(send(data, Call.to(server.uri("/start"))).status()).isEqualTo(200);
        }
    }
}

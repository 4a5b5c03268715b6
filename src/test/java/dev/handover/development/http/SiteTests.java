package dev.handover.development.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SiteTests {

    private final Site site = open(
            0,
            new Routes()
                    .get("/", request -> Response.text(200, "home"))
                    .get("/things/{id}", request -> Response.text(200, request.variable("id")))
                    .get(
                            "/echo",
                            request -> Response.text(200, request.query("say").orElse("nothing")))
                    .post(
                            "/echo",
                            request -> Response.text(200, request.form("say").orElse("nothing")))
                    .get("/fault", request -> {
                        throw new IllegalStateException("secret of the fault");
                    }));

    private final Caller caller = new Caller(site.url());

    private static Site open(int port, Handler handler) {
        return Site.open("test site", new InetSocketAddress(InetAddress.getLoopbackAddress(), port), handler);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void answersByPathAndVariable() {
        assertThat(caller.get("/").body()).isEqualTo("home");
        assertThat(caller.get("/things/a-1.b_c").body()).isEqualTo("a-1.b_c");
    }

    @Test
    void anUnknownPathIsNotFoundAndAWrongMethodIsNamed() {
        assertThat(caller.get("/things/a/b").status()).isEqualTo(404);
        assertThat(caller.get("/things/%2e%2e%2fetc").status()).isEqualTo(404);
        var wrong = caller.delete("/echo");
        assertThat(wrong.status()).isEqualTo(405);
        assertThat(wrong.header("Allow")).isEqualTo("GET, POST");
    }

    @Test
    void parametersAreDecoded() {
        assertThat(caller.get("/echo?a=1&say=caf%C3%A9+%26+more&say=later").body())
                .isEqualTo("caf\u00e9 & more");
        assertThat(caller.get("/echo?say=%20").body()).isEqualTo("nothing");
        assertThat(caller.post("/echo", Map.of("say", "a=b&c")).body()).isEqualTo("a=b&c");
        assertThat(caller.post("/echo", Map.of("say", "%")).body()).isEqualTo("%");
    }

    @Test
    void aBadlyEncodedParameterIsABadRequest() {
        var answer = caller.postJson("/echo", "say=%zz");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aBodyThatIsTooLargeIsABadRequest() {
        assertThat(caller.postJson("/echo", "x".repeat(Request.LONGEST_BODY + 1))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aFaultTellsTheCallerNothing() {
        var answer = caller.get("/fault");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void aPageOfAnotherSiteChangesNothing() {
        var form = Map.of("say", "x");
        assertThat(caller.post("/echo", form, "Origin", "https://elsewhere.example")
                        .status())
                .isEqualTo(403);
        assertThat(caller.post("/echo", form, "Origin", "null").status()).isEqualTo(403);
        assertThat(caller.post("/echo", form, "Origin", site.url().toString()).status())
                .isEqualTo(200);
    }

    @Test
    void aPortInUseIsSaidPlainly() {
        assertThatIllegalStateException()
                .isThrownBy(() -> open(site.port(), new Routes()))
                .withMessageContaining("stop what uses that port");
    }
}

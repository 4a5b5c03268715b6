package dev.handover.checks.guard;

import static dev.handover.checks.RawServer.write;
import static dev.handover.checks.guard.GuardTestData.guard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.handover.checks.RawServer;
import dev.handover.checks.RawServer.Conversation;
import dev.handover.checks.TestServer;
import dev.handover.checks.TestServer.Response;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a host does, a call ends within its limit, with a reason. */
@Timeout(60)
class GuardedClientTests {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @AutoClose
    private final TestServer server = TestServer.start();

    private final CountDownLatch testEnds = new CountDownLatch(1);

    private static Answer send(GuardTestData data, URI uri) throws CallFailed {
        try (GuardedClient client = data.client();
                TimeLimit limit = client.limit(LIMIT)) {
            return client.send(Call.to(uri), limit);
        }
    }

    private GuardTestData data() {
        return guard().allowingPrivate(server.hostAndPort(), "http");
    }

    private static Answer sendTo(RawServer raw) throws CallFailed {
        return send(guard().allowingPrivate("localhost:" + raw.port(), "http"), raw.uri("/"));
    }

    /** Asserts that the call fails in time, and returns why. */
    private static CallFailed failureOf(Conversation conversation) {
        try (RawServer raw = RawServer.answering(conversation)) {
            long started = System.nanoTime();
            CallFailed[] failure = new CallFailed[1];
            assertThatExceptionOfType(CallFailed.class)
                    .isThrownBy(() -> sendTo(raw))
                    .satisfies(e -> failure[0] = e);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(LIMIT.plusSeconds(5));
            assertThat(failure[0]).hasMessageContaining("http://localhost:" + raw.port());
            return failure[0];
        }
    }

    @Test
    void anAnswerIsReadWithStatusHeadersAndBody() throws CallFailed {
        server.on("/a", request -> new Response(418, "application/json", "{\"ü\":1}", java.util.Map.of("ETag", "x")));
        Answer answer = send(data(), server.uri("/a?b=c d".replace(" ", "%20")));
        assertThat(answer.status()).isEqualTo(418);
        assertThat(answer.body()).isEqualTo("{\"ü\":1}");
        assertThat(answer.bytes()).isEqualTo(8);
        assertThat(answer.truncated()).isFalse();
        assertThat(answer.headers()).containsEntry("etag", "x").containsEntry("content-type", "application/json");
        assertThat(server.received()).singleElement().satisfies(request -> {
            assertThat(request.query()).isEqualTo("b=c%20d");
            assertThat(request.headers()).containsEntry("host", server.hostAndPort());
            assertThat(request.headers()).doesNotContainKeys("authorization", "cookie", "accept-encoding");
        });
    }

    @Test
    void aHostThatNeverAnswersIsGivenUpInTime() {
        CallFailed failure = failureOf((socket, out) -> testEnds.await());
        assertThat(failure).hasMessageContaining("no complete answer within 2.0 s");
        assertThat(failure.isTimeOver()).isTrue();
        testEnds.countDown();
    }

    @Test
    void aBodyThatDripsIsGivenUpInTime() {
        CallFailed failure = failureOf((socket, out) -> {
            write(out, OK + "Content-Length: 1000\r\n\r\n");
            while (!testEnds.await(50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                write(out, "x");
            }
        });
        assertThat(failure).hasMessageContaining("no complete answer within 2.0 s");
        testEnds.countDown();
    }

    @Test
    void aHeadThatDripsIsGivenUpInTime() {
        CallFailed failure = failureOf((socket, out) -> {
            write(out, OK);
            while (!testEnds.await(50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                write(out, "X");
            }
        });
        assertThat(failure).hasMessageContaining("no complete answer within 2.0 s");
        testEnds.countDown();
    }

    @Test
    void interimAnswersWithoutEndAreGivenUp() {
        CallFailed failure = failureOf((socket, out) -> {
            while (true) {
                write(out, "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
            }
        });
        assertThat(failure).hasMessageContaining("the head of the answer is too long");
    }

    @Test
    void aHeadWithoutEndIsGivenUp() {
        CallFailed failure = failureOf((socket, out) -> {
            write(out, OK);
            while (true) {
                write(out, "X-Filler: " + "x".repeat(1000) + "\r\n");
            }
        });
        assertThat(failure).hasMessageContaining("the head of the answer is too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 10737418240\r\n\r\n", "Connection: close\r\n\r\n"})
    void ofTenGigabytesOnly64KilobytesAreRead(String head) throws CallFailed {
        try (RawServer raw = RawServer.answering((socket, out) -> {
            write(out, OK + head);
            while (true) {
                write(out, "x".repeat(8192));
            }
        })) {
            Answer answer = sendTo(raw);
            assertThat(answer.truncated()).isTrue();
            assertThat(answer.bytes())
                    .isLessThanOrEqualTo(GuardedClient.ANSWER_LIMIT)
                    .isGreaterThan(40_000);
        }
    }

    @Test
    void chunksWithoutEndAreCutOff() throws CallFailed {
        try (RawServer raw = RawServer.answering((socket, out) -> {
            write(out, OK + "Transfer-Encoding: chunked\r\n\r\n");
            while (true) {
                write(out, "1000\r\n" + "x".repeat(4096) + "\r\n");
            }
        })) {
            assertThat(sendTo(raw).truncated()).isTrue();
        }
    }

    @Test
    void aResetConnectionIsSaidToBeReset() {
        assertThat(failureOf((socket, out) -> {
                    socket.setSoLinger(true, 0);
                    socket.close();
                }))
                .hasMessageContaining("the connection was reset");
    }

    @Test
    void aConnectionThatIsClosedEarlyIsSaidToBeClosed() {
        assertThat(failureOf((socket, out) -> socket.close()))
                .hasMessageContaining("closed before the answer was complete");
        assertThat(failureOf((socket, out) -> {
                    write(out, OK + "Content-Length: 1000\r\n\r\nhalf");
                    socket.close();
                }))
                .hasMessageContaining("closed before the answer was complete");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1 OK\r\n\r\n",
                "HTTP/1.1 000 No\r\n\r\n",
                "\u0000\u0001\u0002\r\n\r\n"
            })
    void whatIsNotHttpIsSaidNotToBe(String bytes) {
        assertThat(failureOf((socket, out) -> {
                    write(out, bytes);
                    socket.close();
                }))
                .message()
                .containsAnyOf("the answer is not HTTP", "closed before the answer was complete");
    }

    @Test
    void aRefusedConnectionIsSaidToBeRefused() throws IOException {
        int port;
        try (var unused = new ServerSocket(0)) {
            port = unused.getLocalPort();
        }
        assertThatExceptionOfType(CallFailed.class)
                .isThrownBy(() -> send(
                        guard().allowingPrivate("localhost:" + port, "http"), URI.create("http://localhost:" + port)))
                .withMessageContaining("connection refused");
    }

    @Test
    void aNameWithoutAddressIsSaidToHaveNone() {
        assertThatExceptionOfType(CallFailed.class)
                .isThrownBy(() ->
                        send(guard().allowing("unknown.example:443", "https"), URI.create("https://unknown.example")))
                .withMessageContaining("the name unknown.example has no address");
    }

    @Test
    void aNameServerThatNeverAnswersHoldsNobody() {
        GuardTestData data = guard().allowing("slow.example:443", "https");
        long started = System.nanoTime();
        try (GuardedClient client = data.client(name -> {
                    await(testEnds);
                    return java.util.List.of();
                });
                TimeLimit limit = client.limit(LIMIT)) {
            assertThatExceptionOfType(CallFailed.class)
                    .isThrownBy(() -> client.send(Call.to(URI.create("https://slow.example/")), limit))
                    .withMessageContaining("could not be looked up in time")
                    .satisfies(e -> assertThat(e.isTimeOver()).isTrue());
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(LIMIT.plusSeconds(5));
        testEnds.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theNextAddressIsTriedWhenTheFirstRefuses() throws CallFailed {
        server.on("/", Response.json("{}"));
        GuardTestData data = guard().allowingPrivate("two.example:" + server.port(), "http")
                .naming("two.example", "127.0.0.3", "127.0.0.1");
        assertThat(send(data, URI.create("http://two.example:" + server.port())).address())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void proxiesOfTheEnvironmentAreNotAsked() throws CallFailed {
        server.on("/", Response.json("{}"));
        try (RawServer proxy = RawServer.silent()) {
            String port = String.valueOf(proxy.port());
            System.setProperty("http.proxyHost", "localhost");
            System.setProperty("http.proxyPort", port);
            System.setProperty("http.nonProxyHosts", "");
            System.setProperty("socksProxyHost", "localhost");
            System.setProperty("socksProxyPort", port);
            try {
                assertThat(send(data(), server.uri("/")).status()).isEqualTo(200);
                assertThat(proxy.connections()).isZero();
            } finally {
                for (String name : java.util.List.of(
                        "http.proxyHost", "http.proxyPort", "http.nonProxyHosts", "socksProxyHost", "socksProxyPort")) {
                    System.clearProperty(name);
                }
            }
        }
    }

    @Test
    void aCapturedCopyHasTheBytesAsTheyCame() throws CallFailed {
        server.handling("/picture", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write(new byte[] {(byte) 0x89, 0, (byte) 0xff});
        });
        try (GuardedClient client = data().client()) {
            Fetched copy = client.fetch(server.uri("/picture"), 1000);
            assertThat(copy.bytes()).containsExactly(0x89, 0, 0xff);
            assertThat(copy.mediaType()).isEqualTo("image/png");
            assertThat(copy.status()).isEqualTo(200);
            assertThat(copy.truncated()).isFalse();
            assertThat(copy.uri()).isEqualTo(server.uri("/picture"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99_999, 100_000, 100_001})
    void aCapturedCopyIsCutAtWhatTheCallerWants(int maxBytes) throws CallFailed {
        server.on("/text", request -> new Response(200, "text/plain", "x".repeat(100_000), java.util.Map.of()));
        try (GuardedClient client = data().client()) {
            Fetched copy = client.fetch(server.uri("/text"), maxBytes);
            assertThat(copy.bytes()).hasSize(Math.min(maxBytes, 100_000));
            assertThat(copy.truncated()).isEqualTo(maxBytes < 100_000);
        }
    }

    @Test
    void aCapturedCopyThatTakesTooLongIsGivenUp() {
        try (RawServer raw = RawServer.silent();
                GuardedClient client = guard().allowingPrivate("localhost:" + raw.port(), "http")
                        .fetchingWithin(Duration.ofMillis(300))
                        .client()) {
            assertThatExceptionOfType(CallFailed.class)
                    .isThrownBy(() -> client.fetch(raw.uri("/"), 1000))
                    .withMessageContaining("no complete answer within 0.3 s");
        }
    }
}

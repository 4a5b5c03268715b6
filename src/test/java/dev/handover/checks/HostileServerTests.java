package dev.handover.checks;

import static dev.handover.checks.guard.GuardTestData.guard;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.checks.TestServer.Response;
import dev.handover.checks.guard.Certificates;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that mean no good, all asked in one run: each check ends in time, says why, and holds up no other. */
@Timeout(60)
class HostileServerTests {

    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final String BODY = "what-the-server-says";

    private final CountDownLatch testEnds = new CountDownLatch(1);
    private final AtomicLong sent = new AtomicLong();

    @AutoClose
    private final TestServer good = TestServer.start();

    @AutoClose
    private final TestServer badTls = TestServer.startTls(Certificates.expired().serverContext());

    @AutoClose
    private final RawServer hanging = RawServer.silent();

    @AutoClose
    private final RawServer dripping = RawServer.answering((socket, out) -> {
        RawServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
        while (!testEnds.await(1, TimeUnit.SECONDS)) {
            RawServer.write(out, "x");
        }
    });

    @AutoClose
    private final RawServer flooding = RawServer.answering((socket, out) -> {
        RawServer.write(out, "HTTP/1.1 500 Oh\r\nContent-Length: 10737418240\r\n\r\n" + BODY);
        flood(out);
    });

    @AutoClose
    private final RawServer resetting = RawServer.answering((socket, out) -> {
        socket.setSoLinger(true, 0);
        socket.close();
    });

    @AfterEach
    void letServersGo() {
        testEnds.countDown();
    }

    private void flood(OutputStream out) throws IOException {
        var block = new byte[64 * 1024];
        while (true) {
            out.write(block);
            sent.addAndGet(block.length);
        }
    }

    @Test
    void eachEndsInTimeWithItsReasonAndTheOthersAreAnswered() {
        good.on("/ok", Response.status(200));
        IntStream.range(0, 50).forEach(i -> good.on("/hop/" + i, Response.redirect("/hop/" + (i + 1))));
        var hostile = new LinkedHashMap<URI, String>();
        hostile.put(hanging.uri("/"), "no complete answer within 3.0 s");
        hostile.put(dripping.uri("/"), "no complete answer within 3.0 s");
        hostile.put(flooding.uri("/"), "500");
        hostile.put(good.uri("/hop/0"), "more than 5 redirects");
        hostile.put(resetting.uri("/"), "reset");
        hostile.put(badTls.uri("/"), "certificate");
        var guard = guard();
        hostile.keySet().forEach(uri -> guard.allowingPrivate(uri.getAuthority(), uri.getScheme()));
        try (var checks = new CheckTestData(guard, CheckTestData.within(LIMIT, Duration.ofSeconds(30)))) {
            var results = checks.runner().run(requests(hostile));
            assertThat(results.subList(0, 40)).allMatch(CheckResult::passed);
            var bad = results.subList(40, results.size());
            var reasons = List.copyOf(hostile.values());
            for (int i = 0; i < bad.size(); i++) {
                assertThat(bad.get(i).failed()).as(reasons.get(i)).isTrue();
                assertThat(bad.get(i).took()).isLessThanOrEqualTo(LIMIT.plusSeconds(5));
                assertThat(bad.get(i).observed()).contains(reasons.get(i)).doesNotContain(BODY);
            }
        }
        assertThat(sent).as("what the network buffers, and no gigabytes").hasValueLessThan(64L * 1024 * 1024);
    }

    private List<CheckRequest> requests(Map<URI, String> hostile) {
        var requests = new ArrayList<CheckRequest>();
        IntStream.range(0, 40).forEach(i -> requests.add(health("good-" + i, good.uri("/ok"))));
        hostile.keySet().forEach(uri -> requests.add(health("bad-" + uri, uri)));
        return requests;
    }

    private static CheckRequest health(String id, URI uri) {
        return new CheckRequest(id, "Health " + id, new CheckTarget.Health(uri));
    }
}

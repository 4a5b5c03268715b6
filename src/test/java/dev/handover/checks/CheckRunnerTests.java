package dev.handover.checks;

import static dev.handover.checks.guard.GuardTestData.guard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.handover.checks.TestServer.Response;
import dev.handover.checks.guard.GuardTestData;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CheckRunnerTests {

    @AutoClose
    private final TestServer server = TestServer.start();

    /** Accepts and never answers. */
    @AutoClose
    private final RawServer hanging = RawServer.silent();

    private final CountDownLatch testEnds = new CountDownLatch(1);
    private final GuardTestData guard = guard().allowingPrivate(server.hostAndPort(), "http")
            .allowingPrivate("localhost:" + hanging.port(), "http");

    @AfterEach
    void letServersGo() {
        testEnds.countDown();
    }

    private static CheckProperties properties(int parallel, int perHost, int checkMillis, int runMillis) {
        return new CheckProperties(
                parallel,
                perHost,
                Duration.ofMillis(checkMillis),
                Duration.ofMillis(checkMillis),
                Duration.ofMillis(checkMillis),
                Duration.ofMillis(runMillis));
    }

    private static CheckRequest health(String id, URI uri) {
        return new CheckRequest(id, "Health " + id, new CheckTarget.Health(uri));
    }

    private List<CheckRequest> many(int count, URI uri) {
        return IntStream.range(0, count)
                .mapToObj(i -> health("check-" + i, uri))
                .toList();
    }

    @Test
    void nothingToCheckYieldsNothing() {
        try (var checks = new CheckTestData(guard)) {
            assertThat(checks.runner().run(List.of())).isEmpty();
        }
    }

    @Test
    void resultsComeInTheOrderOfTheRequests() {
        server.on("/ok", Response.status(200)).on("/bad", Response.status(500));
        List<CheckRequest> requests = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            requests.add(health("check-" + i, server.uri(i % 3 == 0 ? "/bad" : "/ok")));
        }
        try (var checks = new CheckTestData(guard)) {
            List<CheckResult> results = checks.runner().run(requests);
            assertThat(results)
                    .extracting(CheckResult::id)
                    .containsExactlyElementsOf(
                            requests.stream().map(CheckRequest::id).toList());
            for (int i = 0; i < 40; i++) {
                assertThat(results.get(i).passed()).isEqualTo(i % 3 != 0);
            }
        }
    }

    @Test
    void severalRunAtOnceButNeverMoreThanTheHostsLimit() {
        var meeting = new CyclicBarrier(3);
        server.handling("/meet", exchange -> {
            try {
                meeting.await(20, TimeUnit.SECONDS);
                exchange.sendResponseHeaders(200, -1);
            } catch (Exception e) {
                exchange.sendResponseHeaders(500, -1);
            }
        });
        try (var checks = new CheckTestData(guard, properties(16, 3, 25_000, 40_000))) {
            assertThat(checks.runner().run(many(12, server.uri("/meet")))).allMatch(CheckResult::passed);
        }
        assertThat(server.mostAtOnce()).isEqualTo(3);
    }

    @Test
    void aHostThatHangsDoesNotHoldUpTheOthers() {
        server.on("/ok", Response.status(200));
        List<CheckRequest> requests = Stream.concat(
                        many(8, hanging.uri("/")).stream(), many(40, server.uri("/ok")).stream())
                .toList();
        try (var checks = new CheckTestData(guard, properties(8, 4, 2_000, 20_000))) {
            List<CheckResult> results = checks.runner().run(requests);
            assertThat(results.subList(0, 8)).allSatisfy(result -> {
                assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
                assertThat(result.observed()).contains("no complete answer within 2.0 s");
                assertThat(result.took()).isBetween(Duration.ofMillis(1_990), Duration.ofMillis(7_000));
            });
            assertThat(results.subList(8, 48)).hasSize(40).allMatch(CheckResult::passed);
        }
    }

    @Test
    void anotherRunIsNotHeldUpEither() throws InterruptedException {
        server.on("/ok", Response.status(200));
        try (var checks = new CheckTestData(guard, properties(4, 2, 30_000, 40_000))) {
            Thread stuck = new Thread(() -> assertThatIllegalStateException()
                    .isThrownBy(() -> checks.runner().run(many(20, hanging.uri("/")))));
            stuck.start();
            await().until(() -> hanging.connections() == 2);
            List<CheckResult> results = checks.runner().run(many(10, server.uri("/ok")));
            assertThat(results).allMatch(CheckResult::passed);
            assertThat(hanging.connections()).as("still the first two").isEqualTo(2);
            stuck.interrupt();
            stuck.join(20_000);
            assertThat(stuck.isAlive()).isFalse();
        }
    }

    @Test
    void whatHasNotEndedByTheDeadlineOfTheRunIsInconclusive() {
        server.on("/ok", Response.status(200));
        List<CheckRequest> requests = Stream.concat(
                        many(6, hanging.uri("/")).stream(), Stream.of(health("ok", server.uri("/ok"))))
                .toList();
        long started = System.nanoTime();
        try (var checks = new CheckTestData(guard, properties(16, 2, 1_500, 2_500))) {
            List<CheckResult> results = checks.runner().run(requests);
            assertThat(results)
                    .extracting(CheckResult::verdict)
                    .containsExactly(
                            Verdict.FAILED,
                            Verdict.FAILED,
                            Verdict.INCONCLUSIVE,
                            Verdict.INCONCLUSIVE,
                            Verdict.INCONCLUSIVE,
                            Verdict.INCONCLUSIVE,
                            Verdict.PASSED);
            assertThat(results.get(5).observed()).contains("The time for all checks was over");
            assertThat(results.get(5).symptom()).isEqualTo(Symptom.CHECK_COULD_NOT_RUN);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(7_000));
    }

    @Test
    void threadsAreFreeAgainAfterARunThatHung() {
        server.on("/ok", Response.status(200));
        try (var checks = new CheckTestData(guard, properties(2, 2, 1_200, 1_600))) {
            checks.runner().run(many(10, hanging.uri("/")));
            assertThat(checks.runner().run(many(4, server.uri("/ok")))).allMatch(CheckResult::passed);
        }
    }

    @Test
    void anInterruptedRunCutsItsChecksOffAndYieldsNothing() throws InterruptedException {
        try (var checks = new CheckTestData(guard, properties(4, 4, 30_000, 40_000))) {
            var outcome = new AtomicInteger();
            Thread run = new Thread(() -> {
                assertThatIllegalStateException()
                        .isThrownBy(() -> checks.runner().run(many(4, hanging.uri("/"))));
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                outcome.set(1);
            });
            run.start();
            await().until(() -> hanging.connections() == 4);
            run.interrupt();
            run.join(20_000);
            assertThat(outcome).hasValue(1);
            server.on("/ok", Response.status(200));
            assertThat(checks.runner().run(many(4, server.uri("/ok"))))
                    .as("no thread is held")
                    .allMatch(CheckResult::passed);
        }
    }

    @Test
    void aRunThatNobodyWantsAnyMoreIsCutOffWithinASecond() {
        try (var checks = new CheckTestData(guard, properties(4, 4, 30_000, 40_000))) {
            long started = System.nanoTime();
            assertThatThrownBy(() -> checks.runner().run(many(9, hanging.uri("/")), () -> hanging.connections() < 4))
                    .isInstanceOf(ChecksCutOff.class)
                    .hasMessageContaining("what they are about has changed");
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(6_500));
            assertThat(hanging.connections())
                    .as("what had to wait never starts")
                    .isEqualTo(4);
        }
    }

    @Test
    void askingWhetherItIsWantedMayFailAndCutsTheRunOffAsWell() {
        try (var checks = new CheckTestData(guard, properties(4, 4, 30_000, 40_000))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> checks.runner().run(many(4, hanging.uri("/")), () -> {
                        throw new IllegalStateException("no database");
                    }))
                    .withMessage("no database");
        }
    }

    @Test
    void aNodeThatShutsDownCutsItsRunsOffAndTakesNoMore() throws InterruptedException {
        try (var checks = new CheckTestData(guard, properties(4, 4, 30_000, 40_000))) {
            var cutOff = new AtomicInteger();
            Thread run = new Thread(() -> {
                assertThatThrownBy(() -> checks.runner().run(many(4, hanging.uri("/"))))
                        .isInstanceOf(ChecksCutOff.class)
                        .hasMessageContaining("shuts down");
                cutOff.set(1);
            });
            run.start();
            await().until(() -> hanging.connections() == 4);
            checks.runner().stop();
            run.join(20_000);
            assertThat(cutOff).hasValue(1);
            assertThatThrownBy(() -> checks.runner().run(List.of())).isInstanceOf(ChecksCutOff.class);
        }
    }

    /** As many hosts that hang as anybody likes: each takes the places of its own go-live. */
    @Test
    void hostsThatHangInOtherGoLivesTakeNoPlaceOfThisOne() throws Exception {
        int others = 6;
        var hosts = Stream.generate(RawServer::silent).limit(2 * others).toList();
        hosts.forEach(host -> guard.allowingPrivate("localhost:" + host.port(), "http"));
        var together = new CyclicBarrier(8);
        server.handling("/meet", exchange -> {
            try {
                together.await(20, TimeUnit.SECONDS);
                exchange.sendResponseHeaders(200, -1);
            } catch (Exception e) {
                exchange.sendResponseHeaders(500, -1);
            }
        });
        var stuck = new ArrayList<Thread>();
        try (var checks = new CheckTestData(guard, properties(16, 8, 30_000, 40_000))) {
            for (int i = 0; i < others; i++) {
                var requests = Stream.of(hosts.get(2 * i), hosts.get(2 * i + 1))
                        .flatMap(host -> many(20, host.uri("/")).stream())
                        .toList();
                var thread = new Thread(() ->
                        assertThatThrownBy(() -> checks.runner().run(requests)).isInstanceOf(ChecksCutOff.class));
                thread.start();
                stuck.add(thread);
            }
            await().until(() -> hosts.stream().mapToInt(RawServer::connections).sum() == 16 * others);
            assertThat(checks.runner().run(many(40, server.uri("/meet"))))
                    .as("eight at once all the time, or the barrier breaks")
                    .allMatch(CheckResult::passed);
            assertThat(hosts.stream().mapToInt(RawServer::connections).sum())
                    .as("the others have not moved meanwhile")
                    .isEqualTo(16 * others);
            stuck.forEach(Thread::interrupt);
            for (var thread : stuck) {
                thread.join(20_000);
            }
        }
        hosts.forEach(RawServer::close);
    }

    @Test
    void aHostThatRanOutOfTimeAndAnswersAgainIsAskedEverything() {
        var mute = new AtomicInteger(8);
        server.handling("/moody", exchange -> {
            if (mute.getAndDecrement() > 0) {
                awaitQuietly(testEnds);
            }
            exchange.sendResponseHeaders(200, -1);
        });
        try (var checks = new CheckTestData(guard, properties(16, 8, 1_600, 20_000))) {
            var results = checks.runner().run(many(24, server.uri("/moody")));
            assertThat(results).filteredOn(CheckResult::failed).hasSize(8);
            assertThat(results).filteredOn(CheckResult::passed).hasSize(16);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(50, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A check with a fault of its own. */
    private static final class Broken implements Check<CheckTarget.Health> {

        private final Throwable fault;

        Broken(Throwable fault) {
            this.fault = fault;
        }

        @Override
        public Class<CheckTarget.Health> kind() {
            return CheckTarget.Health.class;
        }

        @Override
        public Optional<URI> address(CheckTarget.Health target) {
            return Optional.empty();
        }

        @Override
        public String expected(CheckTarget.Health target) {
            return "anything";
        }

        @Override
        public Symptom symptom() {
            return Symptom.ENVIRONMENT_DIFFERS;
        }

        @Override
        public Finding look(CheckTarget.Health target, Probe probe) {
            if (fault instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) fault;
        }
    }

    private CheckTestData with(Check<?> other) {
        List<Check<?>> kinds = CheckTestData.kinds();
        kinds.removeIf(each -> each.kind() == other.kind());
        kinds.add(other);
        return new CheckTestData(guard.client(), guard.secrets(), kinds, properties(4, 4, 2_000, 4_000));
    }

    @Test
    void aCheckThatBreaksIsInconclusiveAndTellsNothingOfItsInsides() {
        try (var checks = with(new Broken(new IllegalStateException("insides")))) {
            CheckResult result = checks.run(new CheckTarget.Health(URI.create("http://localhost/")));
            CheckResultAssert.assertThat(result)
                    .inconclusive()
                    .observed("The check itself broke")
                    .observedNothingOf("insides");
        }
    }

    @Test
    void aCheckThatBreaksBadlyStillHasAResult() {
        try (var checks = with(new Broken(new QuietError()))) {
            CheckResult result = checks.run(new CheckTarget.Health(URI.create("http://localhost/")));
            CheckResultAssert.assertThat(result).inconclusive();
        }
    }

    /** Without a stack trace, which the thread would print. */
    private static final class QuietError extends Error {

        QuietError() {
            super("on purpose", null, false, false);
        }
    }

    @Test
    void everyKindOfTargetMustHaveACheck() {
        List<Check<?>> kinds = CheckTestData.kinds();
        kinds.remove(0);
        assertThatIllegalStateException()
                .isThrownBy(() -> new CheckTestData(guard.client(), guard.secrets(), kinds, CheckTestData.PROPERTIES))
                .withMessageContaining("Environment");
    }
}

package dev.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Step;
import dev.handover.validation.CheckRun;
import dev.handover.validation.StepChecks;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * How long a step's checks take at the limits as they are by default, from the plan to the recorded evidence, beside Java's
 * own client making the same calls as many at once. In a virtual machine of its own: {@code mvn -Pbench test}.
 */
@ApplicationTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChecksBenchmark {

    private static final Duration DELAY = Duration.ofMillis(100);
    private static final int PER_HOST = 8;
    private static final Duration JOB_LOCK = Duration.ofSeconds(60);
    private static final HttpServer SERVER = serve();

    @Autowired
    private Handoff handoff;

    @Autowired
    private StepChecks checks;

    @Autowired
    private DataSource database;

    @DynamicPropertySource
    static void allowTheServer(DynamicPropertyRegistry registry) {
        registry.add("handover.checks.allowed-hosts[0].pattern", () -> "localhost:" + port());
        registry.add("handover.checks.allowed-hosts[0].schemes", () -> "http");
        registry.add("handover.checks.allowed-hosts[0].private", () -> "true");
    }

    private static HttpServer serve() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
            Executor later = CompletableFuture.delayedExecutor(DELAY.toMillis(), TimeUnit.MILLISECONDS);
            server.setExecutor(Executors.newCachedThreadPool(ChecksBenchmark::daemon));
            server.createContext(
                    "/",
                    exchange -> later.execute(() -> {
                        try (exchange) {
                            exchange.sendResponseHeaders(200, -1);
                        } catch (IOException e) {
                            // the caller has gone, and will say so
                        }
                    }));
            server.start();
            return server;
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "delayed-server");
        thread.setDaemon(true);
        return thread;
    }

    private static int port() {
        return SERVER.getAddress().getPort();
    }

    @AfterAll
    static void stop() {
        SERVER.stop(0);
    }

    @Test
    @Order(1)
    void warmUp() {
        measure(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 500, 2_000})
    @Order(2)
    void aStep(int count) {
        var reference = reference(count);
        var figures = measure(count);
        var ideal = DELAY.multipliedBy((count + PER_HOST - 1) / PER_HOST);
        System.out.printf(
                "%5d checks: %6d ms, %.2f of the ideal %d ms (Java's client alone: %d ms, %.2f); a check took %d ms;"
                        + " heap after collection %d -> %d MB, peak %d MB; at most %d database connections of %d%n",
                count,
                figures.took().toMillis(),
                ratio(figures.took(), ideal),
                ideal.toMillis(),
                reference.toMillis(),
                ratio(reference, ideal),
                figures.check().toMillis(),
                figures.heapBefore() >> 20,
                figures.heapAfter() >> 20,
                figures.heapPeak() >> 20,
                figures.connections(),
                pool().getMaximumPoolSize());
        assertThat(figures.took()).isLessThan(JOB_LOCK);
        assertThat(figures.connections()).as("one for the job, one that looks").isLessThanOrEqualTo(2);
    }

    private static double ratio(Duration took, Duration ideal) {
        return (double) took.toMillis() / ideal.toMillis();
    }

    private HikariDataSource pool() {
        try {
            return database.unwrap(HikariDataSource.class);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param check time of one check on average; heap in bytes */
    private record Figures(
            Duration took, Duration check, long heapBefore, long heapAfter, long heapPeak, int connections) {}

    private Figures measure(int count) {
        var key = new GoLiveKey(handoff.start(plan(count)).key());
        var most = new AtomicInteger();
        var looks = Executors.newSingleThreadScheduledExecutor(ChecksBenchmark::daemon);
        var connections = pool().getHikariPoolMXBean();
        var before = collected();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        looks.scheduleAtFixedRate(
                () -> most.accumulateAndGet(connections.getActiveConnections(), Math::max),
                0,
                5,
                TimeUnit.MILLISECONDS);
        long started = System.nanoTime();
        var outcome = checks.run(key, Step.INTEGRATIONS);
        var took = Duration.ofNanos(System.nanoTime() - started);
        looks.shutdownNow();
        var peak = heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        assertThat(outcome).isEqualTo(StepChecks.Outcome.PASSED);
        var runs = checks.latest(key, Step.INTEGRATIONS);
        assertThat(runs).hasSize(count);
        var check = runs.stream()
                .map(CheckRun::took)
                .reduce(Duration.ZERO, Duration::plus)
                .dividedBy(count);
        return new Figures(took, check, before, collected(), peak, most.get());
    }

    private static java.util.stream.Stream<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static long collected() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private String plan(int count) {
        var integrations = IntStream.range(0, count)
                .mapToObj(i -> """
                          - id: connector-%1$d
                            name: Connector %1$d
                            kind: connector
                            url: http://localhost:%2$d/connectors/%1$d
                        """.formatted(i, port()))
                .collect(Collectors.joining());
        return handoff.plan().replaceFirst("(?m)^integrations:\\n(?:[ #-].*\\n)+", "integrations:\n" + integrations);
    }

    /** The same calls by Java's own client, as many at once. */
    private static Duration reference(int count) {
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var threads = Executors.newFixedThreadPool(PER_HOST, ChecksBenchmark::daemon);
        long started = System.nanoTime();
        var calls = IntStream.range(0, count)
                .mapToObj(i -> CompletableFuture.runAsync(() -> call(client, i), threads))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(calls).join();
        threads.shutdownNow();
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private static void call(HttpClient client, int number) {
        var address = URI.create("http://localhost:%d/connectors/%d".formatted(port(), number));
        try {
            var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

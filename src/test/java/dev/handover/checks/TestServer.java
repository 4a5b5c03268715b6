package dev.handover.checks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** A real HTTP server of a test, on a free port of 127.0.0.1. What no handler was given for is answered 404. */
public final class TestServer implements AutoCloseable {

    /** A request as it arrived. */
    public record Received(String method, String path, String query, Map<String, String> headers, String body) {

        public String header(String name) {
            return headers.get(name);
        }

        public String authorization() {
            return headers.get("authorization");
        }
    }

    /** Answers a request with a status and a body. */
    @FunctionalInterface
    public interface Responder {
        Response respond(Received request);
    }

    /** @param headers sent besides the content type */
    public record Response(int status, String mediaType, String body, Map<String, String> headers) {

        public static Response json(int status, String body) {
            return new Response(status, "application/json", body, Map.of());
        }

        public static Response redirect(int status, String location) {
            return new Response(status, "text/plain", "elsewhere", Map.of("Location", location));
        }

        /** With a header more; cookies are given one by one, others once. */
        public Response with(String name, String value) {
            Map<String, String> more = new java.util.LinkedHashMap<>(headers);
            more.merge(name, value, (one, other) -> one + "\n" + other);
            return new Response(status, mediaType, body, more);
        }

        public static Response json(String body) {
            return new Response(200, "application/json", body, Map.of());
        }

        public static Response status(int status) {
            return new Response(status, "text/plain", status == 204 ? "" : "status " + status, Map.of());
        }

        public static Response redirect(String location) {
            return new Response(302, "text/plain", "elsewhere", Map.of("Location", location));
        }
    }

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    private TestServer(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(threads);
        server.start();
    }

    public static TestServer start() {
        return start("127.0.0.1", 0);
    }

    public static TestServer start(String address, int port) {
        try {
            return new TestServer(
                    HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), 0), "http");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TestServer startTls(SSLContext context) {
        try {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
            return new TestServer(server, "https");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestServer on(String path, Responder responder) {
        return handling(path, exchange -> answer(exchange, responder.respond(read(exchange))));
    }

    public TestServer on(String path, Response response) {
        return on(path, request -> response);
    }

    /** For answers that are no answers. */
    public TestServer handling(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try (exchange) {
                handler.handle(exchange);
            } finally {
                now.decrementAndGet();
            }
        });
        return this;
    }

    private Received read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        var request = new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestURI().getRawQuery(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        received.add(request);
        return request;
    }

    private static void answer(HttpExchange exchange, Response response) throws IOException {
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", response.mediaType());
        response.headers()
                .forEach((name, values) -> exchange.getResponseHeaders().put(name, List.of(values.split("\n"))));
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    public static String basic(String account, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String hostAndPort() {
        return "localhost:" + port();
    }

    public URI uri(String path) {
        return URI.create(scheme + "://" + hostAndPort() + path);
    }

    public List<Received> received() {
        return received;
    }

    /** Most requests that were under way at the same time. */
    public int mostAtOnce() {
        return most.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

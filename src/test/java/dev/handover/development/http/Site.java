package dev.handover.development.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A web site of the development environment, on the JDK's own HTTP server. Every request has a thread, as many as are
 * asked for at once, so that slow answers do not keep the others waiting.
 */
public final class Site implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Site.class);

    static {
        // The server sends head and body in two packets; without this, the second waits 40 ms for the first to be
        // confirmed.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final String name;
    private final Handler handler;
    private final HttpServer server;
    private final ExecutorService threads;

    private Site(String name, HttpServer server, Handler handler) {
        this.name = name;
        this.server = server;
        this.handler = handler;
        var count = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, name + " " + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Opens a site.
     *
     * @param name for threads and messages
     * @param address where to listen; port 0 for any free one
     * @throws IllegalStateException if the port is in use
     */
    public static Site open(String name, InetSocketAddress address, Handler handler) {
        try {
            var server = HttpServer.create(address, 0);
            var site = new Site(name, server, handler);
            server.setExecutor(site.threads);
            server.createContext("/", site::exchange);
            server.start();
            return site;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the %s cannot listen on %s: stop what uses that port, or choose another".formatted(name, address),
                    e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The address to reach the site at, without a slash at its end. */
    public URI url() {
        return URI.create("http://localhost:" + port());
    }

    /** Closes the port and every connection at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void exchange(HttpExchange exchange) {
        try (exchange) {
            send(exchange, answer(exchange));
        } catch (IOException e) {
            log.debug("the caller of the {} did not wait for the answer", name, e);
        }
    }

    private Response answer(HttpExchange exchange) throws IOException {
        try {
            var request = Request.read(exchange);
            if (!request.method().matches("GET|HEAD") && request.isFromElsewhere()) {
                return Response.problem(403, "A page of another site may not change anything here.");
            }
            return handler.answer(request);
        } catch (BadRequest e) {
            return Response.problem(400, e.getMessage());
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            log.error("the {} failed on {} {}", name, exchange.getRequestMethod(), exchange.getRequestURI(), e);
            return Response.problem(500, "The " + name + " failed; its log says why.");
        }
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        var bodyless = exchange.getRequestMethod().equals("HEAD") || response.body().length == 0;
        exchange.sendResponseHeaders(response.status(), bodyless ? -1 : response.body().length);
        if (!bodyless) {
            exchange.getResponseBody().write(response.body());
        }
    }
}

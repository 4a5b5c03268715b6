package dev.handover.evidence;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A web server that answers every address with the same page; the only host that captures may reach. */
class TestPages implements AutoCloseable {

    private final HttpServer server;
    private volatile int status;
    private volatile String page;
    private volatile URI target;

    TestPages() throws IOException {
        show(200, "<html>page</html>");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            if (target != null) {
                exchange.getResponseHeaders().set("Location", target.toString());
            }
            var bytes = page.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    void show(int status, String page) {
        this.status = status;
        this.page = page;
        this.target = null;
    }

    void redirectTo(URI target) {
        show(302, "moved");
        this.target = target;
    }

    String host() {
        return "localhost:%d".formatted(server.getAddress().getPort());
    }

    URI address(String path) {
        return URI.create("http://%s%s".formatted(host(), path));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

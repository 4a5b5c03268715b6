package dev.handover.checks.guard;

import dev.handover.checks.guard.Connector.Connection;
import dev.handover.checks.guard.LimitedInput.LimitReached;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;

/**
 * One HTTP/1.1 request and its answer over one connection, by Apache HttpCore. On purpose not a whole HTTP client: nothing
 * here follows redirects, keeps cookies or connections, retries, unpacks, uses a proxy, looks up a name, or logs headers,
 * so none of that has to be switched off.
 */
final class HttpExchange {

    /** Bytes that the head of an answer may have on top of its body. */
    static final int HEAD_LIMIT = 16 * 1024;

    /**
     * What goes out, secrets filled in.
     *
     * @param cookies value of the Cookie header
     * @param mediaType of the body; null without one
     * @param body null for none
     */
    record Outgoing(
            Call.Method method,
            URI uri,
            List<HeaderField> headers,
            Optional<String> cookies,
            String mediaType,
            String body) {

        /** The address only: all else may be secret. */
        @Override
        public String toString() {
            return "%s %s".formatted(method, uri);
        }
    }

    /**
     * What came back.
     *
     * @param headers by lower-case name; of repeated ones the first; without cookies
     * @param cookies values of the Set-Cookie headers
     * @param body at most as many bytes as were asked for
     * @param truncated true if more would have come
     * @param address that answered
     */
    record Reply(
            int status,
            Map<String, String> headers,
            List<String> cookies,
            byte[] body,
            boolean truncated,
            InetAddress address) {}

    private final Connection connection;
    private final Place place;

    HttpExchange(Connection connection, Place place) {
        this.connection = connection;
        this.place = place;
    }

    /**
     * Sends a request and reads the answer.
     *
     * @param bodyLimit most bytes to read of the body
     */
    Reply send(Outgoing outgoing, int bodyLimit) throws IOException, HttpException {
        var http = new LimitedHttp(connection, HEAD_LIMIT + (long) bodyLimit);
        ClassicHttpResponse response =
                new HttpRequestExecutor().execute(request(outgoing), http, HttpCoreContext.create());
        var body = new ByteArrayOutputStream();
        boolean truncated = readBody(response.getEntity(), body, bodyLimit);
        return new Reply(
                response.getCode(),
                headers(response),
                cookies(response),
                body.toByteArray(),
                truncated,
                connection.address());
    }

    private ClassicHttpRequest request(Outgoing outgoing) {
        URI ascii = URI.create(outgoing.uri().toASCIIString());
        String path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        String target = ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
        var request = new BasicClassicHttpRequest(outgoing.method().name(), target);
        request.addHeader("User-Agent", "Handover");
        request.addHeader("Accept", "application/json, */*;q=0.5");
        if (outgoing.body() != null) {
            request.addHeader("Content-Type", outgoing.mediaType());
        }
        outgoing.headers().forEach(header -> request.setHeader(header.name(), header.value()));
        outgoing.cookies().ifPresent(cookies -> request.setHeader("Cookie", cookies));
        request.setHeader("Host", place.authority());
        request.setHeader("Connection", "close");
        addBody(request, outgoing);
        return request;
    }

    /** Says the length of the body, also of an empty one where a server may wait for one (RFC 9110, 8.6). */
    private static void addBody(ClassicHttpRequest request, Outgoing outgoing) {
        if (outgoing.body() == null && outgoing.method() == Call.Method.GET) {
            return;
        }
        byte[] bytes = outgoing.body() == null ? new byte[0] : outgoing.body().getBytes(StandardCharsets.UTF_8);
        request.setHeader("Content-Length", bytes.length);
        request.setEntity(new ByteArrayEntity(bytes, null));
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        headers.remove("set-cookie");
        return Map.copyOf(headers);
    }

    private static List<String> cookies(ClassicHttpResponse response) {
        return Arrays.stream(response.getHeaders("Set-Cookie"))
                .map(Header::getValue)
                .toList();
    }

    /**
     * Reads up to the limit and leaves the rest; the stream is not closed, since that would read it to its end.
     *
     * @return whether there is a rest
     */
    private static boolean readBody(HttpEntity entity, ByteArrayOutputStream into, int limit) throws IOException {
        if (entity == null) {
            return false;
        }
        InputStream body = entity.getContent();
        byte[] buffer = new byte[8192];
        try {
            while (into.size() < limit) {
                int count = body.read(buffer, 0, Math.min(buffer.length, limit - into.size()));
                if (count < 0) {
                    return false;
                }
                into.write(buffer, 0, count);
            }
            return body.read() >= 0;
        } catch (LimitReached e) {
            return true;
        }
    }

    /** An HTTP connection over a socket that exists already, reading at most so many bytes from it. */
    private static final class LimitedHttp extends DefaultBHttpClientConnection {

        LimitedHttp(Connection connection, long limit) throws IOException {
            super(Http1Config.DEFAULT);
            bind(new SocketHolder(connection.socket()) {
                @Override
                protected InputStream getInputStream(Socket socket) throws IOException {
                    return new LimitedInput(super.getInputStream(socket), limit);
                }
            });
        }

        /** Without the goodbyes of TLS, which a host could make last; whoever opened the socket closes it. */
        @Override
        public void close() {}

        @Override
        public void close(CloseMode mode) {}
    }
}

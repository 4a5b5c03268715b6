package dev.handover.evidence.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Speaks HTTP with the started application as one of its people; the password is the user id. */
final class MultipartClient {

    static final String BOUNDARY = "handover-test-boundary";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    MultipartClient(int port) {
        this.port = port;
    }

    /** @param fileName null for a plain field */
    record Field(String fileName, byte[] bytes) {

        Field(String text) {
            this(null, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    HttpResponse<byte[]> get(String path, String person, String... headers) {
        var request = request(path, person).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<byte[]> post(String path, String person, String contentType, byte[] body) {
        return send(request(path, person)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    HttpResponse<byte[]> postMultipart(String path, String person, Map<String, Field> fields) throws IOException {
        var body = new ByteArrayOutputStream();
        for (var field : fields.entrySet()) {
            body.writeBytes(head(field.getKey(), field.getValue().fileName()).getBytes(StandardCharsets.UTF_8));
            body.write(field.getValue().bytes());
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes("--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.US_ASCII));
        return post(path, person, "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    /** What comes before the bytes of a field. */
    static String head(String name, String fileName) {
        var file = fileName == null ? "" : "; filename=\"" + fileName + "\"";
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n".formatted(BOUNDARY, name, file);
    }

    static String credentials(String person) {
        return "Basic "
                + Base64.getEncoder().encodeToString((person + ":" + person).getBytes(StandardCharsets.US_ASCII));
    }

    private HttpRequest.Builder request(String path, String person) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", credentials(person));
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

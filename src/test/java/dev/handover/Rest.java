package dev.handover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Calls the started application as one of the sample people, by HTTP Basic. */
@TestComponent
public class Rest {

    private final ServletWebServerApplicationContext server;
    private final ObjectMapper json;
    private final HttpClient client = HttpClient.newHttpClient();

    Rest(ServletWebServerApplicationContext server, ObjectMapper json) {
        this.server = server;
        this.json = json;
    }

    /** @param text the body as it came */
    public record Answer(int status, String text, String location, JsonNode json) {}

    public Answer get(String user, String path) {
        return send(user, HttpRequest.newBuilder(uri(path)).GET());
    }

    public Answer post(String user, String path, Object body) {
        return send(
                user,
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(write(body))));
    }

    public Answer put(String user, String path, Object body) {
        return send(
                user,
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(write(body))));
    }

    public Answer postYaml(String user, String path, String document, String... headers) {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString(document));
        return send(user, headers.length == 0 ? request : request.headers(headers));
    }

    public Answer putYaml(String user, String path, String document) {
        return send(
                user,
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/yaml")
                        .PUT(BodyPublishers.ofString(document)));
    }

    /** Adds evidence the way a form does. */
    public Answer addStatement(String user, String goLive, String kind, String title, String statement) {
        var boundary = "----handover";
        var body = new StringBuilder();
        for (var part : new String[][] {{"kind", kind}, {"title", title}, {"statement", statement}}) {
            body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, part[0], part[1]));
        }
        body.append("--%s--\r\n".formatted(boundary));
        return send(
                user,
                HttpRequest.newBuilder(uri("/api/go-lives/%s/evidence".formatted(goLive)))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    private Answer send(String user, HttpRequest.Builder request) {
        if (user != null) {
            var credentials = (user + ":" + user).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            var isJson =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Location").orElse(null),
                    isJson ? json.readTree(response.body()) : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create(
                "http://localhost:%d%s".formatted(server.getWebServer().getPort(), path));
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.handover.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.Node;
import dev.handover.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** A node with a small heap takes in twenty large files at once, or refuses them; it never runs out of memory. Takes minutes. */
@EnabledIfSystemProperty(named = "handover.races", matches = "\\d+")
class ManyUploadsTests {

    private static final int HEAP = 256;
    private static final int UPLOADS = 20;
    private static final int SIZE = 50 * 1024 * 1024;
    private static final String BOUNDARY = "handover-test-boundary";

    private final JdbcConnectionDetails database = TestDatabase.create();
    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource({"25MB, 413", "50MB, 201"})
    void twentyFilesOf50MegabytesAtOnceDoNotFillTheHeap(String limit, int status) throws Exception {
        try (var node = Node.startWithPeople(database, HEAP, Map.of("handover.evidence.max-file-size", limit))) {
            var base = "http://localhost:" + node.port();
            var key = submit(base);

            var answers = IntStream.range(0, UPLOADS)
                    .mapToObj(number -> upload(base + "/api/go-lives/" + key + "/evidence", number))
                    .toList();
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode())
                            .as(answer.join().body())
                            .isEqualTo(status));
            assertThat(node.lines()).noneMatch(line -> line.contains("OutOfMemoryError"));
            assertThat(client.send(
                                    request(base + "/actuator/health/readiness")
                                            .GET()
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private String submit(String base) throws IOException, InterruptedException {
        var plan = Files.readString(Path.of("samples/aurora-small.yaml"));
        var answer = client.send(
                request(base + "/api/go-lives")
                        .header("Content-Type", "application/yaml")
                        .POST(BodyPublishers.ofString(plan))
                        .build(),
                BodyHandlers.ofString());
        var location = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private CompletableFuture<HttpResponse<String>> upload(String address, int number) {
        var post = request(address)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofInputStream(() -> body(number)))
                .build();
        return client.sendAsync(post, BodyHandlers.ofString());
    }

    private static InputStream body(int number) {
        var head = part("kind", "support-handoff")
                + part("title", "Dump " + number)
                + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"dump.bin\"\r\n\r\n"
                        .formatted(BOUNDARY);
        return new SequenceInputStream(Collections.enumeration(
                List.of(stream(head), new Generated(number), stream("\r\n--%s--\r\n".formatted(BOUNDARY)))));
    }

    private static String part(String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static HttpRequest.Builder request(String address) {
        var credentials = Base64.getEncoder().encodeToString("requester:requester".getBytes(StandardCharsets.US_ASCII));
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Basic " + credentials);
    }

    /** Bytes that are different for each number, made as they are asked for. */
    private static final class Generated extends InputStream {

        private final int number;
        private int given;

        private Generated(int number) {
            this.number = number;
        }

        @Override
        public int read() {
            return given == SIZE ? -1 : (given++ * 31 + number >>> 3) & 0xff;
        }
    }
}

package dev.handover.closing.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.closing.ClosingTest;
import dev.handover.closing.Story;
import dev.handover.shared.Digest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ClosingTest
class ReportControllerTests {

    @Autowired
    private Story story;

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void reportIsAPageThatOnlyShowsItself() throws Exception {
        var key = story.submitted();

        var response = get("/api/go-lives/%s/report".formatted(key), "auditor");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(header(response, "Content-Disposition"))
                .isEqualTo("inline; filename=\"handover-report-%s.html\"".formatted(key));
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "ETag")).isEqualTo("\"%s\"".formatted(Digest.of(response.body())));
        assertThat(response.body()).startsWith("<!DOCTYPE html>").contains("Aurora Works goes live in Hamburg");
    }

    @Test
    void policyAllowsTheStyleSheetOfTheReportAndNothingElse() throws Exception {
        var response = get("/api/go-lives/%s/report".formatted(story.submitted()), "auditor");

        var style = response.body()
                .substring(
                        response.body().indexOf("<style>") + 7, response.body().indexOf("</style>"));
        var hash =
                Base64.getEncoder().encodeToString(Digest.computation().digest(style.getBytes(StandardCharsets.UTF_8)));
        assertThat(header(response, "Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'sha256-%s';".formatted(hash))
                .doesNotContain("unsafe-inline");
    }

    @Test
    void browserThatAsksForAPageGetsIt() throws Exception {
        var response = get(
                "/api/go-lives/%s/report".formatted(story.submitted()),
                "auditor",
                "Accept",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void foreignAndUnknownGoLivesLookTheSame() throws Exception {
        var foreign = get("/api/go-lives/%s/report".formatted(story.submitted()), "outsider");
        var unknown = get("/api/go-lives/nowhere/report", "auditor");
        var noKey = get("/api/go-lives/NO..KEY/report", "auditor");

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(noKey.statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path, String person, String... headers)
            throws IOException, InterruptedException {
        var credentials =
                Base64.getEncoder().encodeToString((person + ":" + person).getBytes(StandardCharsets.US_ASCII));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + credentials);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }
}

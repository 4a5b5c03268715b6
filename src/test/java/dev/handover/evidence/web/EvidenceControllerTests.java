package dev.handover.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handover.evidence.EvidenceTest;
import dev.handover.evidence.TestGoLives;
import dev.handover.evidence.web.MultipartClient.Field;
import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@EvidenceTest
class EvidenceControllerTests {

    private static final byte[] PNG = HexFormat.of()
            .parseHex("89504e470d0a1a0a0000000d4948445200000001000000010806000000"
                    + "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082");

    @Autowired
    private TestGoLives goLives;

    @Autowired
    private ObjectMapper json;

    @LocalServerPort
    private int port;

    private MultipartClient client;
    private GoLiveKey goLive;

    @BeforeEach
    void createGoLive() {
        client = new MultipartClient(port);
        goLive = goLives.create();
    }

    @Test
    void addedFileIsAnsweredWithItsAddressAndDigest() throws IOException {
        var response = addFile("integration-validation", "ERP export", "export.csv", "a,b\n");

        assertThat(response.statusCode()).isEqualTo(201);
        var body = json.readTree(response.body());
        var location = response.headers().firstValue("Location").orElseThrow();
        assertThat(location)
                .isEqualTo("/api/go-lives/%s/evidence/%s"
                        .formatted(goLive, body.get("id").textValue()));
        assertThat(body.get("kind").textValue()).isEqualTo("integration-validation");
        assertThat(body.get("title").textValue()).isEqualTo("ERP export");
        assertThat(body.get("form").textValue()).isEqualTo("file");
        assertThat(body.get("version").intValue()).isEqualTo(1);
        assertThat(body.get("sha256").textValue()).isEqualTo(Digest.of("a,b\n").sha256());
        assertThat(body.get("addedBy").textValue()).isEqualTo("requester");
        assertThat(body.at("/links/content").textValue()).isEqualTo(location + "/content");
        assertThat(json.readTree(client.get(location, "auditor").body())).isEqualTo(body);
    }

    @Test
    void sameFileAgainIsAnsweredWithTheVersionThatIsThere() throws IOException {
        var first = addFile("support-handoff", "Handoff", "a.txt", "text");
        var again = addFile("support-handoff", "Handoff", "b.txt", "text");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void statementIsAdded() throws IOException {
        var response = add(Map.of(
                "kind", new Field("backup-and-recovery-statement"),
                "title", new Field("Recovery"),
                "statement", new Field("RPO 4 h, RTO 8 h.\r\nApproved."),
                "link", new Field("")));

        assertThat(response.statusCode()).isEqualTo(201);
        var body = json.readTree(response.body());
        assertThat(body.get("form").textValue()).isEqualTo("statement");
        assertThat(content(body, "").body()).asString(StandardCharsets.UTF_8).isEqualTo("RPO 4 h, RTO 8 h.\nApproved.");
    }

    @Test
    void linkThatAnswersNothingIsRefused() throws IOException {
        var response = add(Map.of(
                "kind", new Field("support-handoff"),
                "title", new Field("Runbook"),
                "link", new Field("http://localhost:%d/needs/a/login".formatted(port))));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(json.readTree(response.body()).get("detail").textValue()).contains("localhost");
        assertNothingRecorded();
    }

    @Test
    void fileFieldThatABrowserSendsEmptyIsNoFile() throws IOException {
        var response = add(Map.of(
                "kind", new Field("support-handoff"),
                "title", new Field("Handoff"),
                "file", new Field("", new byte[0]),
                "statement", new Field("words")));

        assertThat(response.statusCode()).isEqualTo(201);
    }

    @Test
    void hostThatIsNotAllowedIsRefusedWithItsName() throws IOException {
        var response = add(Map.of(
                "kind", new Field("support-handoff"),
                "title", new Field("Runbook"),
                "link", new Field("https://elsewhere.example/runbook")));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).asString().contains("elsewhere.example:443 is not on the list");
    }

    @Test
    void listShowsTheCurrentVersionsAndWhatIsMissing() throws IOException {
        addFile("support-handoff", "Handoff", "a.txt", "one");
        addFile("support-handoff", "Handoff", "a.txt", "two");
        addFile("environment-inventory", "Inventory", "a.txt", "three");

        var list = json.readTree(client.get(path(), "auditor").body());
        var history =
                json.readTree(client.get(path() + "?history=true", "auditor").body());

        assertThat(list.get("evidence").findValuesAsText("title")).containsExactly("Inventory", "Handoff");
        assertThat(list.get("evidence").findValuesAsText("version")).containsExactly("1", "2");
        assertThat(list.get("missingKinds")).hasSize(5);
        assertThat(history.get("evidence").findValuesAsText("version")).containsExactly("1", "2", "1");
    }

    @Test
    void olderVersionStaysReadableByItsId() throws IOException {
        var first = json.readTree(
                addFile("support-handoff", "Handoff", "a.txt", "one").body());
        addFile("support-handoff", "Handoff", "a.txt", "two");

        assertThat(content(first, "").body()).asString().isEqualTo("one");
    }

    @Test
    void contentIsADownloadOfUnknownBytesThatNoBrowserRuns() throws IOException {
        var added = json.readTree(
                addFile("support-handoff", "Report", "report.html", "<!DOCTYPE html><script>alert(1)</script>")
                        .body());

        for (var query : new String[] {"", "?inline"}) {
            var response = content(added, query);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "Content-Type")).isEqualTo("application/octet-stream");
            assertThat(header(response, "Content-Disposition"))
                    .startsWith("attachment;")
                    .contains("report.html");
            assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(response, "Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .endsWith("; sandbox");
            assertThat(header(response, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(header(response, "ETag"))
                    .isEqualTo("\"" + added.get("sha256").textValue() + "\"");
            assertThat(header(response, "Content-Length"))
                    .isEqualTo(added.get("size").asText());
        }
    }

    @Test
    void imageIsShownOnlyWhenAPreviewIsAskedFor() throws IOException {
        var added = json.readTree(
                addFile("support-handoff", "Shot", "shot.png", PNG).body());

        var download = content(added, "");
        var preview = content(added, "?inline");

        assertThat(header(download, "Content-Disposition")).startsWith("attachment;");
        assertThat(header(download, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(preview, "Content-Disposition")).startsWith("inline;");
        assertThat(header(preview, "Content-Type")).isEqualTo("image/png");
        assertThat(header(preview, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(preview, "Content-Security-Policy")).endsWith("; sandbox");
        assertThat(preview.body()).isEqualTo(PNG);
    }

    @ParameterizedTest
    @CsvSource({"notes.txt,plain words", "data.json,{}", "users.csv,'a,b'", "run.log,[INFO] <script>x</script>"})
    void everyKindOfTextIsShownAsPlainText(String name, String text) throws IOException {
        var added = json.readTree(addFile("support-handoff", name, name, text).body());

        var preview = content(added, "?inline");

        assertThat(added.get("preview").booleanValue()).isTrue();
        assertThat(header(preview, "Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(header(preview, "Content-Disposition")).startsWith("inline;");
    }

    @Test
    void unchangedContentIsNotSentAgain() throws IOException {
        var added = json.readTree(
                addFile("support-handoff", "Handoff", "a.txt", "text").body());
        var etag = header(content(added, ""), "ETag");

        var response = client.get(added.at("/links/content").textValue(), "auditor", "If-None-Match", etag);

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void partOfTheContentCanBeAskedFor() throws IOException {
        var added = json.readTree(
                addFile("support-handoff", "Handoff", "a.txt", "0123456789").body());

        var response = client.get(added.at("/links/content").textValue(), "auditor", "Range", "bytes=3-5");

        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.body()).asString().isEqualTo("345");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "../../x.txt > filename=\"x.txt\"",
                "gr\u00fcn.txt > filename*=UTF-8''gr%C3%BCn.txt",
                "a;b.txt > filename=\"a_b.txt\"",
                "abc\u202etxt.pdf > filename=\"abctxt.pdf\""
            })
    void fileNameInTheHeaderIsSafe(String name, String expected) throws IOException {
        var added = json.readTree(
                addFile("support-handoff", "Names", name, "text " + name).body());

        assertThat(header(content(added, ""), "Content-Disposition")).contains(expected);
    }

    @Test
    void headersCannotBeSmuggledInByAFileName() throws IOException {
        var added = json.readTree(addFile("support-handoff", "Names", "a%0d%0aX-Smuggled%3a1.txt", "smuggled")
                .body());

        var response = content(added, "");

        assertThat(response.headers().firstValue("X-Smuggled")).isEmpty();
        assertThat(header(response, "Content-Disposition")).doesNotContain("%0d", "%0a");
    }

    @Test
    void programIsRefused() throws IOException {
        var response = addFile("support-handoff", "Tool", "notes.txt", "#!/bin/sh\n");

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.body()).asString().contains("program or script");
        assertNothingRecorded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "title", "file"})
    void missingFieldIsRefused(String missing) throws IOException {
        var fields = new java.util.HashMap<>(Map.of(
                "kind", new Field("support-handoff"),
                "title", new Field("Handoff"),
                "file", new Field("a.txt", "text".getBytes(StandardCharsets.UTF_8))));
        fields.remove(missing);

        var response = add(fields);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(json.readTree(response.body()).get("detail").textValue()).isNotBlank();
        assertNothingRecorded();
    }

    @Test
    void twoThingsAtOnceAreRefused() throws IOException {
        var response = add(Map.of(
                "kind", new Field("support-handoff"),
                "title", new Field("Handoff"),
                "statement", new Field("words"),
                "link", new Field("https://host/")));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).asString().contains("exactly one");
    }

    @Test
    void unknownKindIsRefusedWithTheKindsThereAre() throws IOException {
        var response = addFile("screenshots", "Handoff", "a.txt", "text");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).asString().contains("support-handoff");
    }

    @Test
    void emptyFileAndAddressThatIsNoneAreRefused() throws IOException {
        assertThat(addFile("support-handoff", "Empty", "a.txt", "").statusCode())
                .isEqualTo(422);
        assertThat(add(Map.of(
                                "kind", new Field("support-handoff"),
                                "title", new Field("Runbook"),
                                "link", new Field("not an address")))
                        .statusCode())
                .isEqualTo(422);
        assertNothingRecorded();
    }

    @Test
    void bodyThatIsNoMultipartIsRefused() {
        var response = client.post(path(), "requester", "application/json", "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).asString().contains("multipart/form-data");
    }

    @Test
    void onlyThoseWhoMayAddAndOnlyWhileItIsOpen() throws IOException {
        var fields = Map.of(
                "kind", new Field("support-handoff"), "title", new Field("Handoff"), "statement", new Field("words"));

        assertThat(client.postMultipart(path(), "auditor", fields).statusCode()).isEqualTo(403);
        assertThat(client.postMultipart(path(), "outsider", fields).statusCode())
                .isEqualTo(404);
        assertThat(client.postMultipart("/api/go-lives/unknown/evidence", "requester", fields)
                        .statusCode())
                .isEqualTo(404);
        goLives.finish(goLive);
        assertThat(add(fields).statusCode()).isEqualTo(409);
        assertNothingRecorded();
    }

    @Test
    void foreignAndUnknownEvidenceLookTheSame() throws IOException {
        var added = json.readTree(
                addFile("support-handoff", "Handoff", "a.txt", "text").body());
        var other = goLives.create();
        var foreign = "/api/go-lives/%s/evidence/%s/content"
                .formatted(other, added.get("id").textValue());
        var unknown = "/api/go-lives/%s/evidence/%s/content".formatted(other, UUID.randomUUID());
        var noId = "/api/go-lives/%s/evidence/%s/content".formatted(other, "1");

        assertThat(client.get(foreign, "auditor").statusCode()).isEqualTo(404);
        assertThat(client.get(unknown, "auditor").statusCode()).isEqualTo(404);
        assertThat(client.get(noId, "auditor").statusCode()).isEqualTo(404);
        assertThat(client.get(added.at("/links/content").textValue(), "outsider")
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.get(path(), "outsider").statusCode()).isEqualTo(404);
    }

    private HttpResponse<byte[]> addFile(String kind, String title, String name, String text) throws IOException {
        return addFile(kind, title, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<byte[]> addFile(String kind, String title, String name, byte[] bytes) throws IOException {
        return add(Map.of("kind", new Field(kind), "title", new Field(title), "file", new Field(name, bytes)));
    }

    private HttpResponse<byte[]> add(Map<String, Field> fields) throws IOException {
        return client.postMultipart(path(), "requester", fields);
    }

    private HttpResponse<byte[]> content(JsonNode evidence, String query) {
        return client.get(evidence.at("/links/content").textValue() + query, "auditor");
    }

    private String path() {
        return "/api/go-lives/%s/evidence".formatted(goLive);
    }

    private void assertNothingRecorded() throws IOException {
        assertThat(json.readTree(client.get(path(), "auditor").body()).get("evidence"))
                .isEmpty();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }
}

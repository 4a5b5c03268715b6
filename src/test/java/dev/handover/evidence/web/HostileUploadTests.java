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
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody uploads to do harm: refused, or kept exactly as it came and handed out so that nothing in it can act. */
@EvidenceTest
class HostileUploadTests {

    private static final Set<String> SHOWN =
            Set.of("image/png", "image/jpeg", "image/gif", "application/pdf", "text/plain;charset=UTF-8");

    @Autowired
    private TestGoLives goLives;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private MultipartClient client;
    private GoLiveKey goLive;

    @BeforeEach
    void createGoLive() {
        client = new MultipartClient(port);
        goLive = goLives.create();
    }

    @ParameterizedTest
    @EnumSource(value = HostileFile.class, mode = EnumSource.Mode.MATCH_ANY, names = "KEPT_.*")
    void isKeptAsItCameAndCannotAct(HostileFile file) throws IOException {
        var answer = upload(file.fileName(), file.bytes());

        assertThat(answer.statusCode()).isEqualTo(201);
        var added = json.readTree(answer.body());
        assertThat(added.get("mediaType").textValue()).isEqualTo(file.mediaType());
        assertThat(added.get("size").intValue()).as("not unpacked").isEqualTo(file.bytes().length);
        assertInert(added, file.bytes());
        assertThat(piecesOf(file.bytes())).isEqualTo((file.bytes().length + 262_143) / 262_144);
    }

    @ParameterizedTest
    @EnumSource(value = HostileFile.class, mode = EnumSource.Mode.MATCH_ANY, names = "REFUSED_.*")
    void isRefusedAndLeavesNothing(HostileFile file) throws IOException {
        var answer = upload(file.fileName(), file.bytes());

        assertThat(answer.statusCode()).isEqualTo(file.status());
        assertThat(json.readTree(answer.body()).get("detail").textValue()).isNotBlank();
        assertThat(json.readTree(client.get(path(), "auditor").body()).get("evidence"))
                .isEmpty();
        assertThat(piecesOf(file.bytes())).isZero();
    }

    static String[] namesArePlainOrTheUploadIsRefused() {
        return new String[] {
            "../../../etc/passwd",
            "..\\..\\windows\\system32\\drivers\\etc\\hosts",
            "/etc/cron.d/job.txt",
            "C:\\autoexec.txt",
            "nul\u0000byte.txt",
            "invoice\u202efdp.txt",
            "a\r\nX-Smuggled: 1.txt",
            "a\nb.txt",
            "x\"; filename*=UTF-8''b%0d%0aX-Smuggled%3a1.txt",
            "%2e%2e%2f%2e%2e%2fx.txt",
            "a".repeat(296) + ".txt",
            "con.txt",
            "LPT1",
            "aux.tar.gz",
            "...",
            " . ",
            "trailing.txt. . ",
            "<script>alert(1)</script>.txt",
            "$(reboot).txt",
            "x;y|z&.txt",
            "\ufeffhidden\u200b.txt"
        };
    }

    @ParameterizedTest
    @MethodSource
    void namesArePlainOrTheUploadIsRefused(String name) throws IOException {
        var content = ("named " + name).getBytes(StandardCharsets.UTF_8);
        var answer = upload(name, content);

        assertThat(answer.headers().firstValue("X-Smuggled")).isEmpty();
        if (answer.statusCode() != 201) {
            assertThat(answer.statusCode()).isBetween(400, 422);
            return;
        }
        var added = json.readTree(answer.body());
        assertThat(added.get("fileName").textValue())
                .hasSizeBetween(1, 150)
                .doesNotContainPattern("[\\p{Cc}\\u200b\\u202a-\\u202e\\ufeff/\\\\:<>\"|?*;%]")
                .doesNotMatch("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?")
                .doesNotStartWith(".")
                .doesNotEndWith(".")
                .doesNotEndWith(" ");
        assertInert(added, content);
    }

    private void assertInert(JsonNode added, byte[] sent) {
        assertThat(added.get("sha256").textValue())
                .as("named by its digest, whatever its own name")
                .isEqualTo(Digest.of(sent).sha256());
        var download = content(added, "");
        assertThat(header(download, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(download, "Content-Disposition")).startsWith("attachment;");
        assertThat(download.body()).isEqualTo(sent);
        assertCannotAct(download);
        var preview = content(added, "?inline");
        assertCannotAct(preview);
        if (header(preview, "Content-Disposition").startsWith("inline")) {
            assertThat(header(preview, "Content-Type")).isIn(SHOWN);
        } else {
            assertThat(header(preview, "Content-Type")).isEqualTo("application/octet-stream");
        }
    }

    private static void assertCannotAct(HttpResponse<byte[]> content) {
        assertThat(content.statusCode()).isEqualTo(200);
        assertThat(header(content, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(content, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(content.headers().firstValue("X-Smuggled")).isEmpty();
        var policy = header(content, "Content-Security-Policy");
        assertThat(policy).startsWith("default-src 'none'").doesNotContain("script-src");
        // a PDF is shown by the browser's own viewer, which is a sandbox, and is none in one of ours
        if (!header(content, "Content-Type").equals("application/pdf")) {
            assertThat(policy).endsWith("; sandbox");
        }
    }

    private long piecesOf(byte[] bytes) {
        return jdbc.sql("select count(*) from evidence_piece where sha256 = ?")
                .param(Digest.of(bytes).sha256())
                .query(Long.class)
                .single();
    }

    private HttpResponse<byte[]> upload(String name, byte[] bytes) throws IOException {
        return client.postMultipart(
                path(),
                "requester",
                Map.of(
                        "kind", new Field("support-handoff"),
                        "title", new Field("Attachment"),
                        "file", new Field(name, bytes)));
    }

    private HttpResponse<byte[]> content(JsonNode evidence, String query) {
        return client.get(evidence.at("/links/content").textValue() + query, "auditor");
    }

    private String path() {
        return "/api/go-lives/%s/evidence".formatted(goLive);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}

package dev.handover.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.evidence.EvidenceStore;
import dev.handover.evidence.EvidenceTest;
import dev.handover.evidence.TestGoLives;
import dev.handover.shared.GoLiveKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a sender of far too much is told, and how little of it is read. Speaks HTTP by hand to see both. */
@EvidenceTest
class OversizedUploadTests {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long SENT = 200 * MEGABYTE;

    @Autowired
    private EvidenceStore store;

    @Autowired
    private TestGoLives goLives;

    @LocalServerPort
    private int port;

    private GoLiveKey goLive;

    @BeforeEach
    void createGoLive() {
        goLive = goLives.create();
    }

    @Test
    void announced200MegabytesAreRefusedBeforeAnyIsRead() throws IOException {
        try (var socket = connect("requester", "Content-Length: " + SENT)) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 413").contains("at most 25 MB each");
        }
        assertThat(store.history(goLive)).isEmpty();
    }

    /** Most clients read no answer before they have sent everything; what is too much is thrown away as it comes. */
    @Test
    void unannounced200MegabytesAreRefusedWithoutBeingKept() throws IOException {
        try (var socket = connect("requester", "Transfer-Encoding: chunked")) {
            sendChunks(socket.getOutputStream());
            assertThat(answer(socket)).startsWith("HTTP/1.1 413").contains("at most 25 MB each");
        }
        assertThat(store.history(goLive)).isEmpty();
    }

    @Test
    void nothingIsReadFromSomebodyWhoMayNotAdd() throws IOException {
        try (var socket = connect("auditor", "Content-Length: " + 20 * MEGABYTE)) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 403");
        }
    }

    private Socket connect(String person, String length) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        var head = """
                POST /api/go-lives/%s/evidence HTTP/1.1\r
                Host: localhost\r
                Authorization: %s\r
                Content-Type: multipart/form-data; boundary=%s\r
                %s\r
                \r
                """.formatted(goLive, MultipartClient.credentials(person), MultipartClient.BOUNDARY, length);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void sendChunks(OutputStream out) throws IOException {
        writeChunk(out, MultipartClient.head("file", "big.bin").getBytes(StandardCharsets.US_ASCII));
        var chunk = new byte[(int) MEGABYTE];
        for (long sent = 0; sent < SENT; sent += chunk.length) {
            writeChunk(out, chunk);
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void writeChunk(OutputStream out, byte[] bytes) throws IOException {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Status line, headers, and the body as far as it is there. */
    private static String answer(Socket socket) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        var answer = new StringBuilder();
        for (var line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            answer.append(line).append('\n');
        }
        for (var line = reader.readLine(); line != null && !line.equals("0"); line = reader.readLine()) {
            answer.append(line).append('\n');
        }
        return answer.toString();
    }
}

package dev.handover.evidence;

import dev.handover.shared.Refusal;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends bytes to a ClamAV daemon in pieces and reads its verdict, see {@code clamd(8)}: INSTREAM. Fails closed: whatever is
 * not a clear "OK" keeps the file out.
 */
final class ClamdScan implements MalwareScan {

    private static final Logger LOG = LoggerFactory.getLogger(ClamdScan.class);

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final String CLEAN = "stream: OK";
    private static final String BEFORE = "stream: ";
    private static final String FOUND = " FOUND";
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_VERDICT = 1024;

    private final MalwareScanSettings settings;

    ClamdScan(MalwareScanSettings settings) {
        this.settings = settings;
    }

    @Override
    public void requireClean(Material material, String name) {
        var verdict = verdictOn(material, name);
        if (verdict.startsWith(BEFORE) && verdict.endsWith(FOUND)) {
            var malware = verdict.substring(BEFORE.length(), verdict.length() - FOUND.length());
            LOG.warn("Malware {} found in \"{}\" (sha256 {})", malware, name, material.digest());
            throw Refusal.invalidInput(
                    "The malware scanner found %s in \"%s\", so the file was not kept. Have the machine it came from looked at."
                            .formatted(malware, name));
        }
        if (!verdict.equals(CLEAN)) {
            LOG.error("The malware scanner did not scan \"{}\": {}", name, verdict);
            throw unavailable(name);
        }
    }

    private static Refusal unavailable(String name) {
        return Refusal.unavailable(
                "The malware scanner does not answer, so \"%s\" was not kept. Try again in a few minutes."
                        .formatted(name));
    }

    private String verdictOn(Material material, String name) {
        try (var socket = new Socket()) {
            // Closes the socket when the time is over, in whatever phase it is; a socket has no limit for writing.
            var limit = new CompletableFuture<Void>();
            limit.orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((none, timeIsOver) -> close(socket));
            try {
                socket.connect(new InetSocketAddress(settings.host(), settings.port()), (int)
                        Math.min(settings.timeout().toMillis(), Integer.MAX_VALUE));
                send(material, socket);
                return read(socket);
            } finally {
                limit.complete(null);
            }
        } catch (IOException e) {
            LOG.error("The malware scanner at {}:{} does not answer", settings.host(), settings.port(), e);
            throw unavailable(name);
        }
    }

    private static void send(Material material, Socket socket) throws IOException {
        var out = new DataOutputStream(socket.getOutputStream());
        out.write(COMMAND);
        var piece = new byte[PIECE];
        try (var bytes = material.open()) {
            for (int n = bytes.read(piece); n >= 0; n = bytes.read(piece)) {
                out.writeInt(n);
                out.write(piece, 0, n);
            }
        }
        out.writeInt(0);
        out.flush();
    }

    private static String read(Socket socket) throws IOException {
        var verdict = new String(socket.getInputStream().readNBytes(LONGEST_VERDICT), StandardCharsets.UTF_8);
        int end = verdict.indexOf('\0');
        return (end < 0 ? verdict : verdict.substring(0, end)).strip();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("cannot close the connection to the malware scanner", e);
        }
    }
}

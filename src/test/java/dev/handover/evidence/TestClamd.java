package dev.handover.evidence;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Speaks INSTREAM as a ClamAV daemon does, and knows one signature: the test file of EICAR. */
final class TestClamd implements AutoCloseable {

    /** In two parts, so that no scanner takes this source for it. */
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    /** How the daemon behaves. */
    enum Mood {
        WELL,
        SAYS_NOTHING,
        HANGS_UP,
        FILE_TOO_LARGE
    }

    private static final int LARGEST_PIECE = 1024 * 1024;

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Mood mood = Mood.WELL;

    TestClamd() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var acceptor = new Thread(this::accept, "test-clamd");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    int port() {
        return server.getLocalPort();
    }

    void be(Mood next) {
        mood = next;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                open.add(socket);
                var scan = new Thread(() -> scan(socket), "test-clamd-scan");
                scan.setDaemon(true);
                scan.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void scan(Socket socket) {
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            var command = in.readNBytes("zINSTREAM\0".length());
            if (mood == Mood.HANGS_UP || !new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
                return;
            }
            var isEicar = findsEicar(in);
            if (mood == Mood.SAYS_NOTHING) {
                in.read(); // until the client goes away
                return;
            }
            socket.getOutputStream().write((verdict(isEicar) + "\0").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException clientIsGone) {
            // as a daemon would, it goes on with the next
        } finally {
            open.remove(socket);
        }
    }

    /** Reads piece by piece and keeps next to nothing, as large contents are sent to it as well. */
    private static boolean findsEicar(DataInputStream in) throws IOException {
        var found = false;
        var seen = "";
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            if (length < 0 || length > LARGEST_PIECE) {
                throw new IOException("no piece has " + length + " bytes");
            }
            seen += new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
            found |= seen.contains(EICAR);
            seen = seen.substring(Math.max(0, seen.length() - EICAR.length()));
        }
        return found;
    }

    private String verdict(boolean isEicar) {
        if (mood == Mood.FILE_TOO_LARGE) {
            return "INSTREAM size limit exceeded. ERROR";
        }
        return isEicar ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : open) {
            socket.close();
        }
    }
}

package dev.handover.checks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that speaks in whatever bytes a test likes, on a free port of 127.0.0.1. It counts who knocks. */
public final class RawServer implements AutoCloseable {

    /** What to do with a connection whose request head has been read. */
    @FunctionalInterface
    public interface Conversation {
        void hold(Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket listener;
    private final boolean readsHead;
    private final Conversation conversation;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private RawServer(InetAddress address, int port, boolean readsHead, Conversation conversation) {
        try {
            this.listener = new ServerSocket(port, 50, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.readsHead = readsHead;
        this.conversation = conversation;
        daemon(this::accept);
    }

    /** Talks after it has read the head of a request. */
    public static RawServer answering(Conversation conversation) {
        return new RawServer(InetAddress.getLoopbackAddress(), 0, true, conversation);
    }

    /** Talks at once. */
    public static RawServer greeting(Conversation conversation) {
        return new RawServer(InetAddress.getLoopbackAddress(), 0, false, conversation);
    }

    /** Accepts on every address of this machine and says nothing. */
    public static RawServer silent() {
        return new RawServer(null, 0, false, (socket, out) -> {});
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                open.add(socket);
                daemon(() -> talk(socket));
            }
        } catch (IOException e) {
            // The listener was closed: the test is over.
        }
    }

    private void talk(Socket socket) {
        try {
            if (readsHead) {
                readHead(socket.getInputStream());
            }
            conversation.hold(socket, socket.getOutputStream());
        } catch (IOException | InterruptedException e) {
            // The other side has gone, which is what most tests wait for.
        }
    }

    private static void readHead(InputStream in) throws IOException {
        int newlines = 0;
        while (newlines < 2) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
        }
    }

    public static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    public int connections() {
        return connections.get();
    }

    public int port() {
        return listener.getLocalPort();
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.handover.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/**
 * A mail server that misbehaves as told, which no real one does on demand: it answers a command with a given reply, or
 * with {@link #SILENCE}, or with {@link #DRIP}: a reply that never ends, line after line. Commands are told by their first word; {@code CONNECT} is the greeting and {@code .} the end
 * of a message. With a certificate it speaks TLS from the first byte or after {@code STARTTLS}, if it offers that.
 */
final class ScriptedMailServer implements AutoCloseable {

    static final String SILENCE = "";
    static final String DRIP = "...";

    private static final Map<String, String> GOOD = Map.of(
            "CONNECT", "220 mail.example ready",
            "EHLO", "250 mail.example",
            "DATA", "354 go on",
            "QUIT", "221 bye");

    private final Map<String, String> replies = new ConcurrentHashMap<>(GOOD);
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService drips = Executors.newSingleThreadScheduledExecutor();
    private final ServerSocket socket;
    private final SSLContext tls;
    private final boolean beginsWithTls;

    ScriptedMailServer() {
        this(null, false);
    }

    /** @param tls null without TLS */
    ScriptedMailServer(SSLContext tls, boolean beginsWithTls) {
        this.tls = tls;
        this.beginsWithTls = beginsWithTls;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::acceptAll);
    }

    ScriptedMailServer answer(String command, String reply) {
        replies.put(command, reply);
        return this;
    }

    int port() {
        return socket.getLocalPort();
    }

    List<String> commands() {
        return commands;
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                connections.add(connection);
                start(() -> greet(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void greet(Socket accepted) {
        try (var connection = beginsWithTls ? overTls(accepted) : accepted) {
            reply(connection, "CONNECT");
            converse(connection);
        } catch (IOException gone) {
            // The other side hung up, as it may.
        }
    }

    private Socket overTls(Socket connection) throws IOException {
        return tls.getSocketFactory().createSocket(connection, null, true); // as a server
    }

    private void converse(Socket connection) throws IOException {
        try (connection) {
            var in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var command = line.split("[ :]")[0];
                commands.add(line);
                reply(connection, command);
                if (command.equals("STARTTLS") && tls != null) {
                    converse(overTls(connection));
                    return;
                }
                if (command.equals("DATA") && replies.get(command).startsWith("354")) {
                    skipMessage(in);
                    reply(connection, ".");
                }
            }
        }
    }

    private static void skipMessage(BufferedReader in) throws IOException {
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            // Nobody asks what it says.
        }
    }

    private void reply(Socket connection, String command) throws IOException {
        var reply = replies.getOrDefault(command, "250 ok");
        if (reply.equals(DRIP)) {
            drips.scheduleAtFixedRate(() -> drip(connection, command), 0, 100, TimeUnit.MILLISECONDS);
        } else if (!reply.equals(SILENCE)) {
            connection.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Ends, by its exception, once the other side has hung up. */
    private static void drip(Socket connection, String command) {
        try {
            var code = command.equals("CONNECT") ? "220" : command.equals("DATA") ? "354" : "250";
            connection.getOutputStream().write((code + "-wait\r\n").getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "scripted mail server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        drips.shutdownNow();
        socket.close();
        for (var connection : connections) {
            connection.close();
        }
    }
}

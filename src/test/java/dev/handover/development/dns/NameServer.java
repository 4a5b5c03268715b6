package dev.handover.development.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** A name server that answers from a zone of its owner's, over UDP and TCP on one port. */
public final class NameServer implements AutoCloseable {

    /** Most bytes of an answer over UDP without extensions (RFC 1035, 4.2.1). */
    private static final int MOST_OVER_UDP = 512;

    private static final int TRIES = 20;

    /** What a name server knows. */
    @FunctionalInterface
    public interface Zone {

        /** The answer to a question; empty to say nothing at all. */
        Optional<Reply> answer(Record question);
    }

    /** @param rcode of {@link org.xbill.DNS.Rcode} */
    public record Reply(int rcode, List<Record> records) {}

    private final DatagramSocket datagrams;
    private final ServerSocket connections;
    private final Zone zone;
    private final AtomicInteger questions = new AtomicInteger();

    private NameServer(DatagramSocket datagrams, ServerSocket connections, Zone zone) {
        this.datagrams = datagrams;
        this.connections = connections;
        this.zone = zone;
        daemon(this::serveDatagrams);
        daemon(this::serveConnections);
    }

    /** @param address port 0 for one that is free for both protocols */
    public static NameServer start(InetSocketAddress address, Zone zone) {
        IOException last = null;
        for (int i = 0; i < (address.getPort() == 0 ? TRIES : 1); i++) {
            try {
                var connections = new ServerSocket(address.getPort(), 50, address.getAddress());
                try {
                    var datagrams =
                            new DatagramSocket(new InetSocketAddress(address.getAddress(), connections.getLocalPort()));
                    return new NameServer(datagrams, connections, zone);
                } catch (IOException e) {
                    connections.close();
                    last = e;
                }
            } catch (IOException e) {
                last = e;
            }
        }
        throw new UncheckedIOException("the name server cannot listen at " + address, last);
    }

    private void serveDatagrams() {
        byte[] buffer = new byte[MOST_OVER_UDP];
        try {
            while (true) {
                var packet = new DatagramPacket(buffer, buffer.length);
                datagrams.receive(packet);
                byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()), MOST_OVER_UDP);
                if (answer != null) {
                    datagrams.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serveConnections() {
        try {
            while (true) {
                Socket socket = connections.accept();
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            byte[] answer = answer(in.readNBytes(in.readUnsignedShort()), Message.MAXLENGTH);
            if (answer != null) {
                var out = new DataOutputStream(socket.getOutputStream());
                out.writeShort(answer.length);
                out.write(answer);
                out.flush();
            }
        } catch (IOException e) {
            // The other side has gone.
        }
    }

    private byte[] answer(byte[] bytes, int limit) throws IOException {
        var query = new Message(bytes);
        questions.incrementAndGet();
        Optional<Reply> reply = zone.answer(query.getQuestion());
        if (reply.isEmpty()) {
            return null;
        }
        var message = new Message(query.getHeader().getID());
        message.getHeader().setFlag(Flags.QR);
        message.getHeader().setFlag(Flags.RA);
        message.getHeader().setRcode(reply.get().rcode());
        message.addRecord(query.getQuestion(), Section.QUESTION);
        reply.get().records().forEach(each -> message.addRecord(each, Section.ANSWER));
        return message.toWire(limit);
    }

    public int port() {
        return connections.getLocalPort();
    }

    /** Where it listens, as settings name it. */
    public String address() {
        return "127.0.0.1:" + port();
    }

    /** Questions so far. */
    public int questions() {
        return questions.get();
    }

    private static void daemon(Runnable task) {
        var thread = new Thread(task, "name-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        datagrams.close();
        try {
            connections.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

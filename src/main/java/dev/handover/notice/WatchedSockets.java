package dev.handover.notice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;

/**
 * The connections of one delivery, which can be cut while somebody waits on them. TLS is laid over them, unless the
 * installation names a socket factory for TLS of its own, which the mail library then asks instead.
 */
final class WatchedSockets extends SocketFactory {

    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    @Override
    public Socket createSocket() throws IOException {
        var socket = new Socket();
        sockets.add(socket);
        if (cut) {
            socket.close();
        }
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
    }

    private Socket connected(InetSocketAddress to, InetSocketAddress from) throws IOException {
        var socket = createSocket();
        socket.bind(from);
        socket.connect(to);
        return socket;
    }

    /** Ends the delivery: whoever reads or writes gets an error. */
    void cut() {
        cut = true;
        for (var socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is of no use any more, closed or not.
            }
        }
    }

    boolean areCut() {
        return cut;
    }
}

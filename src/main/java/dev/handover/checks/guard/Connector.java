package dev.handover.checks.guard;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Opens sockets to admitted destinations: the one place where a connection to the outside begins. */
final class Connector {

    /** TLS 1.0 and 1.1 are dead (RFC 8996). */
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final Duration connectTimeout;

    Connector(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    /** A connection that its time limit closes when it is over. */
    record Connection(Socket socket, Socket raw, TimeLimit limit) implements Closeable {

        InetAddress address() {
            return raw.getInetAddress();
        }

        /** Cuts the connection without reading what is left or saying goodbye, since either could take for ever. */
        @Override
        public void close() {
            limit.forget(raw);
            TimeLimit.closeQuietly(raw);
        }
    }

    /**
     * Connects to the first address that accepts, never through a proxy.
     *
     * @throws IOException of the last address that was tried
     */
    Connection connect(Destination to, TimeLimit limit) throws IOException {
        return connect(to, limit, () -> new Socket(Proxy.NO_PROXY));
    }

    /** @param sockets makes sockets that are not connected and use no proxy */
    Connection connect(Destination to, TimeLimit limit, Supplier<Socket> sockets) throws IOException {
        IOException last = null;
        for (InetAddress address : to.addresses()) {
            Socket socket = limit.watch(sockets.get());
            try {
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(address, to.place().port()), patience(limit));
                return new Connection(socket, socket, limit);
            } catch (IOException e) {
                limit.forget(socket);
                TimeLimit.closeQuietly(socket);
                last = e;
            }
        }
        throw last;
    }

    /** Speaks TLS on a connection, for the host that was asked for (name and certificate), at the address that was judged. */
    Connection secure(Connection plain, Place place, SSLSocketFactory factory) throws IOException {
        SSLSocket socket = layered(plain.raw(), place, factory);
        socket.startHandshake();
        return new Connection(socket, plain.raw(), plain.limit());
    }

    /** A TLS socket on a connected one, before its handshake. */
    static SSLSocket layered(Socket plain, Place place, SSLSocketFactory factory) throws IOException {
        String name = place.host().literal() == null
                ? place.host().text()
                : place.host().literal().getHostAddress();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, name, place.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    /** In milliseconds, never 0, which Java takes for "wait for ever". */
    private int patience(TimeLimit limit) {
        Duration left = limit.remaining();
        Duration patience = left.compareTo(connectTimeout) < 0 ? left : connectTimeout;
        return (int) Math.max(1, patience.toMillis());
    }
}

package dev.handover.checks.guard;

import dev.handover.checks.guard.Connector.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The leave to open connections to one admitted destination, for as long as one piece of work takes. What a driver asks
 * for beyond that it does not get.
 */
final class Admission implements AutoCloseable {

    /** Most bytes that are read of one connection. */
    static final long BYTE_LIMIT = 512 * 1024;

    /** One, and one more that a driver opens to call a statement off. */
    private static final int MOST_CONNECTIONS = 2;

    private final Destination destination;
    private final Connector connector;
    private final TimeLimit limit;
    private final List<Connection> opened = new CopyOnWriteArrayList<>();

    Admission(Destination destination, Connector connector, TimeLimit limit) {
        this.destination = destination;
        this.connector = connector;
        this.limit = limit;
    }

    Place place() {
        return destination.place();
    }

    TimeLimit limit() {
        return limit;
    }

    /** A socket that is connected to the admitted address and is closed with the limit. */
    Socket open() throws IOException {
        if (opened.size() >= MOST_CONNECTIONS) {
            throw new IOException("no more connections are given out");
        }
        Connection connection = connector.connect(destination, limit, LimitedSocket::new);
        opened.add(connection);
        return connection.raw();
    }

    /** Cuts what was opened. */
    @Override
    public void close() {
        opened.forEach(Connection::close);
    }

    /** Reads at most {@link #BYTE_LIMIT}, so that nobody fills the memory by talking on. */
    private static final class LimitedSocket extends Socket {

        private InputStream input;

        LimitedSocket() {
            super(Proxy.NO_PROXY);
        }

        @Override
        public synchronized InputStream getInputStream() throws IOException {
            if (input == null) {
                input = new LimitedInput(super.getInputStream(), BYTE_LIMIT);
            }
            return input;
        }
    }
}

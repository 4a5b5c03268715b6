package dev.handover.checks.guard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Where the database driver gets its sockets: connected already, to an address that was judged. The driver looks nothing up
 * and connects nowhere itself. Public because the driver makes it, by reflection.
 */
public final class AdmittedSockets extends SocketFactory {

    private final Admission admission;

    /** @param token of {@link Admissions} */
    public AdmittedSockets(String token) {
        this.admission = Admissions.of(token).admission();
    }

    @Override
    public Socket createSocket() throws IOException {
        return admission.open();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw notHere();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw notHere();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw notHere();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw notHere();
    }

    private static UnsupportedOperationException notHere() {
        return new UnsupportedOperationException("where sockets lead to is decided before");
    }
}

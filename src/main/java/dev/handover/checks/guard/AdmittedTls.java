package dev.handover.checks.guard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS for the database driver, as for all other calls: the same authorities, the same protocols, and the certificate must be
 * for the host that was asked for. Public because the driver makes it, by reflection.
 */
public final class AdmittedTls extends SSLSocketFactory {

    private final Place place;
    private final SSLSocketFactory sockets;

    /** @param token of {@link Admissions} */
    public AdmittedTls(String token) {
        Admissions.Leave leave = Admissions.of(token);
        this.place = leave.admission().place();
        this.sockets = leave.trust().sockets();
    }

    /** @param host as the driver says it; what was admitted counts */
    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        return Connector.layered(connected, place, sockets);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
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

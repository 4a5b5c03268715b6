package dev.handover.checks.guard;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Watches a handshake whose only purpose is to look at the certificate: it writes down what the authorities object to and
 * lets the handshake go on, so that a bad certificate can be described. Nothing is ever sent over such a connection.
 */
final class CertificateWitness extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager authorities;
    private final List<String> faults = new ArrayList<>();
    private List<X509Certificate> chain = List.of();

    CertificateWitness(X509ExtendedTrustManager authorities) {
        this.authorities = authorities;
    }

    /** As the server sent it, its own certificate first. */
    List<X509Certificate> chain() {
        return chain;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /** The chain is judged first and the host name only after it, since the second judgement repeats the first. */
    @Override
    public void checkServerTrusted(X509Certificate[] sent, String authType, Socket socket) {
        chain = List.of(sent);
        try {
            authorities.checkServerTrusted(sent, authType);
        } catch (CertificateException e) {
            faults.add(TlsFaults.explain(e));
            return;
        }
        try {
            authorities.checkServerTrusted(sent, authType, socket);
        } catch (CertificateException e) {
            faults.add(TlsFaults.explain(e));
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String authType, SSLEngine engine) {
        throw new UnsupportedOperationException("only sockets are used");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String authType) {
        throw new UnsupportedOperationException("only sockets are used");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType, Socket socket) {
        throw new UnsupportedOperationException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType, SSLEngine engine) {
        throw new UnsupportedOperationException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType) {
        throw new UnsupportedOperationException("this is a client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.getAcceptedIssuers();
    }
}

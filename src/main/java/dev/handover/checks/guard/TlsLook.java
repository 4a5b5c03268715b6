package dev.handover.checks.guard;

import dev.handover.checks.guard.Connector.Connection;
import dev.handover.shared.Digest;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** Looks at the certificate and protocol of a server. */
final class TlsLook {

    private final Connector connector;
    private final Trust trust;

    TlsLook(Connector connector, Trust trust) {
        this.connector = connector;
        this.trust = trust;
    }

    /** @throws IOException if there is no connection or no handshake at all */
    TlsFacts at(Destination destination, TimeLimit limit) throws IOException {
        var witness = new CertificateWitness(trust.authorities());
        try (Connection plain = connector.connect(destination, limit)) {
            Connection secure = connector.secure(plain, destination.place(), trust.sockets(witness));
            return facts(((SSLSocket) secure.socket()).getSession(), witness);
        } catch (CertificateEncodingException | CertificateParsingException e) {
            throw new IOException("the certificate cannot be read", e);
        }
    }

    private static TlsFacts facts(SSLSession session, CertificateWitness witness)
            throws CertificateEncodingException, CertificateParsingException {
        X509Certificate certificate = witness.chain().get(0);
        return new TlsFacts(
                session.getProtocol(),
                session.getCipherSuite(),
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                names(certificate),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                Digest.of(certificate.getEncoded()).sha256(),
                witness.chain().size(),
                witness.faults());
    }

    private static List<String> names(X509Certificate certificate) throws CertificateParsingException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        return names == null
                ? List.of()
                : names.stream().map(name -> Texts.shown(name.get(1))).toList();
    }
}

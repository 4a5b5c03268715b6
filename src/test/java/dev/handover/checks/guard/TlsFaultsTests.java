package dev.handover.checks.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class TlsFaultsTests {

    @Test
    void theCauseAtTheBottomIsWhatPeopleAreTold() {
        assertThat(TlsFaults.explain(handshakeEndedBy(new CertificateExpiredException())))
                .isEqualTo("the certificate has expired");
        assertThat(TlsFaults.explain(handshakeEndedBy(new CertificateNotYetValidException())))
                .isEqualTo("the certificate is not valid yet");
        assertThat(TlsFaults.explain(handshakeEndedBy(new CertPathBuilderException())))
                .isEqualTo("the certificate is not signed by a trusted authority");
    }

    @Test
    void whatIsNotKnownIsQuotedOnOneShortLine() {
        assertThat(TlsFaults.explain(new CertificateException("odd\r\nline")))
                .isEqualTo("the certificate was not accepted: odd line");
        assertThat(TlsFaults.explain(new SSLHandshakeException("x".repeat(1000))))
                .startsWith("TLS did not come about: xxx")
                .hasSizeLessThan(400);
    }

    private static SSLHandshakeException handshakeEndedBy(Exception bottom) {
        var handshake = new SSLHandshakeException("PKIX path validation failed");
        handshake.initCause(new CertificateException(bottom));
        return handshake;
    }
}

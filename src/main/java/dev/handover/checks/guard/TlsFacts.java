package dev.handover.checks.guard;

import java.time.Instant;
import java.util.List;

/**
 * What a TLS handshake showed, whether or not it would have been accepted.
 *
 * @param protocol for example {@code TLSv1.3}
 * @param cipher name of the cipher suite
 * @param subject distinguished name of the server's certificate
 * @param issuer distinguished name of its issuer
 * @param names host names and addresses the certificate is for
 * @param validFrom start of the certificate's validity
 * @param validUntil end of the certificate's validity
 * @param fingerprint SHA-256 of the certificate, lower-case hexadecimal
 * @param chainLength number of certificates the server sent
 * @param faults why a client would not accept the connection; empty if it would
 */
public record TlsFacts(
        String protocol,
        String cipher,
        String subject,
        String issuer,
        List<String> names,
        Instant validFrom,
        Instant validUntil,
        String fingerprint,
        int chainLength,
        List<String> faults) {}

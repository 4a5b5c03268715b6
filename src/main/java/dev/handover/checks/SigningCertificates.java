package dev.handover.checks;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The certificates that a SAML identity provider signs with. While a key is changed there are two: one that lasts is enough,
 * and one that is not valid yet does not count.
 *
 * @param readable in the order of the metadata; @param unreadable number of those that are no certificates
 */
record SigningCertificates(List<X509Certificate> readable, int unreadable) {

    /** @param encoded Base64 of DER, without white space */
    static SigningCertificates of(List<String> encoded) {
        List<X509Certificate> readable = new ArrayList<>();
        for (String each : encoded) {
            try {
                var der = new ByteArrayInputStream(Base64.getDecoder().decode(each));
                readable.add((X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(der));
            } catch (CertificateException | IllegalArgumentException e) {
                // Counted below.
            }
        }
        return new SigningCertificates(List.copyOf(readable), encoded.size() - readable.size());
    }

    /** What is wrong with them; empty if at least one is valid now and for so many days. */
    List<String> faults(Instant now, int minDays) {
        List<String> faults = new ArrayList<>();
        if (unreadable > 0) {
            faults.add("%d signing certificate(s) cannot be read".formatted(unreadable));
        }
        if (readable.isEmpty()) {
            faults.add("there is no signing certificate (KeyDescriptor with use=\"signing\")");
        } else if (readable.stream().noneMatch(each -> lasts(each, now, minDays))) {
            faults.add("no signing certificate is valid now and for at least %d days: %s"
                    .formatted(
                            minDays,
                            readable.stream().map(each -> state(each, now)).collect(Collectors.joining(", "))));
        }
        return faults;
    }

    /** When the last of those that are valid now runs out; {@code never} for none, so that it can be shown. */
    String lastUntil(Instant now) {
        return readable.stream()
                .filter(each -> !now.isBefore(from(each)))
                .map(SigningCertificates::until)
                .max(Comparator.naturalOrder())
                .map(Instant::toString)
                .orElse("never");
    }

    String described() {
        return readable.stream()
                .map(each -> "%s, %s to %s"
                        .formatted(Words.quoted(each.getSubjectX500Principal().getName()), from(each), until(each)))
                .collect(Collectors.joining("; "));
    }

    private static boolean lasts(X509Certificate certificate, Instant now, int minDays) {
        return !now.isBefore(from(certificate))
                && !now.isAfter(until(certificate))
                && Duration.between(now, until(certificate)).toDays() >= minDays;
    }

    private static String state(X509Certificate certificate, Instant now) {
        return now.isBefore(from(certificate))
                ? "one begins on " + from(certificate)
                : "one %s on %s".formatted(now.isAfter(until(certificate)) ? "expired" : "expires", until(certificate));
    }

    private static Instant from(X509Certificate certificate) {
        return certificate.getNotBefore().toInstant();
    }

    private static Instant until(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }
}

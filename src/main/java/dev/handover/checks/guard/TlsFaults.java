package dev.handover.checks.guard;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;

/** Says in words why TLS did not come about; Java's own messages are for those who know its source. */
final class TlsFaults {

    private TlsFaults() {}

    static String explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return "the certificate has expired";
            }
            if (cause instanceof CertificateNotYetValidException) {
                return "the certificate is not valid yet";
            }
            if (cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException) {
                return "the certificate is not signed by a trusted authority";
            }
        }
        return explainMessage(failure);
    }

    private static String explainMessage(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("No subject alternative") || message.contains("No name matching")) {
            return "the certificate is for another host name";
        }
        if (message.contains("protocol_version") || message.contains("No appropriate protocol")) {
            return "the server offers neither TLS 1.2 nor TLS 1.3";
        }
        if (message.contains("Unsupported or unrecognized SSL message")) {
            return "the server does not speak TLS";
        }
        return failure instanceof CertificateException
                ? "the certificate was not accepted: " + Texts.shown(message)
                : "TLS did not come about: " + Texts.shown(message);
    }
}

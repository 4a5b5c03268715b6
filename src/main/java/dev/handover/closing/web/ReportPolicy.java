package dev.handover.closing.web;

import dev.handover.shared.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The Content-Security-Policy of a report: nothing runs, nothing is loaded, and the one style sheet is the one it came with,
 * by its hash. The hash is taken from the document, since a frozen report keeps the style sheet of its day.
 */
final class ReportPolicy {

    private static final String BEGIN = "<style>";
    private static final String END = "</style>";

    private ReportPolicy() {}

    static String of(String html) {
        int begin = html.indexOf(BEGIN) + BEGIN.length();
        var style = html.substring(begin, html.indexOf(END, begin));
        var hash = Digest.computation().digest(style.getBytes(StandardCharsets.UTF_8));
        return "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
                .formatted(Base64.getEncoder().encodeToString(hash));
    }
}

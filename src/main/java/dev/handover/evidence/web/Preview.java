package dev.handover.evidence.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;

/**
 * What a browser may show in place, and how. Everything else is handed out as a download of unknown bytes.
 *
 * @param contentType as sent; every kind of text is sent as plain text
 * @param policy Content-Security-Policy
 */
record Preview(MediaType contentType, String policy) {

    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    /** For whatever is not known to be harmless: no scripts, no origin, no requests. */
    static final String SANDBOX = NOTHING + "; sandbox";

    /** Chromium shows no PDF in a sandboxed document, and embeds its viewer, which is a sandbox of its own. */
    private static final String PDF_VIEWER = NOTHING + "; object-src 'self'; style-src 'unsafe-inline'";

    private static final Map<String, MediaType> IMAGES = Map.of(
            "image/png", MediaType.IMAGE_PNG,
            "image/jpeg", MediaType.IMAGE_JPEG,
            "image/gif", MediaType.IMAGE_GIF,
            "image/webp", MediaType.valueOf("image/webp"));

    private static final Set<String> TEXTS =
            Set.of("text/plain", "text/csv", "text/markdown", "text/x-log", "text/x-yaml", "application/json");

    private static final MediaType PLAIN_TEXT = MediaType.valueOf("text/plain;charset=UTF-8");

    /** How content of that detected media type is shown; empty if it is not. */
    static Optional<Preview> of(String mediaType) {
        if (TEXTS.contains(mediaType)) {
            return Optional.of(new Preview(PLAIN_TEXT, SANDBOX));
        }
        if (mediaType.equals(MediaType.APPLICATION_PDF_VALUE)) {
            return Optional.of(new Preview(MediaType.APPLICATION_PDF, PDF_VIEWER));
        }
        return Optional.ofNullable(IMAGES.get(mediaType)).map(image -> new Preview(image, SANDBOX));
    }
}

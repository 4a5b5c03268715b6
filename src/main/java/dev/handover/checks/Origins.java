package dev.handover.checks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Compares where addresses lead (RFC 6454: scheme, host and port). */
final class Origins {

    private Origins() {}

    static boolean same(URI one, URI other) {
        return one.getHost() != null
                && one.getHost().equalsIgnoreCase(other.getHost())
                && one.getScheme().equalsIgnoreCase(other.getScheme())
                && port(one) == port(other);
    }

    /** The same place and path; parameters may differ. */
    static boolean samePage(URI one, URI other) {
        return same(one, other) && path(one).equals(path(other));
    }

    /** Where a redirect leads; empty if it leads to no address of the web. */
    static Optional<URI> resolve(URI from, String location) {
        try {
            return Optional.of(from.resolve(new URI(location.strip())))
                    .filter(uri -> uri.getHost() != null && uri.getScheme() != null);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String path(URI uri) {
        return uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    }

    private static int port(URI uri) {
        boolean isTls = uri.getScheme().toLowerCase(Locale.ROOT).equals("https");
        return uri.getPort() < 0 ? isTls ? 443 : 80 : uri.getPort();
    }
}

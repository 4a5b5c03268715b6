package dev.handover.checks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Hosts and ports as the limit per host counts them. */
final class Ports {

    private Ports() {}

    /** Empty if the host is none, which whoever connects to it will say. */
    static Optional<URI> address(String scheme, String host, int port) {
        try {
            return Optional.of(new URI(scheme + "://" + host + ":" + port)).filter(uri -> uri.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}

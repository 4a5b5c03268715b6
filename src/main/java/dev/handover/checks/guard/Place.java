package dev.handover.checks.guard;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * What an address says about where a call goes. Equal places are one origin (RFC 6454): what may be sent to one may be sent
 * to the other.
 *
 * @param scheme {@code http} or {@code https}; {@code tcp}, {@code postgresql} or {@code postgresql-plain} of {@link #of(String,
 *     String, int)}
 */
record Place(String scheme, HostName host, int port) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** @throws IllegalArgumentException saying what is wrong, if the address could mean different places to different readers */
    static Place of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            throw new IllegalArgumentException("only http and https addresses can be called");
        }
        String authority = uri.getRawAuthority();
        if (authority == null) {
            throw new IllegalArgumentException("it names no host");
        }
        if (authority.indexOf('@') >= 0) {
            throw new IllegalArgumentException("user names and passwords have no place in an address");
        }
        int end = authority.startsWith("[") ? authority.indexOf(']') + 1 : authority.indexOf(':');
        int hostEnd = end < 0 ? authority.length() : end;
        HostName host = HostName.parse(authority.substring(0, hostEnd));
        return new Place(scheme, host, port(authority.substring(hostEnd), scheme));
    }

    /**
     * A place that is named by host and port, for what is not HTTP. The host passes the same rules as one in an address.
     *
     * @throws IllegalArgumentException saying what is wrong, if the host could mean different places to different readers
     */
    static Place of(String scheme, String host, int port) {
        return new Place(scheme, HostName.parse(host), validPort(port));
    }

    private static int port(String rest, String scheme) {
        if (rest.isEmpty()) {
            return scheme.equals("https") ? 443 : 80;
        }
        if (!rest.matches(":[0-9]{1,5}")) {
            throw new IllegalArgumentException("the port must be a number");
        }
        return validPort(Integer.parseInt(rest.substring(1)));
    }

    private static int validPort(int port) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("the port must be from 1 to 65535");
        }
        return port;
    }

    boolean isTls() {
        return scheme.equals("https");
    }

    /** Value of the Host header (RFC 9110, 7.2). */
    String authority() {
        boolean usual = SCHEMES.contains(scheme) && port == (isTls() ? 443 : 80);
        return usual ? host.text() : host.text() + ":" + port;
    }

    @Override
    public String toString() {
        return scheme + "://" + authority();
    }
}

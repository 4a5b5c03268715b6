package dev.handover.checks.guard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hosts as the settings name them: {@code host:port}, or {@code *.domain:port} for every name below the domain (not the
 * domain itself). The port is never optional, and a pattern never stands for IP addresses it does not spell out.
 *
 * @param below true if the pattern stands for the names below {@code host}
 */
record HostPattern(boolean below, HostName host, int port) {

    private static final Pattern FORM = Pattern.compile("(\\*\\.)?(\\[[^]]*]|[^:*\\[\\]]+):([0-9]{1,5})");

    /** @throws IllegalArgumentException saying what is wrong with the text */
    static HostPattern parse(String text) {
        Matcher parts = FORM.matcher(text == null ? "" : text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not of the form host:port or *.domain:port".formatted(Texts.shown(text)));
        }
        boolean below = parts.group(1) != null;
        HostName host = HostName.parse(parts.group(2));
        int port = Integer.parseInt(parts.group(3));
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("\"%s\" has no port from 1 to 65535".formatted(text));
        }
        if (below && (host.literal() != null || host.text().indexOf('.') < 0)) {
            throw new IllegalArgumentException(
                    "\"%s\" is too wide: after *. write a domain of at least two labels".formatted(text));
        }
        return new HostPattern(below, host, port);
    }

    boolean matches(HostName other, int otherPort) {
        return port == otherPort
                && (below
                        ? other.literal() == null && other.text().endsWith("." + host.text())
                        : other.text().equals(host.text()));
    }

    @Override
    public String toString() {
        return (below ? "*." : "") + host + ":" + port;
    }
}

package dev.handover.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and a port as plans write them. Whether the host may be reached, and whether its spelling is clear, is decided where
 * connections are made.
 *
 * @param host a name, an IPv4 address, or an IPv6 address in brackets
 * @param port from 1 to 65535
 */
public record HostAndPort(String host, int port) {

    private static final String HOST =
            "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,251}[\\p{L}\\p{N}])?|\\[[0-9a-fA-F:.]{2,45}]";
    private static final Pattern HOST_FORM = Pattern.compile(HOST);
    private static final Pattern FORM = Pattern.compile("(%s):([0-9]{1,5})".formatted(HOST));
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:.*:)[0-9a-fA-F:]{2,39}");

    /** @throws IllegalArgumentException if the text is something else */
    public static HostAndPort of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("not a host and a port"));
    }

    private static Optional<HostAndPort> find(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(parts.group(2));
        return port < 1 || port > 65_535 ? Optional.empty() : Optional.of(new HostAndPort(parts.group(1), port));
    }

    static Optional<Problem> problem(String text) {
        return find(text).isPresent()
                ? Optional.empty()
                : problem("This is not a host and a port.", "Write it like historian.example.com:4840.");
    }

    static Optional<Problem> hostProblem(String text) {
        return HOST_FORM.matcher(text).matches()
                ? Optional.empty()
                : problem("This is not a host.", "Write it like db.example.com, without a port.");
    }

    static Optional<Problem> addressProblem(String text) {
        return IPV4.matcher(text).matches() || IPV6.matcher(text).matches()
                ? Optional.empty()
                : problem("\"%s\" is not an IP address.".formatted(Shown.text(text)), "Write it like 203.0.113.10.");
    }

    private static Optional<Problem> problem(String message, String mend) {
        return Optional.of(new Problem(message, mend));
    }
}

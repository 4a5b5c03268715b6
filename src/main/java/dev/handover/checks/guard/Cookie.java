package dev.handover.checks.guard;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One cookie of one origin (RFC 6265), read conservatively: whatever is odd is not kept.
 *
 * @param path begins with a slash; the cookie goes to addresses at or below it
 * @param isSecure true if it goes over TLS only
 * @param isGone true if the server takes the cookie back
 */
record Cookie(String name, String value, String path, boolean isSecure, boolean isGone) {

    private static final int LONGEST = 4_096;
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}");
    private static final Pattern VALUE = Pattern.compile("[\\x21\\x23-\\x2B\\x2D-\\x3A\\x3C-\\x5B\\x5D-\\x7E]*");

    /**
     * Reads a Set-Cookie header.
     *
     * @param from who set it: a cookie for another host is not kept, and none goes to neighbours
     * @param requestPath path of the address that set it
     */
    static Optional<Cookie> parse(String header, Place from, String requestPath) {
        String[] parts = header.split(";", -1);
        int equals = parts[0].indexOf('=');
        if (header.length() > LONGEST || equals < 1) {
            return Optional.empty();
        }
        String name = parts[0].substring(0, equals).strip();
        String value = unquoted(parts[0].substring(equals + 1).strip());
        var cookie = new Cookie(name, value, directory(requestPath), false, value.isEmpty());
        for (int i = 1; i < parts.length; i++) {
            cookie = cookie.with(parts[i]);
        }
        boolean isFit = NAME.matcher(name).matches()
                && VALUE.matcher(value).matches()
                && (!cookie.isSecure || from.isTls())
                && isForHost(parts, from);
        return isFit ? Optional.of(cookie) : Optional.empty();
    }

    private Cookie with(String attribute) {
        String value = valueOf(attribute);
        return switch (nameOf(attribute)) {
            case "path" -> value.startsWith("/") ? new Cookie(name, this.value, value, isSecure, isGone) : this;
            case "secure" -> new Cookie(name, this.value, path, true, isGone);
            case "max-age" -> new Cookie(name, this.value, path, isSecure, isGone || value.matches("0+|-[0-9]+"));
            default -> this;
        };
    }

    /** True if no attribute says that the cookie is for a host that this one is not. */
    private static boolean isForHost(String[] parts, Place from) {
        for (int i = 1; i < parts.length; i++) {
            String domain = valueOf(parts[i]).toLowerCase(Locale.ROOT).replaceFirst("^\\.", "");
            String host = from.host().text();
            if (nameOf(parts[i]).equals("domain") && !host.equals(domain) && !host.endsWith("." + domain)) {
                return false;
            }
        }
        return true;
    }

    private static String nameOf(String attribute) {
        int equals = attribute.indexOf('=');
        return (equals < 0 ? attribute : attribute.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
    }

    private static String valueOf(String attribute) {
        int equals = attribute.indexOf('=');
        return equals < 0 ? "" : attribute.substring(equals + 1).strip();
    }

    private static String unquoted(String text) {
        boolean isQuoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return isQuoted ? text.substring(1, text.length() - 1) : text;
    }

    /** RFC 6265, 5.1.4. */
    private static String directory(String requestPath) {
        int slash = requestPath.lastIndexOf('/');
        return slash < 1 ? "/" : requestPath.substring(0, slash);
    }

    boolean goesTo(String requestPath, boolean isTls) {
        boolean isBelow = requestPath.equals(path) || requestPath.startsWith(path.endsWith("/") ? path : path + "/");
        return isBelow && (isTls || !isSecure);
    }

    /** The value is left out. */
    @Override
    public String toString() {
        return "Cookie[%s, %s]".formatted(name, path);
    }
}

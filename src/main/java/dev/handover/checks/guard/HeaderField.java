package dev.handover.checks.guard;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A header of a request.
 *
 * @param name a token (RFC 9110, 5.6.2)
 * @param value without control characters
 */
record HeaderField(String name, String value) {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
    private static final int LONGEST_VALUE = 4_000;

    /** Where a call goes, where its body ends and who asks is decided here and nowhere else. */
    private static final Set<String> OURS = Set.of(
            "host",
            "cookie",
            "content-length",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "proxy-authorization",
            "proxy-connection");

    HeaderField {
        if (!TOKEN.matcher(name).matches() || OURS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a header that a call may set".formatted(Texts.shown(name)));
        }
    }

    /** A header that a plan asks for: who asks is never said that way, since that would put a secret into a plan. */
    static HeaderField chosen(String name, String value) {
        if (name.equalsIgnoreCase("authorization")) {
            throw new IllegalArgumentException("a call identifies itself by a credential, never by a header");
        }
        if (value.length() > LONGEST_VALUE || value.chars().anyMatch(c -> Character.isISOControl(c) || c > 0xff)) {
            throw new IllegalArgumentException(
                    "the value of header \"%s\" is too long or has characters that no header carries".formatted(name));
        }
        return new HeaderField(name, value);
    }

    /** Values are left out: they may be secrets. */
    @Override
    public String toString() {
        return name;
    }
}

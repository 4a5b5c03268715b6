package dev.handover.checks.guard;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host in the one form that all rules compare: lower case, no trailing dot, international names in ASCII, IP addresses in
 * their usual notation. Two spellings of one host are therefore one host, and a spelling that systems read differently
 * (octal, hexadecimal, one number, three numbers, zone ids, percent signs) is refused instead of guessed at.
 *
 * @param text the canonical text; an IPv6 address stands in brackets
 * @param literal the address itself if the text is one; null for a name
 */
record HostName(String text, InetAddress literal) {

    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern FOUR_DECIMALS = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-fA-F:.]+]");

    /** @throws IllegalArgumentException saying what is wrong, if no rule could tell for sure which host is meant */
    static HostName parse(String raw) {
        if (raw.startsWith("[")) {
            return ipv6(raw);
        }
        String name = withoutTrailingDot(ascii(raw).toLowerCase(Locale.ROOT));
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"%s\" is not a host name".formatted(Texts.shown(raw)));
        }
        if (!ENDS_IN_A_NUMBER.matcher(name).matches()) {
            return new HostName(name, null);
        }
        if (!FOUR_DECIMALS.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not the usual notation of an IP address; write four decimal numbers".formatted(name));
        }
        return ofAddress(name);
    }

    private static HostName ipv6(String raw) {
        if (!IPV6.matcher(raw).matches() || raw.indexOf(':') < 0) {
            throw new IllegalArgumentException("\"%s\" is not an IPv6 address".formatted(Texts.shown(raw)));
        }
        return ofAddress(raw.substring(1, raw.length() - 1));
    }

    /** Never asks a name server: the caller has seen that the text is an address. IPv4 inside IPv6 comes out as IPv4. */
    private static HostName ofAddress(String text) {
        try {
            InetAddress address = InetAddress.getByName(text);
            String usual = address.getHostAddress();
            return new HostName(address instanceof Inet6Address ? "[" + usual + "]" : usual, address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("\"%s\" is not an IP address".formatted(text), e);
        }
    }

    private static String ascii(String raw) {
        try {
            return IDN.toASCII(raw, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("\"%s\" is not a host name".formatted(Texts.shown(raw)), e);
        }
    }

    private static String withoutTrailingDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    Optional<InetAddress> address() {
        return Optional.ofNullable(literal);
    }

    @Override
    public String toString() {
        return text;
    }
}

package dev.handover.checks.guard;

import static dev.handover.checks.guard.AddressRange.Reach.NEVER;
import static dev.handover.checks.guard.AddressRange.Reach.PRIVATE;
import static dev.handover.checks.guard.AddressRange.Reach.PUBLIC;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Says which addresses are public. Source: IANA registries of special-purpose IPv4 and IPv6 addresses (RFC 6890), and the
 * addresses at which cloud platforms serve instance metadata.
 *
 * <p>IPv6 is judged the other way round: only 2000::/3 is handed out to the Internet, so whatever lies outside is not public.
 */
final class AddressRules {

    private static final AddressRange SIX_TO_FOUR = AddressRange.of("2002::/16", PRIVATE, "6to4 address");
    private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96", PRIVATE, "NAT64 address");
    private static final BigInteger MAPPED_HEAD = BigInteger.valueOf(0xffff);

    /** First match wins, so single addresses stand before the blocks they lie in. */
    private static final List<AddressRange> RANGES = List.of(
            AddressRange.of("169.254.169.254/32", NEVER, "cloud metadata address"),
            AddressRange.of("169.254.170.2/32", NEVER, "cloud metadata address"),
            AddressRange.of("100.100.100.200/32", NEVER, "cloud metadata address"),
            AddressRange.of("168.63.129.16/32", NEVER, "cloud metadata address"),
            AddressRange.of("192.0.0.192/32", NEVER, "cloud metadata address"),
            AddressRange.of("fd00:ec2::254/128", NEVER, "cloud metadata address"),
            AddressRange.of("fd20:ce::254/128", NEVER, "cloud metadata address"),
            AddressRange.of("0.0.0.0/8", NEVER, "unspecified address"),
            AddressRange.of("224.0.0.0/4", NEVER, "multicast address"),
            AddressRange.of("240.0.0.0/4", NEVER, "reserved address"),
            AddressRange.of("::/128", NEVER, "unspecified address"),
            AddressRange.of("ff00::/8", NEVER, "multicast address"),
            AddressRange.of("127.0.0.0/8", PRIVATE, "loopback address"),
            AddressRange.of("10.0.0.0/8", PRIVATE, "private address"),
            AddressRange.of("172.16.0.0/12", PRIVATE, "private address"),
            AddressRange.of("192.168.0.0/16", PRIVATE, "private address"),
            AddressRange.of("169.254.0.0/16", PRIVATE, "link-local address"),
            AddressRange.of("100.64.0.0/10", PRIVATE, "carrier-grade NAT address"),
            AddressRange.of("192.0.0.0/24", PRIVATE, "protocol assignment address"),
            AddressRange.of("192.0.2.0/24", PRIVATE, "documentation address"),
            AddressRange.of("198.51.100.0/24", PRIVATE, "documentation address"),
            AddressRange.of("203.0.113.0/24", PRIVATE, "documentation address"),
            AddressRange.of("192.88.99.0/24", PRIVATE, "6to4 relay address"),
            AddressRange.of("198.18.0.0/15", PRIVATE, "benchmark address"),
            AddressRange.of("0.0.0.0/0", PUBLIC, "public address"),
            AddressRange.of("::1/128", PRIVATE, "loopback address"),
            AddressRange.of("fc00::/7", PRIVATE, "unique local address"),
            AddressRange.of("fe80::/10", PRIVATE, "link-local address"),
            NAT64,
            AddressRange.of("64:ff9b:1::/48", PRIVATE, "NAT64 address"),
            SIX_TO_FOUR,
            AddressRange.of("2001::/23", PRIVATE, "protocol assignment address"),
            AddressRange.of("2001:db8::/32", PRIVATE, "documentation address"),
            AddressRange.of("3fff::/20", PRIVATE, "documentation address"),
            AddressRange.of("2000::/3", PUBLIC, "public address"),
            AddressRange.of("::/0", PRIVATE, "address outside the public IPv6 space"));

    private AddressRules() {}

    /** Why the address may not be called, or nothing if it may. */
    static Optional<String> objection(InetAddress address, boolean privateAllowed) {
        AddressRange range = rangeOf(address.getAddress());
        boolean refused = range.reach() == NEVER || range.reach() == PRIVATE && !privateAllowed;
        return refused ? Optional.of(range.use()) : Optional.empty();
    }

    /** The block an address belongs to; an IPv4 address that nobody may call is not made callable by carrying it in IPv6. */
    private static AddressRange rangeOf(byte[] address) {
        return ipv4Inside(address)
                .map(AddressRules::firstThatContains)
                .filter(inside -> inside.reach() == NEVER)
                .orElseGet(() -> firstThatContains(address));
    }

    private static AddressRange firstThatContains(byte[] address) {
        return RANGES.stream()
                .filter(range -> range.contains(address))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an IP address has 4 or 16 bytes"));
    }

    /** The IPv4 address that a transition notation carries: IPv4-mapped, IPv4-compatible, NAT64 or 6to4. */
    private static Optional<byte[]> ipv4Inside(byte[] address) {
        if (SIX_TO_FOUR.contains(address)) {
            return Optional.of(Arrays.copyOfRange(address, 2, 6));
        }
        boolean carries = NAT64.contains(address) || isMappedOrCompatible(address);
        return carries ? Optional.of(Arrays.copyOfRange(address, 12, 16)) : Optional.empty();
    }

    /** {@code ::ffff:a.b.c.d} or {@code ::a.b.c.d}, but neither {@code ::} nor {@code ::1}. */
    private static boolean isMappedOrCompatible(byte[] address) {
        if (address.length != 16) {
            return false;
        }
        BigInteger head = new BigInteger(1, Arrays.copyOf(address, 12));
        BigInteger tail = new BigInteger(1, Arrays.copyOfRange(address, 12, 16));
        return head.equals(MAPPED_HEAD) || head.signum() == 0 && tail.compareTo(BigInteger.ONE) > 0;
    }
}

package dev.handover.checks.guard;

import dev.handover.checks.guard.GuardProperties.AllowedHost;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides where calls may go. Every address of every call and of every redirect passes through here. */
final class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private record Entry(HostPattern pattern, AllowedHost settings) {

        boolean allows(Place place) {
            return pattern.matches(place.host(), place.port())
                    && settings.schemes().contains(place.scheme());
        }
    }

    private final List<Entry> entries;
    private final NameLookup names;

    Gate(List<AllowedHost> allowed, NameLookup names) {
        this.entries = allowed.stream()
                .map(each -> new Entry(HostPattern.parse(each.pattern()), each))
                .toList();
        this.names = names;
    }

    /**
     * Admits a call.
     *
     * @param earnings redirects are the called server's words, so what is said about them could echo a secret
     * @throws HostNotAllowed if the address is unclear, not on the list, or leads where no call may go
     * @throws CallFailed if the host is allowed but its name has no address, or none within the limit
     */
    Destination admit(URI uri, TimeLimit limit, Earnings earnings) throws CallFailed {
        return admit(placeOf(uri, earnings), limit, earnings);
    }

    /** As {@link #admit(URI, TimeLimit, Earnings)}, for a place that {@link #place} gave. */
    Destination admit(Place place, TimeLimit limit, Earnings earnings) throws CallFailed {
        Entry entry = entryFor(place).orElseThrow(() -> notOnTheList(place, earnings));
        List<InetAddress> addresses = names.addressesOf(place.host(), limit);
        for (InetAddress address : addresses) {
            Optional<String> objection =
                    AddressRules.objection(address, entry.settings().privateAddresses());
            if (objection.isPresent()) {
                throw refused(
                        "%s must not be called: it leads to %s (%s)."
                                .formatted(place, address.getHostAddress(), objection.get()),
                        earnings);
            }
        }
        return new Destination(place, addresses);
    }

    /** True if the address is plain http and the settings let its host be called that way. */
    boolean allowsPlainHttp(URI uri, Earnings earnings) {
        Place place = placeOf(uri, earnings);
        return !place.isTls() && entryFor(place).isPresent();
    }

    /**
     * A place that is named by host and port.
     *
     * @throws HostNotAllowed if it is unclear which host is meant
     */
    Place place(String scheme, String host, int port, Earnings earnings) {
        try {
            return Place.of(scheme, host, port);
        } catch (IllegalArgumentException e) {
            throw refused("%s:%d must not be called: %s.".formatted(Texts.shown(host), port, e.getMessage()), earnings);
        }
    }

    /** True if the settings let the place be called by its scheme; its addresses have not been judged by that. */
    boolean isOnTheList(Place place) {
        return entryFor(place).isPresent();
    }

    private Optional<Entry> entryFor(Place place) {
        return entries.stream().filter(entry -> entry.allows(place)).findFirst();
    }

    private Place placeOf(URI uri, Earnings earnings) {
        try {
            return Place.of(uri);
        } catch (IllegalArgumentException e) {
            throw refused("%s must not be called: %s.".formatted(Texts.shown(uri), e.getMessage()), earnings);
        }
    }

    private HostNotAllowed notOnTheList(Place place, Earnings earnings) {
        return refused(
                ("%s:%d is not on the list of hosts that may be called over %s. "
                                + "Ask an administrator to allow it (handover.checks.allowed-hosts).")
                        .formatted(place.host(), place.port(), place.scheme()),
                earnings);
    }

    /** A refused call may have been an attempt, so it is a security event (ASVS 5.0, 16.3.3). */
    private HostNotAllowed refused(String message, Earnings earnings) {
        String safe = earnings.redact(message);
        LOG.warn("Outgoing call refused: {}", safe);
        return new HostNotAllowed(safe);
    }
}

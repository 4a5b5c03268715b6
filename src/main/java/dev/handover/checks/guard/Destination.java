package dev.handover.checks.guard;

import java.net.InetAddress;
import java.util.List;

/**
 * A place that may be called: it was allowed, its name was looked up once, and every address was judged. Connections are
 * made to these addresses and no others, so a name that answers differently the next time changes nothing.
 *
 * @param addresses at least one, in the order of the name server
 */
record Destination(Place place, List<InetAddress> addresses) {

    Destination {
        addresses = List.copyOf(addresses);
    }
}

package dev.handover.development.customer;

import dev.handover.development.dns.NameServer;
import dev.handover.development.dns.ZoneText;
import java.net.InetSocketAddress;

/**
 * The domain of the sample people's mail addresses, {@code handover.example}, in a name server of its own. While {@link
 * Part#MAIL_DOMAIN} is broken, the domain has neither a mail server nor an address.
 */
public final class MailDomain implements AutoCloseable {

    private static final String[] ADDRESSES = {
        "mail.handover.example. 60 IN A 127.0.0.1", "handover.example. 60 IN TXT \"sample\""
    };
    private static final NameServer.Zone BROKEN = new ZoneText(ADDRESSES);
    private static final NameServer.Zone WORKING =
            new ZoneText(ADDRESSES[0], ADDRESSES[1], "handover.example. 60 IN MX 10 mail.handover.example.");

    private final NameServer server;

    /** @param address port 0 for any free port */
    public MailDomain(InetSocketAddress address, Switches switches) {
        this.server = NameServer.start(
                address, question -> (switches.isBroken(Part.MAIL_DOMAIN) ? BROKEN : WORKING).answer(question));
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}

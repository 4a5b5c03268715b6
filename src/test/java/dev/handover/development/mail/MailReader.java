package dev.handover.development.mail;

import dev.handover.development.http.Request;
import dev.handover.development.http.Routes;
import dev.handover.development.http.Site;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/**
 * A small web mail over everything the {@link MailServer} has taken, with the switches of that server: pages at {@code /},
 * JSON at {@code /api/messages}. Anybody who reaches it reads all mails, so it listens on the loopback interface unless told
 * otherwise.
 */
public final class MailReader implements AutoCloseable {

    private final MailServer server;
    private Site site;

    /** @param server whose mails are read; started and closed by its owner */
    public MailReader(MailServer server) {
        this.server = server;
    }

    /** Starts on the loopback interface only. */
    public MailReader start(int port) {
        return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /**
     * Starts listening.
     *
     * @param address port 0 for any free port
     * @return this
     * @throws IllegalStateException if it runs already, or the port is in use
     */
    public synchronized MailReader start(InetSocketAddress address) {
        if (site != null) {
            throw new IllegalStateException("the mail page runs already");
        }
        var routes = new Routes();
        new MailApi(server).addTo(routes);
        new MailPages(server).addTo(routes);
        site = Site.open("mail page", address, routes);
        return this;
    }

    /**
     * Where it is reached, for example {@code http://localhost:8025}; no slash at the end.
     *
     * @throws IllegalStateException if it does not run
     */
    public synchronized URI baseUrl() {
        if (site == null) {
            throw new IllegalStateException("the mail page does not run: start it first");
        }
        return site.url();
    }

    @Override
    public synchronized void close() {
        if (site != null) {
            site.close();
            site = null;
        }
    }

    /** The mail whose number is in the address. */
    static Optional<ReceivedMail> mail(MailServer server, Request request) {
        var number = request.variable("number");
        return number.matches("\\d{1,9}") ? server.mailbox().find(Integer.parseInt(number)) : Optional.empty();
    }
}

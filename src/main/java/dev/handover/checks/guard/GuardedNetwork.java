package dev.handover.checks.guard;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Type;

/**
 * The way to what is not HTTP, by the rules of {@link GuardedClient}: names that are looked up, ports that are connected to,
 * databases that are asked.
 */
public final class GuardedNetwork {

    private static final String TCP = "tcp";
    private static final String POSTGRESQL = "postgresql";
    private static final String POSTGRESQL_PLAIN = "postgresql-plain";

    private final Gate gate;
    private final Secrets secrets;
    private final Connector connector;
    private final NameServers servers;
    private final NameLookup names;
    private final Databases databases;

    GuardedNetwork(
            Gate gate,
            Secrets secrets,
            Connector connector,
            NameServers servers,
            NameLookup names,
            Databases databases) {
        this.gate = gate;
        this.secrets = secrets;
        this.connector = connector;
        this.servers = servers;
        this.names = names;
        this.databases = databases;
    }

    /**
     * The addresses that a connection to the host would go to, whether or not it may be called: looked up in the same way.
     *
     * @throws CallFailed if a name server says that the name has no address, or the limit is over
     * @throws NoNameServer if none says anything
     */
    public List<InetAddress> addressesOf(String host, TimeLimit limit) throws CallFailed {
        HostName name = hostName(host);
        try {
            return names.addressesOf(name, limit);
        } catch (CallFailed e) {
            // the operating system does not say whether a name is unknown or nobody was there to ask
            if (!e.isTimeOver()) {
                servers.find(name.text(), Type.A, limit);
            }
            throw e;
        }
    }

    /**
     * Connects and hangs up.
     *
     * @return the address that accepted
     * @throws HostNotAllowed if no connection may go there
     * @throws CallFailed if none came about
     */
    public InetAddress knock(String host, int port, TimeLimit limit) throws CallFailed {
        Earnings none = secrets.newEarnings();
        Place place = gate.place(TCP, host, port, none);
        Destination destination = gate.admit(place, limit, none);
        try (var connection = connector.connect(destination, limit)) {
            return connection.address();
        } catch (IOException e) {
            throw new CallFailed("%s: %s".formatted(place, CallFaults.explain(e, limit)), limit.isOver());
        }
    }

    /**
     * Has a database answer a query: over TLS, unless the settings let its host be called without.
     *
     * @return the first column of the first row, without secrets; empty if there is no row
     * @throws HostNotAllowed if no connection may go there
     * @throws SecretNotUsable if the secret is unknown or not bound to the host; nothing was sent
     * @throws CallFailed if the database did not answer the query
     */
    public Optional<String> query(DatabaseQuery query, TimeLimit limit) throws CallFailed {
        Earnings none = secrets.newEarnings();
        Place plain = gate.place(POSTGRESQL_PLAIN, query.host(), query.port(), none);
        Place place = gate.isOnTheList(plain) ? plain : gate.place(POSTGRESQL, query.host(), query.port(), none);
        Destination destination = gate.admit(place, limit, none);
        return databases.ask(query, new Admission(destination, connector, limit));
    }

    /**
     * Where the mail of a domain goes.
     *
     * @throws NoNameServer if that could not be found out
     */
    public MailRoute mailRoute(String domain, TimeLimit limit) throws CallFailed {
        return new MailRoutes(servers).of(hostName(domain), limit);
    }

    private static HostName hostName(String text) throws CallFailed {
        try {
            return HostName.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CallFailed(e.getMessage());
        }
    }
}

package dev.handover.checks.guard;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/**
 * Asks name servers for records that the Java platform cannot ask for. Names are taken as complete: no search list, no file
 * of hosts, no cache, and only the servers of the settings are ever asked, since they do the recursion.
 */
final class NameServers {

    /** A second question goes out before a check's time is over, in case the first one or its answer was lost. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private static final int TRIES = 2;
    private static final int MOST_ALIASES = 4;
    private static final int DNS_PORT = 53;
    private static final Pattern FORM = Pattern.compile("(\\[[^]]+]|[0-9.]+)(?::([0-9]{1,5}))?");

    /** What is known about a name. */
    record Found(boolean exists, List<Record> records) {}

    private final LookupSession session;

    /** @param servers as {@link #address} reads them; none for those of the operating system */
    NameServers(List<String> servers) {
        List<InetSocketAddress> addresses =
                servers.isEmpty() ? ResolverConfig.getCurrentConfig().servers() : addresses(servers);
        this.session = LookupSession.builder()
                .resolver(resolver(addresses))
                .maxRedirects(MOST_ALIASES)
                .build();
    }

    private static List<InetSocketAddress> addresses(List<String> servers) {
        return servers.stream().map(NameServers::address).toList();
    }

    private static Resolver resolver(List<InetSocketAddress> addresses) {
        List<Resolver> each = new ArrayList<>();
        for (InetSocketAddress address : addresses) {
            each.add(new SimpleResolver(address));
        }
        var all = new ExtendedResolver(each);
        all.setTimeout(PATIENCE);
        all.setRetries(TRIES);
        return all;
    }

    /**
     * Where a name server listens. Never a name, which would have to be looked up first.
     *
     * @param text {@code 10.0.0.53}, {@code 10.0.0.53:5353} or {@code [fd00::53]:53}
     * @throws IllegalArgumentException if it is something else
     */
    static InetSocketAddress address(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not the IP address of a name server, with a port or without".formatted(text));
        }
        HostName host = HostName.parse(parts.group(1));
        int port = parts.group(2) == null ? DNS_PORT : Integer.parseInt(parts.group(2));
        return new InetSocketAddress(
                host.address()
                        .orElseThrow(() -> new IllegalArgumentException("\"%s\" is not an IP address".formatted(text))),
                port);
    }

    /**
     * The records of a type that a name has, after aliases.
     *
     * @param type of {@link Type}
     * @throws NoNameServer if no server said anything, in time or at all
     */
    Found find(String name, int type, TimeLimit limit) {
        try {
            List<Record> records = session.lookupAsync(absolute(name), type)
                    .toCompletableFuture()
                    .get(limit.remaining().toNanos(), TimeUnit.NANOSECONDS)
                    .getRecords();
            return new Found(true, records);
        } catch (ExecutionException | CompletionException e) {
            return withoutRecords(name, e.getCause());
        } catch (TimeoutException e) {
            throw new NoNameServer(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoNameServer(name);
        }
    }

    private static Found withoutRecords(String name, Throwable cause) {
        if (cause instanceof NoSuchDomainException) {
            return new Found(false, List.of());
        }
        if (cause instanceof NoSuchRRSetException) {
            return new Found(true, List.of());
        }
        throw new NoNameServer(name);
    }

    private static Name absolute(String name) {
        try {
            return Name.fromString(name, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException("\"%s\" is not a domain".formatted(Texts.shown(name)), e);
        }
    }
}

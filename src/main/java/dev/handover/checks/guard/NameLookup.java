package dev.handover.checks.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up within a time limit. Java cannot interrupt a lookup, so each runs on a thread that may be left behind; no
 * check waits for it longer than its limit.
 */
final class NameLookup {

    /** Looks up the addresses of one name. */
    @FunctionalInterface
    interface Names {

        /** As the operating system does it; takes as long as the name servers do. */
        Names SYSTEM = name -> List.of(InetAddress.getAllByName(name));

        /** @throws UnknownHostException if there is no such name */
        List<InetAddress> addressesOf(String name) throws UnknownHostException;
    }

    private final Names names;
    private final ExecutorService threads;

    /** @param threads refuses work when too many lookups have been left behind */
    NameLookup(Names names, ExecutorService threads) {
        this.names = names;
        this.threads = threads;
    }

    /** @throws CallFailed if the name has no address, or none within the limit */
    List<InetAddress> addressesOf(HostName host, TimeLimit limit) throws CallFailed {
        if (host.literal() != null) {
            return List.of(host.literal());
        }
        try {
            Future<List<InetAddress>> lookup = threads.submit(() -> names.addressesOf(host.text()));
            List<InetAddress> addresses = lookup.get(limit.remaining().toNanos(), TimeUnit.NANOSECONDS);
            if (addresses.isEmpty()) {
                throw noAddress(host);
            }
            return addresses;
        } catch (ExecutionException e) {
            throw noAddress(host);
        } catch (TimeoutException | RejectedExecutionException e) {
            throw new CallFailed("the name %s could not be looked up in time".formatted(host), true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed("the lookup of the name %s was interrupted".formatted(host), true);
        }
    }

    private static CallFailed noAddress(HostName host) {
        return new CallFailed("the name %s has no address".formatted(host));
    }
}

package dev.handover.checks.guard;

import dev.handover.checks.guard.GuardProperties.AllowedHost;
import dev.handover.checks.guard.SecretProperties.Held;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** A guard with settings, secrets and a name server of a test's own. {@code localhost} is known and leads to 127.0.0.1. */
public final class GuardTestData {

    private final List<AllowedHost> hosts = new ArrayList<>();
    private final Map<String, Held> secrets = new HashMap<>();
    private final Map<String, Deque<List<InetAddress>>> names = new HashMap<>();
    private final AtomicInteger lookups = new AtomicInteger();
    private final List<String> nameServers = new ArrayList<>();
    private Trust trust = Trust.ofPlatform();
    private Duration connectTimeout = Duration.ofSeconds(2);
    private Duration fetchTimeout = Duration.ofSeconds(2);

    private GuardTestData() {
        naming("localhost", "127.0.0.1");
    }

    public static GuardTestData guard() {
        return new GuardTestData();
    }

    public GuardTestData allowing(String pattern, String... schemes) {
        hosts.add(new AllowedHost(pattern, Set.of(schemes), false));
        return this;
    }

    public GuardTestData allowingPrivate(String pattern, String... schemes) {
        hosts.add(new AllowedHost(pattern, Set.of(schemes), true));
        return this;
    }

    public GuardTestData holding(String name, String value, String... boundTo) {
        secrets.put(name, new Held(value, List.of(boundTo)));
        return this;
    }

    /** Called again for the same name, it adds a later answer; the last one stays. */
    public GuardTestData naming(String name, String... addresses) {
        names.computeIfAbsent(name, any -> new ArrayDeque<>())
                .add(Arrays.stream(addresses).map(GuardTestData::address).toList());
        return this;
    }

    /** For what the platform's look-up does not find, and for mail domains. */
    public GuardTestData askingNameServer(String address) {
        nameServers.add(address);
        return this;
    }

    public GuardTestData trusting(X509ExtendedTrustManager authorities) {
        trust = new Trust(new KeyManager[0], authorities);
        return this;
    }

    public GuardTestData fetchingWithin(Duration timeout) {
        fetchTimeout = timeout;
        return this;
    }

    /** Answers of the name server so far. */
    public int lookups() {
        return lookups.get();
    }

    public Secrets secrets() {
        return new Secrets(new SecretProperties(secrets));
    }

    public GuardedClient client() {
        return client(this::lookUp);
    }

    GuardedClient client(NameLookup.Names nameServer) {
        var properties = new GuardProperties(hosts, connectTimeout, fetchTimeout, null, nameServers);
        return new GuardedClient(properties, secrets(), trust, nameServer);
    }

    private synchronized List<InetAddress> lookUp(String name) throws UnknownHostException {
        lookups.incrementAndGet();
        Deque<List<InetAddress>> answers = names.get(name);
        if (answers == null) {
            throw new UnknownHostException(name);
        }
        return answers.size() > 1 ? answers.remove() : answers.peek();
    }

    /** The address as a name server would deliver it: IPv4 inside IPv6 stays IPv6. */
    static InetAddress address(String literal) {
        try {
            if (!literal.startsWith("::ffff:")) {
                return InetAddress.getByName(literal);
            }
            byte[] mapped = new byte[16];
            mapped[10] = (byte) 0xff;
            mapped[11] = (byte) 0xff;
            System.arraycopy(InetAddress.getByName(literal).getAddress(), 0, mapped, 12, 4);
            return java.net.Inet6Address.getByAddress(null, mapped, -1);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }
}

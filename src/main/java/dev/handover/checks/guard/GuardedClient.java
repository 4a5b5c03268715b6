package dev.handover.checks.guard;

import dev.handover.checks.guard.HttpCalls.Arrival;
import dev.handover.checks.guard.HttpExchange.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The only way out. Reaches hosts that the settings allow, at addresses that were judged before the connection is made;
 * judges each redirect anew; reads a bounded number of bytes within a bounded time; takes every secret out of what comes
 * back.
 */
public final class GuardedClient implements AutoCloseable {

    /** Most bytes that are read of one answer to a check, head and body together. */
    public static final int ANSWER_LIMIT = 64 * 1024;

    private final Secrets secrets;
    private final Gate gate;
    private final HttpCalls calls;
    private final TlsLook tlsLook;
    private final GuardedNetwork network;
    private final Duration fetchTimeout;
    private final ScheduledExecutorService watchdog;
    private final ExecutorService lookups;

    GuardedClient(GuardProperties properties, Secrets secrets, Trust trust, NameLookup.Names names) {
        this.secrets = secrets;
        this.watchdog = Threads.watchdog();
        this.lookups = Threads.lookups();
        var nameLookup = new NameLookup(names, lookups);
        this.gate = new Gate(properties.allowedHosts(), nameLookup, secrets);
        var connector = new Connector(properties.connectTimeout());
        this.calls = new HttpCalls(gate, connector, trust.sockets(), secrets);
        this.tlsLook = new TlsLook(connector, trust);
        this.network = new GuardedNetwork(
                gate, connector, new NameServers(properties.nameServers()), nameLookup, new Databases(trust, secrets));
        this.fetchTimeout = properties.fetchTimeout();
    }

    /** A time limit for calls. Whoever asks for it closes it. */
    public TimeLimit limit(Duration length) {
        return new TimeLimit(watchdog, length);
    }

    /**
     * Makes a call and reads at most {@value #ANSWER_LIMIT} bytes of its answer.
     *
     * @throws HostNotAllowed if the address or a redirect leads where no call may go; nothing was sent there
     * @throws SecretNotUsable if the credential's secret is unknown or not bound to the host; nothing was sent
     * @throws CallFailed if there is no answer
     */
    public Answer send(Call call, TimeLimit limit) throws CallFailed {
        Arrival arrival = calls.make(call, ANSWER_LIMIT - HttpExchange.HEAD_LIMIT, limit);
        Reply reply = arrival.reply();
        Map<String, String> headers = new LinkedHashMap<>();
        reply.headers().forEach((name, value) -> headers.put(name, secrets.redact(value)));
        return new Answer(
                secrets.redact(arrival.uri().toString()),
                arrival.passed().stream()
                        .map(uri -> secrets.redact(uri.toString()))
                        .toList(),
                reply.address().getHostAddress(),
                reply.status(),
                headers,
                secrets.redact(new String(reply.body(), StandardCharsets.UTF_8)),
                reply.body().length,
                reply.truncated());
    }

    /**
     * Captures a copy of what a link leads to, without any credential.
     *
     * @param maxBytes most bytes to read of the body
     * @throws HostNotAllowed if the address or a redirect leads where no call may go; nothing was sent there
     * @throws CallFailed if there is no complete answer within the time limit of the settings
     */
    public Fetched fetch(URI uri, int maxBytes) throws CallFailed {
        try (TimeLimit limit = limit(fetchTimeout)) {
            Arrival arrival = calls.make(Call.to(uri), maxBytes, limit);
            Reply reply = arrival.reply();
            return new Fetched(
                    arrival.uri(),
                    reply.status(),
                    reply.headers().getOrDefault("content-type", "application/octet-stream"),
                    reply.body(),
                    reply.truncated());
        }
    }

    /**
     * Looks at the certificate and the protocol of an https address, good or bad; no request is sent.
     *
     * @throws HostNotAllowed if no call may go there
     * @throws CallFailed if there is no handshake to look at
     */
    public TlsFacts lookAtTls(URI uri, TimeLimit limit) throws CallFailed {
        Destination destination = gate.admit(uri, limit);
        try {
            return tlsLook.at(destination, limit);
        } catch (IOException e) {
            throw new CallFailed("%s: %s".formatted(Texts.shown(uri), CallFaults.explain(e, limit)), limit.isOver());
        }
    }

    /** The way to what is not HTTP: names, ports, databases. */
    public GuardedNetwork network() {
        return network;
    }

    /** True if the address is plain http and the settings let its host be called that way. */
    public boolean allowsPlainHttp(URI uri) {
        return gate.allowsPlainHttp(uri);
    }

    /** Lets go of the helper threads; calls under way end with their limits. */
    @Override
    public void close() {
        watchdog.shutdownNow();
        lookups.shutdownNow();
    }
}

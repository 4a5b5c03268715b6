package dev.handover.checks.guard;

import com.fasterxml.jackson.core.JsonPointer;
import dev.handover.checks.guard.HttpCalls.Arrival;
import dev.handover.checks.guard.HttpExchange.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final int BODY_LIMIT = ANSWER_LIMIT - HttpExchange.HEAD_LIMIT;

    /** Bytes of a longer document. */
    private static final int DOCUMENT_LIMIT = 512 * 1024;

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
        this.gate = new Gate(properties.allowedHosts(), nameLookup);
        var connector = new Connector(properties.connectTimeout());
        this.calls = new HttpCalls(gate, connector, trust.sockets(), secrets);
        this.tlsLook = new TlsLook(connector, trust);
        this.network = new GuardedNetwork(
                gate,
                secrets,
                connector,
                new NameServers(properties.nameServers()),
                nameLookup,
                new Databases(trust, secrets));
        this.fetchTimeout = properties.fetchTimeout();
    }

    /** A time limit for calls. Whoever asks for it closes it. */
    public TimeLimit limit(Duration length) {
        return new TimeLimit(watchdog, length);
    }

    /**
     * Makes a call and reads at most {@value #ANSWER_LIMIT} bytes of its answer.
     *
     * @param earnings of the check that calls; everything in them is taken out of the answer
     * @throws HostNotAllowed if the address or a redirect leads where no call may go; nothing was sent there
     * @throws SecretNotUsable if a secret of the call is unknown or not bound to the host; nothing was sent
     * @throws CallFailed if there is no answer, or a redirect wants what was sent at another place
     */
    public Answer send(Call call, TimeLimit limit, Earnings earnings) throws CallFailed {
        return answer(calls.make(call, BODY_LIMIT, limit, earnings), earnings);
    }

    /**
     * Fetches a document that may be longer than an answer to a check usually is, such as the metadata of a federation.
     *
     * @throws CallFailed as {@link #send(Call, TimeLimit, Earnings)}
     */
    public Answer sendForDocument(Call call, TimeLimit limit, Earnings earnings) throws CallFailed {
        return answer(calls.make(call, DOCUMENT_LIMIT, limit, earnings), earnings);
    }

    /** Makes a call on its own, with nothing earned before or after. */
    public Answer send(Call call, TimeLimit limit) throws CallFailed {
        return send(call, limit, secrets.newEarnings());
    }

    /**
     * Makes a call whose answer, in JSON, holds a token; the token is taken out before anybody sees the answer.
     *
     * @param token where the answer holds it
     * @param earnings of the check that calls; the token is added
     * @throws HostNotAllowed as {@link #send}
     * @throws SecretNotUsable as {@link #send}
     * @throws CallFailed as {@link #send}, and if a redirect led to another place: what that one gives was not earned
     */
    public Harvest earn(Call call, JsonPointer token, TimeLimit limit, Earnings earnings) throws CallFailed {
        Tokens tokens = earn(call, Set.of(token), limit, earnings);
        return new Harvest(tokens.answer(), tokens.at(token));
    }

    /** The same for several tokens in one answer, such as an access token and an id token. */
    public Tokens earn(Call call, Set<JsonPointer> tokens, TimeLimit limit, Earnings earnings) throws CallFailed {
        Arrival arrival = calls.make(call, BODY_LIMIT, limit, earnings);
        if (!arrival.place().equals(Place.of(call.uri()))) {
            throw new CallFailed(earnings.redact(
                    "%s: redirects to another place instead of giving a token".formatted(Texts.shown(call.uri()))));
        }
        Optional<TokenAnswer> answer = TokenAnswer.of(arrival.reply());
        for (String each : answer.map(TokenAnswer::suspects).orElse(List.of())) {
            earnings.add(each, arrival.place());
        }
        Map<JsonPointer, Earned> earned = new LinkedHashMap<>();
        for (JsonPointer each : tokens) {
            Optional<String> value = answer.flatMap(it -> it.at(each));
            if (value.isPresent()) {
                earnings.add(value.get(), arrival.place());
                earned.put(each, new Earned(value.get(), call.secrets(), arrival.place()));
            }
        }
        return new Tokens(answer(arrival, earnings), Map.copyOf(earned));
    }

    /**
     * Asks for a page and reads the form on it that has these fields.
     *
     * @param earnings of the check that calls; tokens that forms of the page carry are added
     * @throws CallFailed as {@link #send}
     */
    public FormPage open(Call call, TimeLimit limit, Earnings earnings, String... fields) throws CallFailed {
        Arrival arrival = calls.make(call, BODY_LIMIT, limit, earnings);
        Optional<HtmlForm> form = HtmlForm.find(arrival.reply().body(), arrival.uri(), fields);
        for (String token : HtmlForm.tokensOn(arrival.reply().body())) {
            earnings.add(token, arrival.place());
        }
        return new FormPage(answer(arrival, earnings), form);
    }

    /**
     * Sends a form with everything that it carries besides what was filled in.
     *
     * @param filled call to the form's action with the fields of a person
     * @throws CallFailed as {@link #send}
     */
    public Answer submit(HtmlForm form, Call filled, TimeLimit limit, Earnings earnings) throws CallFailed {
        return send(form.completed(filled), limit, earnings);
    }

    private static Answer answer(Arrival arrival, Earnings earnings) {
        Reply reply = arrival.reply();
        Map<String, String> headers = new LinkedHashMap<>();
        reply.headers().forEach((name, value) -> headers.put(name, earnings.redact(value)));
        return new Answer(
                earnings.redact(arrival.uri().toString()),
                arrival.passed().stream()
                        .map(uri -> earnings.redact(uri.toString()))
                        .toList(),
                reply.address().getHostAddress(),
                reply.status(),
                headers,
                earnings.redact(new String(reply.body(), StandardCharsets.UTF_8)),
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
            Arrival arrival = calls.make(Call.to(uri), maxBytes, limit, secrets.newEarnings());
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
        Destination destination = gate.admit(uri, limit, secrets.newEarnings());
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
        return gate.allowsPlainHttp(uri, secrets.newEarnings());
    }

    /** Lets go of the helper threads; calls under way end with their limits. */
    @Override
    public void close() {
        watchdog.shutdownNow();
        lookups.shutdownNow();
    }
}

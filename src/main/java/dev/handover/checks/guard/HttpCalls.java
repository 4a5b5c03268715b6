package dev.handover.checks.guard;

import dev.handover.checks.guard.Connector.Connection;
import dev.handover.checks.guard.HttpExchange.Outgoing;
import dev.handover.checks.guard.HttpExchange.Reply;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.HttpException;

/**
 * Makes calls over HTTP. The first address and each one a redirect names pass the gate before anything is sent there; the
 * credential, the headers and the body go to the first address's origin only, and are not sent again once a redirect has left
 * it.
 */
final class HttpCalls {

    private static final String FORM = "application/x-www-form-urlencoded";

    /**
     * @param place that gave the answer
     * @param passed addresses that redirected, in order
     */
    record Arrival(URI uri, Place place, List<URI> passed, Reply reply) {}

    private final Gate gate;
    private final Connector connector;
    private final SSLSocketFactory tls;
    private final Secrets secrets;

    HttpCalls(Gate gate, Connector connector, SSLSocketFactory tls, Secrets secrets) {
        this.gate = gate;
        this.connector = connector;
        this.tls = tls;
        this.secrets = secrets;
    }

    /**
     * @param bodyLimit most bytes to read of the answer's body
     * @param earnings of the check that calls; the cookies of the call's session are added
     * @throws CallFailed if there is no answer; the message names the address that gave none, and holds no secret
     */
    Arrival make(Call call, int bodyLimit, TimeLimit limit, Earnings earnings) throws CallFailed {
        try {
            return travel(call, bodyLimit, limit, earnings);
        } catch (CallFailed e) {
            throw new CallFailed(earnings.redact(e.getMessage()), e.isTimeOver());
        }
    }

    private Arrival travel(Call call, int bodyLimit, TimeLimit limit, Earnings earnings) throws CallFailed {
        List<URI> passed = new ArrayList<>();
        Call now = call;
        Destination at = gate.admit(call.uri(), limit, earnings);
        while (true) {
            Reply reply = ask(now, at, bodyLimit, limit);
            if (now.session() != null) {
                now.session().keep(reply.cookies(), at.place(), now.uri());
            }
            if (!call.followsRedirects() || !Redirects.is(reply)) {
                return new Arrival(now.uri(), at.place(), List.copyOf(passed), reply);
            }
            passed.add(now.uri());
            URI next = Redirects.next(now.uri(), reply, passed.size());
            Destination then = admitNext(now.uri(), next, limit, earnings);
            now = Redirects.follow(now, next, reply.status(), then.place().equals(at.place()));
            at = then;
        }
    }

    private Reply ask(Call call, Destination at, int bodyLimit, TimeLimit limit) throws CallFailed {
        Outgoing outgoing = outgoing(call, at.place());
        try (Connection plain = connector.connect(at, limit)) {
            Connection connection = at.place().isTls() ? connector.secure(plain, at.place(), tls) : plain;
            return new HttpExchange(connection, at.place()).send(outgoing, bodyLimit);
        } catch (IOException | HttpException | IllegalArgumentException e) {
            throw new CallFailed(
                    "%s: %s".formatted(Texts.shown(call.uri()), CallFaults.explain(e, limit)), limit.isOver());
        }
    }

    /** Fills in what is secret, for this place. */
    private Outgoing outgoing(Call call, Place to) {
        List<HeaderField> headers = new ArrayList<>(call.headers());
        secrets.identification(call.credential(), to).ifPresent(headers::add);
        Optional<String> cookies =
                call.session() == null ? Optional.empty() : call.session().header(to, call.uri());
        if (call.body() instanceof Body.Text text) {
            return new Outgoing(call.method(), call.uri(), headers, cookies, text.mediaType(), text.text());
        }
        if (call.body() instanceof Body.Form form) {
            return new Outgoing(call.method(), call.uri(), headers, cookies, FORM, secrets.filledIn(form, to));
        }
        return new Outgoing(call.method(), call.uri(), headers, cookies, null, null);
    }

    private Destination admitNext(URI from, URI next, TimeLimit limit, Earnings earnings) throws CallFailed {
        try {
            return gate.admit(next, limit, earnings);
        } catch (HostNotAllowed e) {
            throw new HostNotAllowed(
                    earnings.redact("Redirected by %s. %s".formatted(Texts.shown(from), e.getMessage())));
        }
    }
}

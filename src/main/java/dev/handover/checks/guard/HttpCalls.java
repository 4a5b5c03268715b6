package dev.handover.checks.guard;

import dev.handover.checks.guard.Connector.Connection;
import dev.handover.checks.guard.HttpExchange.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.HttpException;

/**
 * Makes calls over HTTP. The first address and each one a redirect names pass the gate before anything is sent there; the
 * credential goes to the first address's origin only, and is not sent again once a redirect has left it.
 */
final class HttpCalls {

    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** @param passed addresses that redirected, in order */
    record Arrival(URI uri, List<URI> passed, Reply reply) {}

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
     * @throws CallFailed if there is no answer; the message names the address that gave none
     */
    Arrival make(Call call, int bodyLimit, TimeLimit limit) throws CallFailed {
        List<URI> passed = new ArrayList<>();
        URI uri = call.uri();
        Credential credential = call.credential();
        Destination at = gate.admit(uri, limit);
        while (true) {
            Reply reply = ask(uri, at, credential, bodyLimit, limit);
            if (!call.followsRedirects() || !isRedirect(reply)) {
                return new Arrival(uri, List.copyOf(passed), reply);
            }
            passed.add(uri);
            URI next = next(uri, reply, passed.size());
            Destination then = admitNext(uri, next, limit);
            credential = then.place().equals(at.place()) ? credential : Credential.none();
            uri = next;
            at = then;
        }
    }

    private Reply ask(URI uri, Destination at, Credential credential, int bodyLimit, TimeLimit limit)
            throws CallFailed {
        String authorization = secrets.authorization(credential, at.place());
        try (Connection plain = connector.connect(at, limit)) {
            Connection connection = at.place().isTls() ? connector.secure(plain, at.place(), tls) : plain;
            return new HttpExchange(connection, at.place()).get(uri, authorization, bodyLimit);
        } catch (IOException | HttpException | IllegalArgumentException e) {
            throw new CallFailed(
                    secrets.redact("%s: %s".formatted(Texts.shown(uri), CallFaults.explain(e, limit))), limit.isOver());
        }
    }

    private static boolean isRedirect(Reply reply) {
        return REDIRECTS.contains(reply.status()) && reply.headers().containsKey("location");
    }

    private URI next(URI from, Reply reply, int count) throws CallFailed {
        if (count > MOST_REDIRECTS) {
            throw redirectRefused(from, "more than %d redirects".formatted(MOST_REDIRECTS));
        }
        URI next;
        try {
            next = from.resolve(new URI(reply.headers().get("location").strip()));
        } catch (URISyntaxException e) {
            throw redirectRefused(from, "redirects to something that is not an address");
        }
        if (!"http".equalsIgnoreCase(next.getScheme()) && !"https".equalsIgnoreCase(next.getScheme())) {
            throw redirectRefused(from, "redirects to an address that is neither http nor https");
        }
        if ("https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(next.getScheme())) {
            throw redirectRefused(from, "redirects from https to http");
        }
        return next;
    }

    private CallFailed redirectRefused(URI from, String why) {
        return new CallFailed(secrets.redact("%s: %s".formatted(Texts.shown(from), why)));
    }

    private Destination admitNext(URI from, URI next, TimeLimit limit) throws CallFailed {
        try {
            return gate.admit(next, limit);
        } catch (HostNotAllowed e) {
            throw new HostNotAllowed(
                    secrets.redact("Redirected by %s. %s".formatted(Texts.shown(from), e.getMessage())));
        }
    }
}

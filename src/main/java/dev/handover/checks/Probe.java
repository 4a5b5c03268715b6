package dev.handover.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.Call;
import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Credential;
import dev.handover.checks.guard.DatabaseQuery;
import dev.handover.checks.guard.GuardedClient;
import dev.handover.checks.guard.MailRoute;
import dev.handover.checks.guard.TimeLimit;
import dev.handover.checks.guard.TlsFacts;
import dev.handover.shared.HandoverException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a check looks through: guarded calls within the check's time limit, each written down in its notes. */
final class Probe {

    private final GuardedClient client;
    private final TimeLimit limit;
    private final Clock clock;
    private final Notes notes;

    Probe(GuardedClient client, TimeLimit limit, Clock clock, Notes notes) {
        this.client = client;
        this.limit = limit;
        this.clock = clock;
        this.notes = notes;
    }

    /** Asks without a credential, following redirects. */
    Answer get(URI uri) throws CallFailed {
        return send(Call.to(uri));
    }

    /** Asks with a credential, following redirects, to whose hosts the credential does not go along. */
    Answer get(URI uri, Credential credential) throws CallFailed {
        return send(Call.to(uri).with(credential));
    }

    /** Asks with a credential, and takes a redirect for the answer it is: many products send strangers to a login page. */
    Answer getItself(URI uri, Credential credential) throws CallFailed {
        return send(Call.to(uri).with(credential).withoutRedirects());
    }

    /** @throws CallFailed also if the answer is not 2xx with a JSON object */
    JsonNode json(URI uri, Credential credential) throws CallFailed {
        Answer answer = get(uri, credential);
        if (!answer.isSuccess()) {
            throw new CallFailed("%s answered %d".formatted(answer.uri(), answer.status()));
        }
        return Json.object(answer);
    }

    TlsFacts lookAtTls(URI uri) throws CallFailed {
        return client.lookAtTls(uri, limit);
    }

    boolean allowsPlainHttp(URI uri) {
        return client.allowsPlainHttp(uri);
    }

    /** The addresses a connection to the host would go to, in their usual notation. */
    List<InetAddress> addressesOf(String host) throws CallFailed {
        return client.network().addressesOf(host, limit);
    }

    /** Connects to a port and hangs up; gives the address that accepted. */
    InetAddress knock(String host, int port) throws CallFailed {
        return client.network().knock(host, port, limit);
    }

    /** First column of the first row of a query's answer. */
    Optional<String> query(DatabaseQuery query) throws CallFailed {
        return client.network().query(query, limit);
    }

    MailRoute mailRoute(String domain) throws CallFailed {
        return client.network().mailRoute(domain, limit);
    }

    /** Writes down something that no single call shows. */
    void note(String name, Object value) {
        notes.fact(name, value);
    }

    Instant now() {
        return clock.instant();
    }

    private Answer send(Call call) throws CallFailed {
        Instant at = now();
        long started = System.nanoTime();
        try {
            Answer answer = client.send(call, limit);
            notes.answered(call, answer, at, since(started));
            return answer;
        } catch (CallFailed | HandoverException e) {
            notes.unanswered(call, e.getMessage(), at, since(started));
            throw e;
        }
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}

package dev.handover.checks;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.Body;
import dev.handover.checks.guard.Call;
import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Credential;
import dev.handover.checks.guard.DatabaseQuery;
import dev.handover.checks.guard.Earnings;
import dev.handover.checks.guard.Field;
import dev.handover.checks.guard.FormPage;
import dev.handover.checks.guard.GuardedClient;
import dev.handover.checks.guard.Harvest;
import dev.handover.checks.guard.HtmlForm;
import dev.handover.checks.guard.MailRoute;
import dev.handover.checks.guard.Session;
import dev.handover.checks.guard.TimeLimit;
import dev.handover.checks.guard.TlsFacts;
import dev.handover.checks.guard.Tokens;
import dev.handover.shared.HandoverException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a check looks through: guarded calls within the check's time limit, each written down in its notes. */
final class Probe {

    private final GuardedClient client;
    private final TimeLimit limit;
    private final Clock clock;
    private final Notes notes;
    private final Earnings earnings;
    private final Duration reserve;

    /** @param reserve time for cleaning up, granted when {@code limit} is over as well */
    Probe(GuardedClient client, TimeLimit limit, Clock clock, Notes notes, Earnings earnings, Duration reserve) {
        this.client = client;
        this.limit = limit;
        this.clock = clock;
        this.notes = notes;
        this.earnings = earnings;
        this.reserve = reserve;
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

    /** A place for the cookies of one person, as long as this check lasts. */
    Session newSession() {
        return earnings.newSession();
    }

    /** Makes any call. */
    Answer send(Call call) throws CallFailed {
        return noted(call, () -> client.send(call, limit, earnings), Function.identity());
    }

    /** Makes a call that is to be answered with a token, of which nobody here sees the value. */
    Harvest earn(Call call, JsonPointer token) throws CallFailed {
        return noted(call, () -> client.earn(call, token, limit, earnings), Harvest::answer);
    }

    /** The same for several tokens in one answer. */
    Tokens earn(Call call, Set<JsonPointer> tokens) throws CallFailed {
        return noted(call, () -> client.earn(call, tokens, limit, earnings), Tokens::answer);
    }

    /** Fetches a document that may be longer than an answer usually is. */
    Answer document(URI uri) throws CallFailed {
        Call call = Call.to(uri);
        return noted(call, () -> client.sendForDocument(call, limit, earnings), Function.identity());
    }

    /** Asks for a page with a form that has these fields. */
    FormPage open(Call call, String... fields) throws CallFailed {
        return noted(call, () -> client.open(call, limit, earnings, fields), FormPage::answer);
    }

    /** Sends a form, to its own origin, and takes a redirect for the answer it is. */
    Answer submit(HtmlForm form, Session session, Field... filled) throws CallFailed {
        Call call = Call.to(form.action())
                .method(Call.Method.POST)
                .body(Body.form(filled))
                .in(session)
                .withoutRedirects();
        return noted(call, () -> client.submit(form, call, limit, earnings), Function.identity());
    }

    /** Writes down rows that no single call shows, the most telling first: where they are too many, the last are left out. */
    void noteTable(String name, List<Map<String, String>> rows) {
        notes.table(name, rows);
    }

    /** Does something that must be done even if the time of the check, or of the whole run, is over or was ended. */
    <T> T inReservedTime(Function<Probe, T> work) {
        try (TimeLimit reserved = client.limit(reserve)) {
            return work.apply(new Probe(client, reserved, clock, notes, earnings, reserve));
        }
    }

    private interface Making<T> {
        T make() throws CallFailed;
    }

    private <T> T noted(Call call, Making<T> making, Function<T, Answer> answerOf) throws CallFailed {
        Instant at = now();
        long started = System.nanoTime();
        try {
            T made = making.make();
            notes.answered(call, answerOf.apply(made), at, since(started));
            return made;
        } catch (CallFailed | HandoverException e) {
            notes.unanswered(call, e.getMessage(), at, since(started));
            throw e;
        }
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}

package dev.handover.checks;

import com.fasterxml.jackson.core.JsonPointer;
import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.Body;
import dev.handover.checks.guard.Call;
import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Credential;
import dev.handover.checks.guard.Earned;
import dev.handover.checks.guard.Field;
import dev.handover.checks.guard.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A request for a token: by client credentials (RFC 6749, 4.4), or with the password of a test user (4.3).
 *
 * @param fields of the form, besides those of the client
 * @param altersClient true if it is the client's secret that is altered for the refusal, false if it is the user's
 */
record TokenRequest(TokenEndpoint endpoint, List<Field> fields, boolean altersClient) {

    static final JsonPointer ACCESS_TOKEN = JsonPointer.compile("/access_token");
    static final JsonPointer ID_TOKEN = JsonPointer.compile("/id_token");

    static TokenRequest ofClient(TokenEndpoint endpoint) {
        return new TokenRequest(endpoint, List.of(Field.plain("grant_type", "client_credentials")), true);
    }

    static TokenRequest ofUser(TokenEndpoint endpoint, String account, String secret) {
        return new TokenRequest(
                endpoint,
                List.of(
                        Field.plain("grant_type", "password"),
                        Field.plain("scope", "openid"),
                        Field.plain("username", account),
                        Field.secret("password", secret)),
                false);
    }

    /** Asks with one character of the secret changed. A provider that gives a token all the same has given a token. */
    Answer askAltered(Probe probe) throws CallFailed {
        return ask(true, probe).answer();
    }

    Tokens ask(Probe probe) throws CallFailed {
        return ask(false, probe);
    }

    private Tokens ask(boolean isAltered, Probe probe) throws CallFailed {
        return probe.earn(call(isAltered), Set.of(ACCESS_TOKEN, ID_TOKEN));
    }

    /** @throws CallFailed if there is none, saying why */
    Earned token(Probe probe) throws CallFailed {
        Tokens tokens = ask(probe);
        return tokens.at(ACCESS_TOKEN).orElseThrow(() -> new CallFailed("no token: " + described(tokens.answer())));
    }

    /** What the provider answered, with the word that it gives for an error (RFC 6749, 5.2). */
    static String described(Answer answer) {
        String error = Json.textIn(answer, "error");
        return error == null
                ? "answered %d".formatted(answer.status())
                : "answered %d (%s)".formatted(answer.status(), Words.quoted(error));
    }

    private Call call(boolean isAltered) {
        TokenClient client = endpoint.client();
        boolean altersUser = isAltered && !altersClient;
        boolean altersThis = isAltered && altersClient;
        List<Field> all = new ArrayList<>(
                fields.stream().map(each -> altersUser ? each.altered() : each).toList());
        Call call = Call.to(endpoint.url()).method(Call.Method.POST).withoutRedirects();
        if (endpoint.isByBasic()) {
            Credential credential = Credential.client(client.id(), client.secret());
            return call.with(altersThis ? credential.altered() : credential).body(new Body.Form(all));
        }
        Field secret = Field.secret("client_secret", client.secret());
        all.add(Field.plain("client_id", client.id()));
        all.add(altersThis ? secret.altered() : secret);
        return call.body(new Body.Form(all));
    }
}

package dev.handover.checks;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Earned;
import dev.handover.checks.guard.TokenReading;
import dev.handover.checks.guard.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks for tokens, with an altered secret and with the right one, and looks at what comes. What is wrong is collected. */
final class TokenLook {

    private final TokenEndpoint endpoint;
    private final TokenRequest request;
    private final Probe probe;
    private final List<String> differences = new ArrayList<>();

    TokenLook(TokenRequest request, Probe probe) {
        this.endpoint = request.endpoint();
        this.request = request;
        this.probe = probe;
    }

    List<String> differences() {
        return differences;
    }

    /**
     * Asks. The altered secret goes first: the right one after it resets the count of failures that locks accounts.
     *
     * @param audience that the access token must be for; null if any will do
     * @return the first token that can be read, the access token before the id token; empty if none was given, or if all are
     *     opaque
     */
    Optional<JsonNode> ask(String audience) throws CallFailed {
        Answer toAltered = request.askAltered(probe);
        if (!isRefusal(toAltered)) {
            differences.add(TokenRequest.described(toAltered) + " to an altered secret instead of refusing it");
        }
        Tokens tokens = request.ask(probe);
        Optional<Earned> access = tokens.at(TokenRequest.ACCESS_TOKEN);
        if (access.isEmpty()) {
            differences.add("no access token: " + TokenRequest.described(tokens.answer()));
            return Optional.empty();
        }
        String type = Json.textIn(tokens.answer(), "token_type");
        if (!"Bearer".equalsIgnoreCase(type)) {
            differences.add("token_type is %s instead of \"Bearer\"".formatted(Words.quoted(type)));
        }
        return read(access.get(), tokens.at(TokenRequest.ID_TOKEN), audience);
    }

    private Optional<JsonNode> read(Earned access, Optional<Earned> id, String audience) throws CallFailed {
        String keys = keys();
        Optional<JsonNode> claims = read("access token", access, keys, audience);
        if (claims.isEmpty() && audience != null) {
            differences.add("the access token is opaque, so its audience could not be read");
        }
        Optional<JsonNode> ofId = id.isPresent()
                ? read("id token", id.get(), keys, endpoint.client().id())
                : Optional.empty();
        return claims.or(() -> ofId);
    }

    /** Kept whole, and only compared: what the set holds is judged where the provider itself is checked. */
    private String keys() throws CallFailed {
        Answer answer = probe.get(endpoint.keys());
        Json.object(answer);
        return answer.body();
    }

    private Optional<JsonNode> read(String what, Earned token, String keys, String audience) {
        String issuer = endpoint.client().issuer().toString();
        TokenReading reading = TokenReading.of(token, new TokenReading.Terms(keys, issuer, audience), probe.now());
        reading.faults().forEach(fault -> differences.add("the %s: %s".formatted(what, fault)));
        probe.note(what, reading.isOpaque() ? "opaque" : described(reading.claims()));
        return reading.isOpaque() ? Optional.empty() : Optional.of(reading.claims());
    }

    private static String described(JsonNode claims) {
        return "iss %s, sub %s, aud %s, exp %s"
                .formatted(claims.path("iss"), claims.path("sub"), claims.path("aud"), claims.path("exp"));
    }

    /** RFC 6749, 5.2: 400, or 401 for a client; some providers say 403. An error or a redirect refuses nobody. */
    private static boolean isRefusal(Answer answer) {
        return answer.status() == 400 || answer.isRefusal();
    }

    /** Compares the roles that a token holds with those that it should. */
    void roles(Optional<JsonNode> claims, String place, List<String> expected) {
        if (claims.isEmpty()) {
            differences.add("the token is opaque, so its roles could not be read");
            return;
        }
        JsonNode found = claims.get().at(JsonPointer.compile(place));
        List<String> roles = texts(found);
        probe.note("roles", String.join(", ", roles));
        if (roles.isEmpty()) {
            differences.add("the token holds no roles at %s".formatted(place));
        }
        name("missing", expected, roles);
        name("not expected", roles, expected);
    }

    private void name(String what, List<String> of, List<String> without) {
        List<String> names = of.stream()
                .filter(each -> !without.contains(each))
                .distinct()
                .limit(20)
                .map(Words::quoted)
                .toList();
        if (!names.isEmpty()) {
            differences.add("role(s) %s: %s".formatted(what, String.join(", ", names)));
        }
    }

    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isTextual()) {
            texts.add(value.textValue());
        }
        value.forEach(each -> {
            if (each.isTextual()) {
                texts.add(each.textValue());
            }
        });
        return texts;
    }
}

package dev.handover.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.CallFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an answer must be like. Where its end was not seen, since it is longer than what is read, nothing is taken for granted:
 * text that was not found and JSON that was cut off count as differences, with that as the reason.
 *
 * @param status HTTP status, exactly
 * @param headers by name, what the header's value must contain; case does not count
 * @param json by JSON pointer (RFC 6901), the text, number or boolean that must be there
 * @param text what the body must contain, exactly
 */
public record Assertions(int status, Map<String, String> headers, Map<String, Object> json, List<String> text) {

    public Assertions {
        headers = Map.copyOf(headers);
        json = Map.copyOf(json);
        text = List.copyOf(text);
    }

    public static Assertions status(int status) {
        return new Assertions(status, Map.of(), Map.of(), List.of());
    }

    /** True if the answer that matters is a redirect itself. */
    boolean isForRedirect() {
        return status / 100 == 3;
    }

    /** In words, after the address. */
    String described() {
        List<String> parts = new ArrayList<>(List.of("answers %d".formatted(status)));
        headers.forEach((name, value) -> parts.add("header %s contains %s".formatted(name, Words.quoted(value))));
        json.forEach((pointer, value) -> parts.add("%s is %s".formatted(pointer, JsonValues.shown(value))));
        text.forEach(each -> parts.add("the body contains " + Words.quoted(each)));
        return String.join(", ", parts);
    }

    /** Every difference with what was expected and what was there; empty if there is none. */
    List<String> differences(Answer answer) {
        List<String> found = new ArrayList<>();
        if (answer.status() != status) {
            found.add("answered %d instead of %d".formatted(answer.status(), status));
        }
        headers.forEach((name, value) -> headerDifference(answer, name, value).ifPresent(found::add));
        found.addAll(jsonDifferences(answer));
        text.forEach(each -> textDifference(answer, each).ifPresent(found::add));
        return found;
    }

    private static Optional<String> headerDifference(Answer answer, String name, String expected) {
        String value = answer.headers().get(name.toLowerCase(Locale.ROOT));
        if (value != null && value.toLowerCase(Locale.ROOT).contains(expected.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return Optional.of("header %s is %s, which does not contain %s"
                .formatted(name, Words.quoted(value), Words.quoted(expected)));
    }

    private List<String> jsonDifferences(Answer answer) {
        if (json.isEmpty()) {
            return List.of();
        }
        JsonNode root;
        try {
            root = Json.any(answer);
        } catch (CallFailed e) {
            return List.of(e.getMessage());
        }
        return json.entrySet().stream()
                .filter(each -> !JsonValues.isEqual(root.at(each.getKey()), each.getValue()))
                .map(each -> "%s is %s instead of %s"
                        .formatted(
                                each.getKey(),
                                JsonValues.shown(root.at(each.getKey())),
                                JsonValues.shown(each.getValue())))
                .sorted()
                .toList();
    }

    private static Optional<String> textDifference(Answer answer, String expected) {
        if (answer.body().contains(expected)) {
            return Optional.empty();
        }
        return Optional.of(
                answer.truncated()
                        ? "the first %d bytes of the body do not contain %s, and the rest was not read"
                                .formatted(answer.bytes(), Words.quoted(expected))
                        : "the body does not contain " + Words.quoted(expected));
    }
}

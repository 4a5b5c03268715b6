package dev.handover.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;

/** Values that the answers of a workflow gave, and requests with these in place of their names. */
final class KeptValues {

    /** What stands for a kept value. */
    static final Pattern NAME = Pattern.compile("\\{([a-z][A-Za-z0-9]{0,29})}");

    private static final int LONGEST = 1_000;

    /** Nothing at all, or a step up, would make the address of one thing the address of all things. */
    private static final Pattern UNFIT = Pattern.compile("\\.*|\\s+");

    private final Map<String, String> values = new HashMap<>();

    /** Keeps a value; empty if that went well, else what is wrong with it. */
    Optional<String> keep(String name, String pointer, JsonNode answer) {
        Optional<String> value = JsonValues.scalar(answer.at(pointer))
                .filter(text -> text.length() <= LONGEST && !UNFIT.matcher(text).matches());
        value.ifPresent(text -> values.put(name, text));
        return value.isPresent()
                ? Optional.empty()
                : Optional.of("%s is %s, which cannot be kept as {%s}"
                        .formatted(pointer, JsonValues.shown(answer.at(pointer)), name));
    }

    /** Names that a request uses and that no answer gave. */
    List<String> missingFor(WorkflowRequest request) {
        return Stream.of(
                        List.of(request.url(), request.json() == null ? "" : request.json()),
                        request.headers().values(),
                        request.form().values())
                .flatMap(Collection::stream)
                .flatMap(text -> NAME.matcher(text).results().map(found -> found.group(1)))
                .distinct()
                .filter(name -> !values.containsKey(name))
                .toList();
    }

    /** Values are percent-encoded, so that none of them can lead elsewhere or add a parameter. */
    URI inAddress(String url) {
        return URI.create(filled(url, value -> UriUtils.encode(value, StandardCharsets.UTF_8)));
    }

    String inText(String text) {
        return filled(text, UnaryOperator.identity());
    }

    Map<String, String> inTexts(Map<String, String> texts) {
        Map<String, String> result = new LinkedHashMap<>();
        texts.forEach((name, text) -> result.put(name, inText(text)));
        return result;
    }

    /** Within the texts of the JSON only, so that no value becomes a part of its structure. */
    String inJson(String json) {
        return inTree(Json.own(json)).toString();
    }

    private JsonNode inTree(JsonNode node) {
        if (node.isTextual()) {
            return TextNode.valueOf(inText(node.textValue()));
        }
        if (node instanceof ArrayNode list) {
            ArrayNode result = Json.newArray();
            list.forEach(item -> result.add(inTree(item)));
            return result;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode result = Json.newObject();
            object.properties().forEach(each -> result.set(each.getKey(), inTree(each.getValue())));
            return result;
        }
        return node;
    }

    private String filled(String text, UnaryOperator<String> spelling) {
        return NAME.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(spelling.apply(values.get(found.group(1)))));
    }

    @Override
    public String toString() {
        return values.toString();
    }
}

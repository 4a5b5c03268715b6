package dev.handover.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Says in the words of plan authors what the schema's validator found. Never repeats what may be a secret. */
final class SchemaWording {

    private static final Set<String> SECRET_NAMES =
            Set.of("password", "passwd", "pwd", "token", "apikey", "key", "credential", "credentials", "passphrase");

    private final PlanSchema schema;

    SchemaWording(PlanSchema schema) {
        this.schema = schema;
    }

    /** @param place the value, or the field that is missing or unknown */
    Mistake mistake(JsonPointer place, ValidationMessage message) {
        Problem problem = problem(place, message);
        return new Mistake(place, problem.message(), problem.mend());
    }

    private Problem problem(JsonPointer place, ValidationMessage message) {
        SchemaNode rule = schema.at(place);
        JsonNode value = message.getInstanceNode();
        if (place.matches()) {
            return new Problem(
                    "The text is not a plan, which is an object with fields.",
                    "Begin with \"title:\"; the folder samples has complete plans to start from.");
        }
        return switch (message.getType()) {
            case "required", "dependentRequired" ->
                new Problem("%s is missing.".formatted(name(place)), "Add it%s".formatted(form(place, rule)));
            case "additionalProperties" -> unknownField(place, message);
            case "false" ->
                new Problem("%s is not used here.".formatted(name(place)), "Remove it. " + rule.text("description"));
            default ->
                value.isNull()
                        ? new Problem(
                                "%s is empty.".formatted(name(place)), "Write a value%s".formatted(form(place, rule)))
                        : unfit(place, message.getType(), rule, value);
        };
    }

    private static Problem unfit(JsonPointer place, String keyword, SchemaNode rule, JsonNode value) {
        return switch (keyword) {
            case "type" -> wrongType(place, rule, value);
            case "enum" -> unknownWord(place, rule, value);
            case "uniqueItems" -> repeatedItem(place, value);
            case "pattern" ->
                new Problem(
                        "%s is not a %s."
                                .formatted(
                                        name(place), rule.shared().path("title").asText()),
                        "Write it%s"
                                .formatted(form(
                                        place,
                                        rule,
                                        rule.shared().path("description").asText())));
            case "format" ->
                ValueForm.of(rule.text("format"))
                        .problem(value.asText())
                        .orElseThrow(
                                () -> new IllegalStateException("the validator refused a good " + rule.text("format")));
            default -> outOfBounds(place, keyword, rule);
        };
    }

    /** The missing or optional field that an unknown field was probably meant to be. */
    Optional<JsonPointer> meant(JsonPointer unknown, ValidationMessage message) {
        return nearestName(unknown, message).map(unknown.head()::appendProperty);
    }

    private Optional<String> nearestName(JsonPointer unknown, ValidationMessage message) {
        JsonNode object = message.getInstanceNode();
        List<String> unused = schema.at(unknown.head()).fieldNames().stream()
                .filter(name -> !object.has(name))
                .toList();
        return NearestWord.find(unknown.last().getMatchingProperty(), unused);
    }

    private Problem unknownField(JsonPointer place, ValidationMessage message) {
        String written = place.last().getMatchingProperty();
        String fault = "There is no field \"%s\" here.".formatted(Shown.text(written));
        if (SECRET_NAMES.contains(written.toLowerCase(Locale.ROOT).replaceAll("[-_]", ""))) {
            return new Problem(
                    fault,
                    "Remove it: a plan never holds a secret. Name the secret in \"secret\"; the server holds its value.");
        }
        return new Problem(
                fault,
                nearestName(place, message)
                        .map("Write \"%s\"."::formatted)
                        .orElseGet(() -> "Remove it; the fields here are %s."
                                .formatted(String.join(
                                        ", ", schema.at(place.head()).fieldNames()))));
    }

    private static Problem wrongType(JsonPointer place, SchemaNode rule, JsonNode value) {
        String message = "%s is %s, not %s.".formatted(name(place), kind(value), kind(rule));
        boolean isUnquoted = rule.text("type").equals("string") && value.isValueNode();
        return new Problem(
                message,
                isUnquoted
                        ? "Put the value in quotes: \"%s\".".formatted(Shown.text(value.asText()))
                        : "Write it%s".formatted(form(place, rule)));
    }

    private static Problem unknownWord(JsonPointer place, SchemaNode rule, JsonNode value) {
        String words = String.join(", ", rule.words());
        if (!value.isTextual()) {
            return new Problem(
                    "%s is %s, not a word.".formatted(name(place), kind(value)), "Write one of %s.".formatted(words));
        }
        return new Problem(
                "%s cannot be \"%s\".".formatted(name(place), Shown.text(value.asText())),
                NearestWord.find(Shown.text(value.asText()), rule.words())
                        .map(word -> "Write \"%s\"; the words here are %s.".formatted(word, words))
                        .orElse("Write one of %s.".formatted(words)));
    }

    private static Problem repeatedItem(JsonPointer place, JsonNode list) {
        List<String> items = StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        String repeated = items.stream()
                .filter(item -> items.indexOf(item) != items.lastIndexOf(item))
                .findFirst()
                .orElse("");
        int second = items.subList(items.indexOf(repeated) + 1, items.size()).indexOf(repeated)
                + items.indexOf(repeated)
                + 2;
        return new Problem(
                "%s holds the same item twice, as number %d and %d."
                        .formatted(name(place), items.indexOf(repeated) + 1, second),
                "Remove one of the two.");
    }

    private static Problem outOfBounds(JsonPointer place, String keyword, SchemaNode rule) {
        String bound = rule.keyword(keyword).asText();
        String fault = switch (keyword) {
            case "minLength", "minItems", "minProperties" -> "is empty";
            case "maxLength" -> "is longer than %s characters".formatted(bound);
            case "maxProperties" -> "has more than %s entries".formatted(bound);
            case "maxItems" -> "has more than %s items".formatted(bound);
            case "minimum" -> "is less than %s".formatted(bound);
            case "maximum" -> "is more than %s".formatted(bound);
            default -> "does not have the form that is needed";
        };
        return new Problem("%s %s.".formatted(name(place), fault), "Write it%s".formatted(form(place, rule)));
    }

    /** The end of a mend: an example where there is one, and what the schema says about the value. */
    private static String form(JsonPointer place, SchemaNode rule) {
        return form(place, rule, rule.text("description"));
    }

    private static String form(JsonPointer place, SchemaNode rule, String description) {
        SchemaNode fields = rule.isList() ? rule.item() : rule;
        if (!fields.requiredNames().isEmpty()) {
            return "%s with the fields %s. %s"
                    .formatted(
                            rule.isList() ? " as a list of items" : "",
                            String.join(", ", fields.requiredNames()),
                            description);
        }
        JsonNode example = rule.keyword("examples").path(0);
        if (example.isMissingNode()) {
            return ". " + description;
        }
        String field = isItem(place) ? "" : place.last().getMatchingProperty() + ": ";
        return ", for example %s%s. %s".formatted(field, inline(example), description);
    }

    /** The value as YAML in flow style. */
    private static String inline(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(SchemaWording::inline)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .map(field -> field.getKey() + ": " + inline(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value.asText();
    }

    private static String name(JsonPointer place) {
        String last = place.last().getMatchingProperty();
        return isItem(place)
                ? "Item %d of the list".formatted(Integer.parseInt(last) + 1)
                : "\"%s\"".formatted(Shown.text(last));
    }

    private static boolean isItem(JsonPointer place) {
        return place.last() != null && place.last().mayMatchElement();
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object with fields";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "text";
        };
    }

    private static String kind(SchemaNode rule) {
        if (rule.keyword("type").isArray()) {
            return "one text, number, true or false";
        }
        return switch (rule.text("type")) {
            case "array" -> "a list";
            case "object" -> "an object with fields";
            case "number" -> "a number";
            case "integer" -> "a whole number";
            default -> "text";
        };
    }
}

package dev.handover.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * Holds a document against the schema; tells one mistake per value, the one that explains the others. A field that is
 * missing because its name is misspelt is told once, where it is misspelt.
 */
final class SchemaCheck {

    /** Keywords of one value, the most telling first. */
    private static final List<String> RANK =
            List.of("required", "dependentRequired", "false", "type", "enum", "format");

    private static final Set<String> MISSING = Set.of("required", "dependentRequired");

    private final PlanSchema schema;
    private final SchemaWording wording;

    SchemaCheck(PlanSchema schema) {
        this.schema = schema;
        this.wording = new SchemaWording(schema);
    }

    void check(JsonNode document, Mistakes mistakes) {
        Map<JsonPointer, ValidationMessage> telling = new LinkedHashMap<>();
        schema.validate(document).stream()
                .filter(message -> !isOneOfSeveralWays(message))
                .forEach(message -> telling.merge(
                        place(message), message, BinaryOperator.minBy(Comparator.comparingInt(SchemaCheck::rank))));
        Set<JsonPointer> misspelt = telling.entrySet().stream()
                .filter(each -> each.getValue().getType().equals("additionalProperties"))
                .flatMap(each -> wording.meant(each.getKey(), each.getValue()).stream())
                .collect(Collectors.toSet());
        telling.forEach((place, message) -> {
            if (!(isMissing(message) && misspelt.contains(place))) {
                mistakes.add(wording.mistake(place, message));
            }
        });
    }

    /** Where several ways would do, {@link BackupRules} tells it once instead of once for each way. */
    private static boolean isOneOfSeveralWays(ValidationMessage message) {
        return message.getEvaluationPath().toString().contains("/anyOf/");
    }

    private static boolean isMissing(ValidationMessage message) {
        return MISSING.contains(message.getType());
    }

    /** A field that is missing or unknown has the place where it should be or is. */
    private static JsonPointer place(ValidationMessage message) {
        JsonPointer place = JsonPointer.compile(message.getInstanceLocation().toString());
        if (message.getType().equals("dependentRequired")) {
            return place.appendProperty(message.getArguments()[0].toString());
        }
        return message.getProperty() == null ? place : place.appendProperty(message.getProperty());
    }

    private static int rank(ValidationMessage message) {
        int rank = RANK.indexOf(message.getType());
        return rank < 0 ? RANK.size() : rank;
    }
}

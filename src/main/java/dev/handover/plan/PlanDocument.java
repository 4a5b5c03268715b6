package dev.handover.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A document that could be read: its values as a tree, and where each of them stands.
 *
 * @param text the submitted text, without a byte order mark
 * @param root the document's values; null in place of each value that {@code errors} refuses
 * @param places place of each value
 * @param errors mistakes of form, for example a field that is stated twice
 */
record PlanDocument(String text, JsonNode root, Map<JsonPointer, Place> places, List<PlanError> errors) {

    /** Largest document in bytes of UTF-8. */
    static final int MAX_BYTES = 1024 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Reads YAML, or JSON where the text begins with a brace, without looking at what it means.
     *
     * @throws InvalidPlan with the one mistake after which reading could not go on
     * @throws Refusal (too large) above {@link #MAX_BYTES}
     */
    static PlanDocument parse(String document) {
        refuseTooLarge(document);
        String text = document.startsWith(BYTE_ORDER_MARK) ? document.substring(1) : document;
        SourceText source = new SourceText(text);
        refuseUnprintable(source);
        boolean isJson = text.stripLeading().startsWith("{");
        return new TreeBuilder(source).build(isJson ? new JsonDocumentParser(source) : new YamlParser(source));
    }

    private static void refuseTooLarge(String document) {
        if (document.length() > MAX_BYTES || document.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw Refusal.tooLarge(
                    "The plan is larger than 1 MB. Leave out what is not part of a plan, or attach it as evidence.");
        }
    }

    private static void refuseUnprintable(SourceText source) {
        int at = source.firstUnprintable();
        if (at >= 0) {
            throw new InvalidPlan(List.of(new PlanError(
                    "",
                    source.lineAt(at),
                    "The plan holds a character that cannot be shown (U+%04X)."
                            .formatted(source.text().codePointAt(at)),
                    "Remove the character, and save the plan as plain text in UTF-8.")));
        }
    }

    /** Line of the value there; for one that is missing, line of the nearest value that would hold it. */
    int lineOf(JsonPointer pointer) {
        JsonPointer at = pointer;
        while (!places.containsKey(at) && at.head() != null) {
            at = at.head();
        }
        return places.getOrDefault(at, new Place(1, 0, 0)).line();
    }
}

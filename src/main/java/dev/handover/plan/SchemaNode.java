package dev.handover.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What the schema says about one value. A keyword stated at the place of use goes before the one of the shared
 * definition it refers to.
 *
 * @param own the keywords at the place of use; @param shared the definition referred to, missing if none is
 * @param definitions all shared definitions
 */
record SchemaNode(JsonNode own, JsonNode shared, JsonNode definitions) {

    private static final String DEFINITION = "#/$defs/";

    static SchemaNode root(JsonNode schema) {
        return new SchemaNode(schema, MissingNode.getInstance(), schema.path("$defs"));
    }

    /** The keyword's value; missing if it is not stated. */
    JsonNode keyword(String name) {
        return own.has(name) ? own.path(name) : shared.path(name);
    }

    String text(String keyword) {
        return keyword(keyword).asText("");
    }

    /** A field, or an entry of a map whose names are up to the author. */
    SchemaNode field(String name) {
        JsonNode described = keyword("properties").path(name);
        return of(described.isMissingNode() ? keyword("additionalProperties") : described);
    }

    SchemaNode item() {
        return of(keyword("items"));
    }

    boolean isList() {
        return text("type").equals("array");
    }

    boolean isObject() {
        return text("type").equals("object");
    }

    /** Names of the fields an object may have, in the order of the schema. */
    List<String> fieldNames() {
        return keyword("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> requiredNames() {
        return texts("required");
    }

    /** The words a value may be; empty if it is not limited to words. */
    List<String> words() {
        return texts("enum");
    }

    private List<String> texts(String keyword) {
        return StreamSupport.stream(keyword(keyword).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private SchemaNode of(JsonNode node) {
        String reference = node.path("$ref").asText("");
        JsonNode target = reference.startsWith(DEFINITION)
                ? definitions.path(reference.substring(DEFINITION.length()))
                : MissingNode.getInstance();
        return new SchemaNode(node, target, definitions);
    }
}

package dev.handover.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A value of a plan document, with its place and what the schema says about it. Where the document states nothing, the
 * value is the schema's default. Reading is lenient: what is missing or has the wrong form is absent, so that a rule can
 * go on after other mistakes.
 */
record Part(JsonNode node, JsonPointer pointer, SchemaNode schema) {

    Part field(String name) {
        SchemaNode described = schema.field(name);
        JsonNode value = node.has(name) ? node.path(name) : described.keyword("default");
        return new Part(value, pointer.appendProperty(name), described);
    }

    /** The items of a list, up to the number that the schema allows. */
    List<Part> items() {
        int count = node.isArray()
                ? Math.min(node.size(), schema.keyword("maxItems").asInt(Integer.MAX_VALUE))
                : 0;
        return IntStream.range(0, count)
                .mapToObj(index -> new Part(node.get(index), pointer.appendIndex(index), schema.item()))
                .toList();
    }

    /** The entries of a map whose names are up to the author, up to the number that the schema allows. */
    Map<String, Part> entries() {
        Map<String, Part> entries = new LinkedHashMap<>();
        node.properties().stream()
                .limit(schema.keyword("maxProperties").asInt(Integer.MAX_VALUE))
                .forEach(each -> entries.put(each.getKey(), field(each.getKey())));
        return entries;
    }

    /** The entries that are texts. */
    Map<String, String> textEntries() {
        Map<String, String> texts = new LinkedHashMap<>();
        entries().forEach((name, entry) -> entry.text().ifPresent(text -> texts.put(name, text)));
        return texts;
    }

    boolean isPresent() {
        return !node.isMissingNode();
    }

    /** The text without white space at its ends. */
    Optional<String> text() {
        return node.isTextual()
                ? Optional.of(node.textValue().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    List<String> texts() {
        return items().stream().flatMap(item -> item.text().stream()).toList();
    }

    boolean isTrue() {
        return node.isBoolean() && node.booleanValue();
    }

    OptionalDouble number() {
        return node.isNumber() ? OptionalDouble.of(node.doubleValue()) : OptionalDouble.empty();
    }

    Optional<URI> address() {
        return text().flatMap(Addresses::find);
    }

    List<URI> addresses() {
        return items().stream().flatMap(item -> item.address().stream()).toList();
    }

    Optional<Duration> length() {
        return text().flatMap(Lengths::find);
    }

    Optional<Moment> moment() {
        return text().flatMap(Moment::find);
    }

    Optional<ZoneId> zone() {
        return text().filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of);
    }
}

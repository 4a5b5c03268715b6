package dev.handover.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.shared.CanonicalJson;
import dev.handover.shared.Slugged;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an environment showed of itself at one moment. Fields that the environment does not have at all, such as an identity
 * provider, are in neither map.
 *
 * @param known values by field; empty text for a field that was asked for and has no value
 * @param unknown fields that could not be read, each with the reason
 */
public record Fingerprint(Map<FingerprintField, String> known, Map<FingerprintField, String> unknown) {

    private static final String FIELDS = "fields";
    private static final String UNKNOWN = "unknown";

    public Fingerprint {
        known = sorted(known);
        unknown = sorted(unknown);
    }

    private static Map<FingerprintField, String> sorted(Map<FingerprintField, String> fields) {
        var sorted = new EnumMap<FingerprintField, String>(FingerprintField.class);
        sorted.putAll(fields);
        return Collections.unmodifiableMap(sorted);
    }

    /** Fields that both know and that have another value now, in their order. A field that either does not know is none of them. */
    public List<FingerprintDifference> differencesTo(Fingerprint now) {
        return known.entrySet().stream()
                .filter(each -> now.known.containsKey(each.getKey()))
                .filter(each -> !now.known.get(each.getKey()).equals(each.getValue()))
                .map(each -> new FingerprintDifference(each.getKey(), each.getValue(), now.known.get(each.getKey())))
                .toList();
    }

    /** Fields that were known and cannot be read now. */
    public Set<FingerprintField> notReadableIn(Fingerprint now) {
        var fields = EnumSet.noneOf(FingerprintField.class);
        now.unknown.keySet().stream().filter(known::containsKey).forEach(fields::add);
        return fields;
    }

    /** Canonical JSON without any time and without reasons: the same environment always gives the same bytes. */
    public String document() {
        var fields = new TreeMap<String, Object>();
        known.forEach((field, value) -> fields.put(field.slug(), value.isEmpty() ? null : value));
        return CanonicalJson.of(Map.of(
                FIELDS,
                fields,
                UNKNOWN,
                unknown.keySet().stream().map(Slugged::slug).toList()));
    }

    /**
     * Reads a {@link #document()}. Fields that this version does not know are passed over: another version wrote them, and
     * they cannot be compared.
     *
     * @throws IllegalArgumentException if it is no such document
     */
    public static Fingerprint of(String document) {
        JsonNode root = Json.tree(document);
        var known = new EnumMap<FingerprintField, String>(FingerprintField.class);
        root.path(FIELDS)
                .properties()
                .forEach(each -> Slugged.find(FingerprintField.class, each.getKey())
                        .ifPresent(field -> known.put(field, each.getValue().asText(""))));
        var unknown = new EnumMap<FingerprintField, String>(FingerprintField.class);
        root.path(UNKNOWN)
                .forEach(each -> Slugged.find(FingerprintField.class, each.asText())
                        .ifPresent(field -> unknown.put(field, "not readable then")));
        return new Fingerprint(known, unknown);
    }
}

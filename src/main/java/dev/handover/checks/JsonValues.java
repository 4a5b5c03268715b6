package dev.handover.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Texts, numbers and booleans of JSON, as plans expect them and as answers hold them. */
final class JsonValues {

    private JsonValues() {}

    /** Numbers are equal by value ({@code 1.0} and {@code 1}); everything else is equal only to its own kind. */
    static boolean isEqual(JsonNode there, Object expected) {
        if (expected instanceof Number number) {
            return there.isNumber() && there.decimalValue().compareTo(new BigDecimal(number.toString())) == 0;
        }
        if (expected instanceof Boolean truth) {
            return there.isBoolean() && there.booleanValue() == truth;
        }
        return there.isTextual() && there.textValue().equals(expected);
    }

    /** A text, number or boolean as text; empty for anything else. */
    static Optional<String> scalar(JsonNode there) {
        return there.isValueNode() && !there.isNull() ? Optional.of(there.asText()) : Optional.empty();
    }

    static String shown(Object expected) {
        return expected instanceof String text ? Words.quoted(text) : String.valueOf(expected);
    }

    static String shown(JsonNode there) {
        if (there.isMissingNode()) {
            return "missing";
        }
        if (there.isContainerNode()) {
            return there.isObject() ? "an object" : "a list";
        }
        return there.isTextual() ? Words.quoted(there.textValue()) : there.asText();
    }
}

package dev.handover.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as JSON writes them. */
final class Numbers {

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private Numbers() {}

    /** The number, if the text is one; one that is too large for a {@code double} is as large as a {@code double} gets. */
    static Optional<JsonNode> find(String text) {
        if (WHOLE.matcher(text).matches()) {
            return Optional.of(LongNode.valueOf(Long.parseLong(text)));
        }
        if (NUMBER.matcher(text).matches()) {
            double number = Double.parseDouble(text);
            return Optional.of(DoubleNode.valueOf(Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, number))));
        }
        return Optional.empty();
    }
}

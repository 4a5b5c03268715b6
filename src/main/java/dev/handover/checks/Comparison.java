package dev.handover.checks;

import dev.handover.shared.Refusal;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How a measured value is held against a threshold. */
public enum Comparison {
    LESS("<"),
    AT_MOST("<="),
    EQUAL("=="),
    AT_LEAST(">="),
    GREATER(">");

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    /** As plans write it. */
    public String symbol() {
        return symbol;
    }

    /** False for a value that is not a number, whatever the comparison. */
    public boolean holds(double value, double threshold) {
        return switch (this) {
            case LESS -> value < threshold;
            case AT_MOST -> value <= threshold;
            case EQUAL -> value == threshold;
            case AT_LEAST -> value >= threshold;
            case GREATER -> value > threshold;
        };
    }

    /** @throws Refusal (invalid input) naming the symbols there are, if this is none of them */
    public static Comparison of(String symbol) {
        return Arrays.stream(values())
                .filter(each -> each.symbol.equals(symbol))
                .findFirst()
                .orElseThrow(() -> Refusal.invalidInput("\"%s\" is not one of %s."
                        .formatted(
                                symbol,
                                Arrays.stream(values()).map(Comparison::symbol).collect(Collectors.joining(", ")))));
    }
}

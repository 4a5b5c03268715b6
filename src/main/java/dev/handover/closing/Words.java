package dev.handover.closing;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers and lengths of time as people write them; the same value always gives the same words, since they are digested. */
public final class Words {

    private Words() {}

    /** For example {@code 0.01}, {@code 5}. */
    public static String number(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** For example {@code 4 hours}, {@code 1 day 12 hours}. */
    public static String length(Duration duration) {
        var words = Stream.of(
                        part(duration.toDays(), "day"),
                        part(duration.toHoursPart(), "hour"),
                        part(duration.toMinutesPart(), "minute"),
                        part(duration.toSecondsPart(), "second"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? "no time" : words;
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : "%d %s%s".formatted(count, unit, count == 1 ? "" : "s");
    }
}

package dev.handover.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A sentence of ours that is in no language yet: it is put into words for whoever reads it. Kept as JSON; what was written when
 * it knew days only stays readable.
 *
 * @param key below {@code phrase.} in {@code mail/messages.properties}
 * @param values what it says {0}, {1} … for
 */
public record Phrase(String key, List<Wording> values) {

    public Phrase {
        values = values == null ? List.of() : List.copyOf(values);
    }

    /** @param values each as {@link Wording#of} takes it */
    public static Phrase of(String key, Object... values) {
        return new Phrase(key, Stream.of(values).map(Wording::of).toList());
    }

    /** What is no sentence of ours, where others are: it stays as it was written. */
    public static Phrase written(String text) {
        return of("written", text);
    }

    @JsonCreator
    static Phrase read(
            @JsonProperty("key") String key,
            @JsonProperty("values") List<Wording> values,
            @JsonProperty("days") List<LocalDate> days) {
        return values == null && days != null ? of(key, days.toArray()) : new Phrase(key, values);
    }

    /** The same with every text in it, however deep, put through {@code change}. */
    public Phrase withTexts(UnaryOperator<String> change) {
        return new Phrase(
                key, values.stream().map(value -> value.withTexts(change)).toList());
    }
}

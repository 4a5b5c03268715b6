package dev.handover.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A word of the contract: an enum constant written in lower case with hyphens in documents, addresses and variables. */
public interface Slugged {

    String name();

    default String slug() {
        return slugOf(name());
    }

    /** The same form for constants that are no words of the contract themselves. */
    static String slugOf(Enum<?> constant) {
        return slugOf(constant.name());
    }

    private static String slugOf(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant with that slug, if there is one. */
    static <E extends Enum<E> & Slugged> Optional<E> find(Class<E> type, String slug) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.slug().equals(slug))
                .findFirst();
    }

    /** @throws Refusal (invalid input) naming the words there are, if none has that slug */
    static <E extends Enum<E> & Slugged> E of(Class<E> type, String slug) {
        return find(type, slug)
                .orElseThrow(() -> Refusal.invalidInput("\"%s\" is not one of %s."
                        .formatted(
                                slug,
                                String.join(
                                        ", ",
                                        Arrays.stream(type.getEnumConstants())
                                                .map(Slugged::slug)
                                                .toList()))));
    }
}

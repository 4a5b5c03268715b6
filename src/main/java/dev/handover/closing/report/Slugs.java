package dev.handover.closing.report;

import java.util.Locale;

/** Words of the contract as people write them. */
final class Slugs {

    private Slugs() {}

    /** {@code ROLL_BACK} as {@code Roll back}. */
    static String words(Enum<?> word) {
        return words(word.name());
    }

    /** {@code roll-back} as {@code Roll back}. */
    static String words(String slug) {
        var words = slug.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

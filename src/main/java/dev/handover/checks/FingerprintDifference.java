package dev.handover.checks;

import dev.handover.shared.Phrase;
import dev.handover.shared.Wording;

/**
 * One field that is not as it was.
 *
 * @param before value when the fingerprint was taken; empty if there was none
 * @param after value now; empty if there is none
 */
public record FingerprintDifference(FingerprintField field, String before, String after) {

    private static final int LONGEST = 120;

    /** For example {@code version 4.2.0 -> 4.2.1}. */
    public String inWords() {
        return "%s %s -> %s".formatted(field.title(), shown(before), shown(after));
    }

    /** The same for mails. */
    public Phrase said() {
        return Phrase.of(
                "fingerprint-difference",
                new Wording.Name(field.title()),
                Wording.ofKept(cut(before)),
                Wording.ofKept(cut(after)));
    }

    private static String shown(String value) {
        if (value.isEmpty()) {
            return "nothing";
        }
        return cut(value);
    }

    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}

package dev.handover.notice;

import java.time.LocalDate;
import java.util.List;

/**
 * A sentence of ours in a notice, written in the language of whoever reads it.
 *
 * @param key below {@code phrase.} in {@code mail/messages.properties}
 * @param days what it says {0}, {1} … for
 */
public record Phrase(String key, List<LocalDate> days) {

    public Phrase {
        days = days == null ? List.of() : List.copyOf(days);
    }

    public static Phrase of(String key, LocalDate... days) {
        return new Phrase(key, List.of(days));
    }
}

package dev.handover.notice;

import dev.handover.shared.FreeText;
import dev.handover.shared.Refusal;
import dev.handover.shared.Slugged;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What people and programs write into preferences; null for what is missing or blank. */
final class Written {

    private static final int LONGEST = 50;
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    private Written() {}

    static ZoneId zone(String text) {
        var word = FreeText.optional("The time zone", text, LONGEST);
        try {
            return word == null ? null : ZoneId.of(word);
        } catch (DateTimeException e) {
            throw Refusal.invalidInput("\"%s\" is no time zone; write it like Europe/Berlin.".formatted(word));
        }
    }

    static LocalTime time(String text) {
        var word = FreeText.optional("The time of the digest", text, LONGEST);
        if (word != null && !TIME.matcher(word).matches()) {
            throw Refusal.invalidInput("\"%s\" is no time of day; write it like 08:00.".formatted(word));
        }
        return word == null ? null : LocalTime.parse(word);
    }

    static Locale language(String text) {
        var word = FreeText.optional("The language", text, LONGEST);
        return word == null ? null : Locale.forLanguageTag(word);
    }

    static Map<NoticeKind, Manner> manners(Map<String, String> words) {
        var manners = new EnumMap<NoticeKind, Manner>(NoticeKind.class);
        words.forEach((kind, manner) -> {
            if (manner != null && !manner.isBlank()) {
                manners.put(Slugged.of(NoticeKind.class, kind), Slugged.of(Manner.class, manner));
            }
        });
        return manners;
    }
}

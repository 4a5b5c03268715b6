package dev.handover.board.preferences;

import dev.handover.notice.NoticeKind;
import dev.handover.notice.PersonPreference;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The form as it was sent: every field may be missing or wrong. */
record PreferenceForm(String language, String zone, String digestAt) {

    private static final String KIND = "kind.";

    /** Name of the field of a kind. */
    static String field(NoticeKind kind) {
        return KIND + kind.slug();
    }

    static PreferenceForm of(PersonPreference chosen) {
        return new PreferenceForm(
                text(chosen.language(), Locale::toLanguageTag),
                text(chosen.zone(), ZoneId::getId),
                text(chosen.digestAt(), LocalTime::toString));
    }

    private static <T> String text(T value, Function<T, String> write) {
        return value == null ? "" : write.apply(value);
    }

    /**
     * @param fields all of the form
     * @throws dev.handover.shared.Refusal (invalid input) for what is no zone, time, kind or manner
     */
    PersonPreference read(Map<String, String> fields) {
        var manners = new HashMap<String, String>();
        fields.forEach((name, value) -> {
            if (name.startsWith(KIND)) {
                manners.put(name.substring(KIND.length()), value);
            }
        });
        return PersonPreference.read(language, zone, digestAt, manners);
    }
}

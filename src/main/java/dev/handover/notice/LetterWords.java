package dev.handover.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The fixed words of mails in one language, from {@code mail/messages*.properties}. */
final class LetterWords {

    private static final ResourceBundleMessageSource BUNDLE = bundle();

    private final Locale locale;

    LetterWords(Locale locale) {
        this.locale = locale;
    }

    String language() {
        return locale.toLanguageTag();
    }

    /** @throws org.springframework.context.NoSuchMessageException if the bundle lacks it */
    String say(String key, Object... values) {
        return BUNDLE.getMessage(key, values, locale);
    }

    /** The words of a kind, or else those that all kinds share, or else none. */
    Optional<String> find(NoticeKind kind, String key, Object... values) {
        return Optional.ofNullable(BUNDLE.getMessage(kind.slug() + "." + key, values, null, locale))
                .or(() -> Optional.ofNullable(BUNDLE.getMessage(key, values, null, locale)));
    }

    /**
     * Date, time, and the zone by name and id, for example "Tuesday, 3 March 2026, 14:00 Central European Standard
     * Time".
     */
    String time(Instant instant, ZoneId zone) {
        var there = instant.atZone(zone);
        var name = DateTimeFormatter.ofPattern("zzzz", locale).format(there);
        var time = DateTimeFormatter.ofPattern(say("format.time"), locale).format(there);
        return say("format.time-and-zone", time, name, zone.getId());
    }

    /** A text of several lines, as lines. */
    static List<String> lines(String text) {
        return text == null ? List.of() : Arrays.asList(text.split("\n"));
    }

    private static ResourceBundleMessageSource bundle() {
        var bundle = new ResourceBundleMessageSource();
        bundle.setBasename("mail/messages");
        bundle.setDefaultEncoding(StandardCharsets.UTF_8.name());
        bundle.setFallbackToSystemLocale(false);
        bundle.setAlwaysUseMessageFormat(true);
        return bundle;
    }
}

package dev.handover.notice;

import dev.handover.shared.Phrase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The words of mails in one language: fixed ones from {@code mail/messages*.properties}, those of the models' tasks from
 * {@code mail/tasks*.properties}.
 */
final class LetterWords {

    private static final ResourceBundleMessageSource BUNDLE = bundle("mail/messages");
    private static final ResourceBundleMessageSource TASKS = bundle("mail/tasks");

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
     * @param zone that times in it are told in
     * @throws org.springframework.context.NoSuchMessageException if the bundle lacks it
     */
    String phrase(Phrase phrase, ZoneId zone) {
        return new PhraseWords(this, zone).phrase(phrase);
    }

    /** The name of a task, with the step, role or signal it is about after a colon; as it is where no other is known. */
    String task(String name) {
        return Arrays.stream(name.split(": ", 2)).map(this::name).collect(Collectors.joining(": "));
    }

    /** What the models and the contract call something; as it is where no other word is known. */
    String name(String english) {
        return Optional.ofNullable(TASKS.getMessage(key(english), null, null, locale))
                .orElse(english);
    }

    /** What the model says is asked in a task of that name; empty for English, which is the model's own language. */
    Optional<String> asks(String taskName) {
        return Optional.ofNullable(TASKS.getMessage(key(taskName.split(": ", 2)[0]) + ".asks", null, null, locale));
    }

    /** Words of the models and the contract as keys: {@code accept-the-role}. */
    static String key(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
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

    String day(Instant instant, ZoneId zone) {
        return format("format.day", instant.atZone(zone));
    }

    /** By a pattern of {@link DateTimeFormatter} that the bundle has. */
    String format(String pattern, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(say(pattern), locale).format(time);
    }

    /** A text of several lines, as lines. */
    static List<String> lines(String text) {
        return text == null ? List.of() : Arrays.asList(text.split("\n"));
    }

    private static ResourceBundleMessageSource bundle(String name) {
        var bundle = new ResourceBundleMessageSource();
        bundle.setBasename(name);
        bundle.setDefaultEncoding(StandardCharsets.UTF_8.name());
        bundle.setFallbackToSystemLocale(false);
        bundle.setAlwaysUseMessageFormat(true);
        return bundle;
    }
}

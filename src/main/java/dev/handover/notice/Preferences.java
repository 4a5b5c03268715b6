package dev.handover.notice;

import dev.handover.shared.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** In which language and zone people read their mails, when their digest comes, and which kinds come how (product H1). */
@Service
@Transactional
public class Preferences {

    private final StoredPreferences stored;
    private final GoLivePeople people;
    private final NoticeProperties settings;

    Preferences(StoredPreferences stored, GoLivePeople people, NoticeProperties settings) {
        this.stored = stored;
        this.people = people;
        this.settings = settings;
    }

    /** The languages there are words for. */
    public List<Locale> languages() {
        return Languages.known();
    }

    /** Language and time of the digest of somebody who has chosen nothing. */
    public PersonPreference usual() {
        return new PersonPreference(settings.language(), null, settings.digestAt(), Map.of());
    }

    @Transactional(readOnly = true)
    public PersonPreference of(String userId) {
        return stored.findById(userId).map(StoredPreference::view).orElse(PersonPreference.NONE);
    }

    /**
     * Keeps what a person has chosen, in place of what they chose before. It holds for what is told from now on; a
     * digest that has begun comes when it was to come.
     *
     * @throws Refusal (invalid input) if there are no words in the language, or a kind cannot go that way
     */
    public PersonPreference choose(String userId, PersonPreference wanted) {
        requirePossible(wanted);
        var row = stored.findById(userId).orElseGet(() -> new StoredPreference(userId));
        row.choose(wanted);
        return stored.save(row).view();
    }

    private static void requirePossible(PersonPreference wanted) {
        if (wanted.language() != null && !Languages.known().contains(wanted.language())) {
            throw Refusal.invalidInput("Mails are written in %s; choose one of these."
                    .formatted(String.join(
                            ", ",
                            Languages.known().stream()
                                    .map(Locale::toLanguageTag)
                                    .toList())));
        }
        wanted.manners().forEach((kind, manner) -> {
            if (!kind.choices().contains(manner)) {
                throw Refusal.invalidInput(
                        "\"%s\" cannot come %s: %s".formatted(kind.title(), manner.slug(), why(kind)));
            }
        });
    }

    private static String why(NoticeKind kind) {
        return switch (kind.urgency()) {
            case URGENT -> "somebody has to know of it at once. Leave that kind out.";
            case ASKS -> "it asks you to act. Choose at-once or digest.";
            case TELLS -> "it brings an entry for your calendar, which a digest cannot. Choose at-once or never.";
        };
    }

    /** For whom a letter to that person is written. */
    Reader reader(String userId) {
        var chosen = of(userId);
        return new Reader(chosen.language() == null ? settings.language() : chosen.language(), chosen.zone());
    }

    /** When the person's next digest comes. */
    Instant nextDigest(String userId, Instant now) {
        var chosen = of(userId);
        var zone = chosen.zone() == null ? people.usualZone(userId) : chosen.zone();
        var today = now.atZone(zone).toLocalDate();
        var at = chosen.digestAt() == null ? settings.digestAt() : chosen.digestAt();
        var next = at(today.atTime(at).atZone(zone).toInstant());
        return next.isAfter(now)
                ? next
                : at(today.plusDays(1).atTime(at).atZone(zone).toInstant());
    }

    private static Instant at(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}

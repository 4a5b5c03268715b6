package dev.handover.api;

import dev.handover.access.CurrentUser;
import dev.handover.notice.NoticeKind;
import dev.handover.notice.PersonPreference;
import dev.handover.notice.Preferences;
import dev.handover.shared.Slugged;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's own preferences over REST; nobody has a look at those of others. */
@RestController
@RequestMapping("/api/preferences")
@Tag(name = "Preferences")
class PreferenceController {

    private final Preferences preferences;
    private final CurrentUser user;

    PreferenceController(Preferences preferences, CurrentUser user) {
        this.preferences = preferences;
        this.user = user;
    }

    /**
     * All that is chosen; what is null, and a kind that is missing, goes as usual.
     *
     * @param language for example {@code de}
     * @param zone for example {@code Europe/Berlin}
     * @param digestAt time of day, for example {@code 08:00}
     * @param kinds {@code at-once}, {@code digest} or {@code never} by kind of notice
     */
    record Choice(String language, String zone, String digestAt, Map<String, String> kinds) {}

    /** How a kind comes, and what it can be chosen to. */
    record KindView(String comes, boolean chosen, List<String> choices) {}

    /**
     * @param language null unless chosen, as are zone and digestAt
     * @param usualLanguage what holds if none is chosen
     */
    record PreferenceView(
            String language,
            String zone,
            String digestAt,
            String usualLanguage,
            String usualDigestAt,
            List<String> languages,
            Map<String, KindView> kinds) {}

    @Operation(summary = "How your mails come: language, zone, time of the digest, and each kind")
    @GetMapping
    PreferenceView get() {
        return view(preferences.of(user.viewer().userId()));
    }

    @Operation(summary = "Choose anew how your mails come, in place of what you chose before")
    @PutMapping
    PreferenceView choose(@RequestBody Choice wanted) {
        var read = PersonPreference.read(
                wanted.language(),
                wanted.zone(),
                wanted.digestAt(),
                wanted.kinds() == null ? Map.of() : wanted.kinds());
        return view(preferences.choose(user.viewer().userId(), read));
    }

    private PreferenceView view(PersonPreference chosen) {
        var usual = preferences.usual();
        return new PreferenceView(
                text(chosen.language(), Locale::toLanguageTag),
                text(chosen.zone(), Object::toString),
                text(chosen.digestAt(), Object::toString),
                usual.language().toLanguageTag(),
                usual.digestAt().toString(),
                preferences.languages().stream().map(Locale::toLanguageTag).toList(),
                kinds(chosen));
    }

    private static Map<String, KindView> kinds(PersonPreference chosen) {
        var kinds = new LinkedHashMap<String, KindView>();
        Arrays.stream(NoticeKind.values())
                .forEach(kind -> kinds.put(
                        kind.slug(),
                        new KindView(
                                chosen.mannerOf(kind).slug(),
                                chosen.manners().containsKey(kind),
                                kind.choices().stream().map(Slugged::slug).toList())));
        return kinds;
    }

    private static <T> String text(T value, Function<T, String> write) {
        return value == null ? null : write.apply(value);
    }
}

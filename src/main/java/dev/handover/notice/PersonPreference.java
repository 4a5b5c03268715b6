package dev.handover.notice;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/**
 * What a person has chosen about mails.
 *
 * @param language null for that of the installation
 * @param zone in which times are told; null for that of each go-live
 * @param digestAt time of day of the digest; null for that of the installation
 * @param manners only what was chosen: a kind that is missing goes as usual
 */
public record PersonPreference(Locale language, ZoneId zone, LocalTime digestAt, Map<NoticeKind, Manner> manners) {

    /** What somebody has who never chose. */
    static final PersonPreference NONE = new PersonPreference(null, null, null, Map.of());

    public PersonPreference {
        manners = Map.copyOf(manners);
    }

    /**
     * As a person or a program writes it; what is null or blank is not chosen.
     *
     * @param manners slugs of kinds and manners
     * @throws dev.handover.shared.Refusal (invalid input) for what is no zone, time, kind or manner
     */
    public static PersonPreference read(String language, String zone, String digestAt, Map<String, String> manners) {
        return new PersonPreference(
                Written.language(language), Written.zone(zone), Written.time(digestAt), Written.manners(manners));
    }

    /** How a kind goes to this person. */
    public Manner mannerOf(NoticeKind kind) {
        return manners.getOrDefault(kind, kind.usual());
    }
}

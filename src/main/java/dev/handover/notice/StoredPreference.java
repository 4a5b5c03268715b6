package dev.handover.notice;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

/** The row of a person who has chosen something. */
@Entity
@Table(name = "person_preference")
class StoredPreference {

    @Id
    private String userId;

    private String language;
    private String zone;
    private LocalTime digestAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "person_preference_kind", joinColumns = @JoinColumn(name = "user_id"))
    @MapKeyColumn(name = "kind")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "manner")
    @Enumerated(EnumType.STRING)
    private Map<NoticeKind, Manner> manners = new EnumMap<>(NoticeKind.class);

    @Version
    @Column(name = "row_version")
    private int version;

    protected StoredPreference() {}

    StoredPreference(String userId) {
        this.userId = userId;
    }

    /** What goes as usual is not kept, so that it follows if that changes. */
    void choose(PersonPreference wanted) {
        this.language = wanted.language() == null ? null : wanted.language().toLanguageTag();
        this.zone = wanted.zone() == null ? null : wanted.zone().getId();
        this.digestAt = wanted.digestAt();
        var different = new EnumMap<NoticeKind, Manner>(NoticeKind.class);
        wanted.manners().forEach((kind, manner) -> {
            if (manner != kind.usual()) {
                different.put(kind, manner);
            }
        });
        this.manners.keySet().retainAll(different.keySet());
        this.manners.putAll(different);
    }

    /** A language whose words are gone is none. */
    PersonPreference view() {
        return new PersonPreference(
                Languages.known().stream()
                        .filter(known -> known.toLanguageTag().equals(language))
                        .findFirst()
                        .orElse(null),
                zone == null ? null : ZoneId.of(zone),
                digestAt,
                manners);
    }
}

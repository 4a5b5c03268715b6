package dev.handover.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** One mail that tells several things to one person. Rows are added by {@link StoredDigests#addIfAbsent}. */
@Entity
@Table(name = "digest")
class Digest {

    @Id
    private UUID id;

    private String recipient;
    private Instant due;

    @Enumerated(EnumType.STRING)
    private NoticeState state;

    private Instant settledAt;
    private String explanation;

    @Version
    @Column(name = "row_version")
    private int version;

    protected Digest() {}

    /** The id of the one digest a person has at that time, so that a mail that is sent again has the same Message-ID. */
    static UUID idOf(String recipient, Instant due) {
        return UUID.nameUUIDFromBytes((due + "/" + recipient).getBytes(StandardCharsets.UTF_8));
    }

    UUID id() {
        return id;
    }

    String recipient() {
        return recipient;
    }

    boolean isWaiting() {
        return state == NoticeState.WAITING;
    }

    NoticeState state() {
        return state;
    }

    void settle(NoticeState outcome, String why, Instant at) {
        this.state = outcome;
        this.explanation = why;
        this.settledAt = at;
    }
}

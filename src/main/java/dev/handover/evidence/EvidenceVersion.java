package dev.handover.evidence;

import dev.handover.evidence.Evidence.Form;
import dev.handover.shared.Digest;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One version of an item, as recorded. Versions of an item count from 1 without gaps and never change. */
@Entity
@Immutable
@Table(name = "evidence")
class EvidenceVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    @Column(name = "go_live")
    private String goLive;

    @Enumerated(EnumType.STRING)
    private EvidenceKind kind;

    private String title;

    @Enumerated(EnumType.STRING)
    private Form form;

    private int version;
    private String sha256;
    private long size;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "file_name")
    private String fileName;

    private String source;

    @Column(name = "added_by")
    private String addedBy;

    @Column(name = "added_at")
    private Instant addedAt;

    protected EvidenceVersion() {}

    /** The version after {@code latest}, or the first one of the item. */
    EvidenceVersion(Item item, Optional<EvidenceVersion> latest, Particulars particulars, String by, Instant at) {
        this.goLive = item.goLive().value();
        this.kind = item.kind();
        this.title = item.title();
        this.form = item.form();
        this.version = latest.map(each -> each.version + 1).orElse(1);
        this.sha256 = particulars.sha256().sha256();
        this.size = particulars.size();
        this.mediaType = particulars.mediaType();
        this.fileName = particulars.fileName();
        this.source = particulars.source() == null ? null : particulars.source().toString();
        this.addedBy = by;
        this.addedAt = at;
    }

    /**
     * Whether nothing would change: the same bytes, for a link from the same address. A new file name alone is no change, since
     * nobody decides by it.
     */
    boolean says(Particulars particulars) {
        return sha256.equals(particulars.sha256().sha256())
                && Objects.equals(source, Objects.toString(particulars.source(), null));
    }

    Item item() {
        return new Item(new GoLiveKey(goLive), kind, title, form);
    }

    Digest digest() {
        return new Digest(sha256);
    }

    Evidence view() {
        return new Evidence(
                id,
                new GoLiveKey(goLive),
                kind,
                title,
                form,
                version,
                digest(),
                size,
                mediaType,
                fileName,
                source == null ? null : URI.create(source),
                addedBy,
                addedAt);
    }

    /** What stays the same from version to version. */
    record Item(GoLiveKey goLive, EvidenceKind kind, String title, Form form) {}

    /** What a version is made of; {@code source} only for a link. */
    record Particulars(Digest sha256, long size, String mediaType, String fileName, URI source) {}
}

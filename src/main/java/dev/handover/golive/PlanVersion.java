package dev.handover.golive;

import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** One version of a plan, as it was submitted. */
@Entity
@Table(name = "plan_version")
class PlanVersion {

    /** @param version counted from 1 */
    @Embeddable
    record Id(@Column(name = "go_live") String goLive, int version) implements Serializable {}

    @EmbeddedId
    private Id id;

    private String document;
    private String sha256;
    private String submittedBy;
    private Instant submittedAt;

    /** For JPA. */
    protected PlanVersion() {}

    PlanVersion(GoLiveKey goLive, int version, String document, String submittedBy, Instant submittedAt) {
        this.id = new Id(goLive.value(), version);
        this.document = document;
        this.sha256 = Digest.of(document).sha256();
        this.submittedBy = submittedBy;
        this.submittedAt = submittedAt;
    }

    int version() {
        return id.version();
    }

    String document() {
        return document;
    }

    String sha256() {
        return sha256;
    }

    String submittedBy() {
        return submittedBy;
    }

    Instant submittedAt() {
        return submittedAt;
    }
}

package dev.handover.closing;

import dev.handover.golive.Acting;
import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The customer owner took over one list of open issues and the operating rhythm in it. Never changed. */
@Entity
@Immutable
@Table(name = "handover_acceptance")
class HandoverAcceptance {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    private String goLive;
    private String list;
    private String words;
    private String acceptedBy;
    private String onBehalfOf;
    private Instant acceptedAt;

    /** For JPA. */
    protected HandoverAcceptance() {}

    HandoverAcceptance(GoLiveKey goLive, Digest list, String words, Acting by, Instant acceptedAt) {
        this.goLive = goLive.value();
        this.list = list.sha256();
        this.words = words == null ? "" : words;
        this.acceptedBy = by.by();
        this.onBehalfOf = by.onBehalfOf();
        this.acceptedAt = acceptedAt;
    }

    String list() {
        return list;
    }

    String words() {
        return words;
    }

    /** The customer owner, or a deputy. */
    Acting acting() {
        return new Acting(acceptedBy, onBehalfOf);
    }

    Instant acceptedAt() {
        return acceptedAt;
    }
}

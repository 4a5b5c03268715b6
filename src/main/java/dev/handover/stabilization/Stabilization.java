package dev.handover.stabilization;

import dev.handover.plan.Plan;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.SignalKind;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * The stabilization period of one go-live: what was agreed when it began, and what has moved its end since. Rows are
 * added by {@link Stabilizations#addIfAbsent}.
 */
@Entity
@Table(name = "stabilization")
class Stabilization {

    /** Limits of one signal; see {@link Plan.Thresholds}. */
    @Embeddable
    record Limits(double watch, double breach) {}

    @Id
    private String goLive;

    private Instant startedAt;
    private long lengthSeconds;
    private long quietSeconds;
    private Instant breachedUntil;
    private Instant extendedUntil;

    @ElementCollection
    @CollectionTable(name = "stabilization_threshold", joinColumns = @JoinColumn(name = "go_live"))
    @MapKeyEnumerated(EnumType.STRING)
    @MapKeyColumn(name = "signal")
    private Map<SignalKind, Limits> thresholds = new EnumMap<>(SignalKind.class);

    @Version
    @Column(name = "row_version")
    private int version;

    protected Stabilization() {}

    /**
     * Fixes the limits that readings are judged by.
     *
     * @throws IllegalStateException if a signal has none: a fault of the plan module, so the job fails visibly
     */
    void agree(Map<SignalKind, Plan.Thresholds> limits) {
        for (var kind : SignalKind.values()) {
            var agreed = limits.get(kind);
            if (agreed == null) {
                throw new IllegalStateException(
                        "the plan of go-live %s has no thresholds for %s".formatted(goLive, kind.slug()));
            }
            thresholds.put(kind, new Limits(agreed.watch(), agreed.breach()));
        }
    }

    GoLiveKey goLive() {
        return new GoLiveKey(goLive);
    }

    Instant startedAt() {
        return startedAt;
    }

    Plan.Thresholds limits(SignalKind kind) {
        var limits = thresholds.get(kind);
        return new Plan.Thresholds(limits.watch(), limits.breach());
    }

    /** A signal breached at that instant. An instant before the latest known one moves nothing. */
    void breachedAt(Instant instant) {
        if (breachedUntil == null || instant.isAfter(breachedUntil)) {
            breachedUntil = instant;
        }
    }

    /**
     * Makes the period longer, counted from its present end or, when that is over, from now: an extension is never in
     * the past.
     *
     * @return the new earliest end of the length
     */
    Instant extend(Duration by, Instant now) {
        var end = clock(0, null).lengthEnds();
        extendedUntil = (now.isAfter(end) ? now : end).plus(by);
        return extendedUntil;
    }

    /**
     * The clock while exceptions are open.
     *
     * @param openUntil until when what they stand for has breached so far; null if none is open
     */
    SoakClock clock(int openExceptions, Instant openUntil) {
        var until = openUntil != null && (breachedUntil == null || openUntil.isAfter(breachedUntil))
                ? openUntil
                : breachedUntil;
        return new SoakClock(
                startedAt,
                Duration.ofSeconds(lengthSeconds),
                Duration.ofSeconds(quietSeconds),
                until,
                extendedUntil,
                openExceptions);
    }
}

package dev.handover.stabilization;

import dev.handover.shared.Refusal;
import dev.handover.shared.SignalKind;
import dev.handover.stabilization.StabilizationView.Decision;
import dev.handover.stabilization.StabilizationView.ExceptionView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * A signal went over its limit and somebody has to deal with it. There is at most one open exception of a signal;
 * further breaches join it.
 */
@Entity
@Table(name = "signal_exception")
class SignalException {

    @Id
    private UUID id;

    private String goLive;

    @Enumerated(EnumType.STRING)
    private SignalKind signal;

    private Instant openedAt;
    private Instant firstBreachAt;
    private Instant lastBreachAt;
    private int breaches;
    private double peak;
    private Instant rollBackAskedAt;
    private String rollBackAskedBy;
    private String rollBackReason;
    private Instant resolvedAt;
    private String resolvedBy;
    private String resolution;

    @Version
    @Column(name = "row_version")
    private Integer version;

    protected SignalException() {}

    /** Opens an exception for a first breach. */
    SignalException(Stabilization period, SignalKind signal, double value, Instant observedAt, Instant now) {
        this.id = UUID.randomUUID();
        this.goLive = period.goLive().value();
        this.signal = signal;
        this.openedAt = now;
        this.firstBreachAt = observedAt;
        this.lastBreachAt = observedAt;
        this.breaches = 1;
        this.peak = value;
    }

    UUID id() {
        return id;
    }

    String goLive() {
        return goLive;
    }

    SignalKind signal() {
        return signal;
    }

    Instant lastBreachAt() {
        return lastBreachAt;
    }

    boolean isOpen() {
        return resolvedAt == null;
    }

    boolean isRollBackAsked() {
        return rollBackAskedAt != null;
    }

    /**
     * True for a breach that belongs here: any while it is open, and afterwards those that happened before it was
     * resolved.
     */
    boolean covers(Instant breach) {
        return isOpen() || !breach.isAfter(resolvedAt);
    }

    /** Another breach of the same signal. */
    void join(double value, Instant observedAt) {
        breaches++;
        peak = Math.max(peak, value);
        if (observedAt.isBefore(firstBreachAt)) {
            firstBreachAt = observedAt;
        }
        if (observedAt.isAfter(lastBreachAt)) {
            lastBreachAt = observedAt;
        }
    }

    /**
     * The support owner wants the go-live rolled back; the production owner decides.
     *
     * @throws Refusal (conflict) if the exception is resolved
     */
    void askRollBack(Decision decision) {
        requireOpen();
        rollBackAskedAt = decision.at();
        rollBackAskedBy = decision.by();
        rollBackReason = decision.reason();
    }

    /** @throws Refusal (conflict) if it is resolved already */
    void resolve(Decision decision) {
        requireOpen();
        resolvedAt = decision.at();
        resolvedBy = decision.by();
        resolution = decision.reason();
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw Refusal.conflict("%s: the exception was resolved by %s already. Nothing is left to do."
                    .formatted(signal.title(), resolvedBy));
        }
    }

    ExceptionView view() {
        return new ExceptionView(
                id, signal, openedAt, firstBreachAt, lastBreachAt, breaches, peak, rollBackAsked(), resolved());
    }

    private Decision rollBackAsked() {
        return rollBackAskedAt == null ? null : new Decision(rollBackAskedAt, rollBackAskedBy, rollBackReason);
    }

    private Decision resolved() {
        return isOpen() ? null : new Decision(resolvedAt, resolvedBy, resolution);
    }
}

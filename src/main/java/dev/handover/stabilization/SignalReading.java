package dev.handover.stabilization;

import dev.handover.plan.Plan;
import dev.handover.shared.SignalKind;
import dev.handover.stabilization.StabilizationView.ReadingView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One reported value with the limits it was judged by. Never changed once it is recorded. */
@Entity
@Immutable
@Table(name = "signal_reading")
class SignalReading {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    /** Order of recording, given by the database. */
    @Column(insertable = false, updatable = false)
    private long number;

    private String goLive;

    @Enumerated(EnumType.STRING)
    private SignalKind signal;

    @Column(name = "\"value\"")
    private double value;

    private Instant observedAt;
    private Instant receivedAt;

    @Enumerated(EnumType.STRING)
    private SignalSource source;

    private String dedupeKey;
    private String note;
    private String recordedBy;
    private double watch;
    private double breach;

    @Enumerated(EnumType.STRING)
    private Reading reading;

    private boolean late;

    @Column(name = "exception")
    private UUID exceptionId;

    protected SignalReading() {}

    /** @param exception the exception that the reading opened or joined; null if it did neither */
    SignalReading(
            Stabilization period,
            Observation observation,
            Arrival arrival,
            Reading reading,
            SignalException exception,
            String by) {
        var limits = period.limits(observation.kind());
        this.goLive = period.goLive().value();
        this.signal = observation.kind();
        this.value = observation.value();
        this.observedAt = arrival.observedAt();
        this.receivedAt = arrival.receivedAt();
        this.late = arrival.isLate();
        this.source = observation.source();
        this.dedupeKey = observation.dedupeKey();
        this.note = observation.note();
        this.recordedBy = by;
        this.watch = limits.watch();
        this.breach = limits.breach();
        this.reading = reading;
        this.exceptionId = exception == null ? null : exception.id();
    }

    Plan.Thresholds limits() {
        return new Plan.Thresholds(watch, breach);
    }

    ReadingView view() {
        return new ReadingView(
                id,
                signal,
                value,
                observedAt,
                receivedAt,
                reading,
                late,
                limits(),
                source,
                note,
                recordedBy,
                exceptionId);
    }
}

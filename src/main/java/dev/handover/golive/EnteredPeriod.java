package dev.handover.golive;

import dev.handover.shared.Refusal;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** Whole days that somebody entered and that can be ended before their last one. Never deleted. */
@MappedSuperclass
public abstract class EnteredPeriod {

    /** How it stands at a moment. */
    public enum State {
        PLANNED,
        NOW,
        OVER
    }

    @Id
    private UUID id;

    private LocalDate firstDay;
    private LocalDate lastDay;
    private String zone;
    private Instant startsAt;
    private Instant endsAt;
    private String note;
    private String enteredBy;
    private Instant enteredAt;
    private String endedBy;
    private Instant endedAt;

    /** For JPA. */
    protected EnteredPeriod() {}

    EnteredPeriod(Period period, String note, String enteredBy, Instant enteredAt) {
        this.id = UUID.randomUUID();
        this.firstDay = period.first();
        this.lastDay = period.last();
        this.zone = period.zone().getId();
        this.startsAt = period.startFrom(enteredAt);
        this.endsAt = period.end();
        this.note = note;
        this.enteredBy = enteredBy;
        this.enteredAt = enteredAt;
    }

    /** Ends before its last day; one that has not begun never begins. @throws Refusal (conflict) if it is over */
    void end(String by, Instant at) {
        if (stateAt(at) == State.OVER) {
            throw Refusal.conflict("This is over already. Reload to see how it stands.");
        }
        this.endsAt = at.isBefore(startsAt) ? startsAt : at;
        this.endedBy = by;
        this.endedAt = at;
    }

    /** True for everybody whom it is about, who may end it therefore. */
    public abstract boolean concerns(String person);

    public State stateAt(Instant now) {
        if (!now.isBefore(endsAt) || startsAt.equals(endsAt)) {
            return State.OVER;
        }
        return now.isBefore(startsAt) ? State.PLANNED : State.NOW;
    }

    public UUID id() {
        return id;
    }

    /** As it was entered; it may have been ended early since. */
    public Period period() {
        return new Period(firstDay, lastDay, ZoneId.of(zone));
    }

    /** Beginning of the first day, or when it was entered, if that was later. */
    public Instant startsAt() {
        return startsAt;
    }

    /** Exclusive; the moment of the early end, if there was one. */
    public Instant endsAt() {
        return endsAt;
    }

    /** Why; may be empty. */
    public String note() {
        return note;
    }

    public String enteredBy() {
        return enteredBy;
    }

    public Instant enteredAt() {
        return enteredAt;
    }

    /** Who ended it early; null otherwise. */
    public String endedBy() {
        return endedBy;
    }

    public Instant endedAt() {
        return endedAt;
    }
}

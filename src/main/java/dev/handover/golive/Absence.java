package dev.handover.golive;

import dev.handover.golive.Cover.Span;
import dev.handover.shared.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** A person is away for a number of days; whether somebody stands in is said by {@link Deputy}. Never deleted. */
@Entity
@Table(name = "absence")
public class Absence {

    /** How it stands at a moment. */
    public enum State {
        PLANNED,
        NOW,
        OVER
    }

    @Id
    private UUID id;

    private String person;
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
    private boolean told;

    /** For JPA. */
    protected Absence() {}

    Absence(String person, Period period, String note, String enteredBy, Instant enteredAt) {
        this.id = UUID.randomUUID();
        this.person = person;
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
            throw Refusal.conflict("This absence is over already. Reload to see how it stands.");
        }
        this.endsAt = at.isBefore(startsAt) ? startsAt : at;
        this.endedBy = by;
        this.endedAt = at;
    }

    /** Whoever waits for the person has been told. */
    void tell() {
        this.told = true;
    }

    public State stateAt(Instant now) {
        if (!now.isBefore(endsAt) || startsAt.equals(endsAt)) {
            return State.OVER;
        }
        return now.isBefore(startsAt) ? State.PLANNED : State.NOW;
    }

    public UUID id() {
        return id;
    }

    /** User id of who is away. */
    public String person() {
        return person;
    }

    /** As it was entered; it may have been ended early since. */
    public Period period() {
        return new Period(firstDay, lastDay, ZoneId.of(zone));
    }

    /** Beginning of the first day, or when it was entered, if that was later, to its end or early end. */
    Span span() {
        return new Span(startsAt, endsAt);
    }

    public Instant startsAt() {
        return startsAt;
    }

    /** Exclusive; the moment of the early end, if there was one. */
    public Instant endsAt() {
        return endsAt;
    }

    /** Why; may be empty. For the person and admins only. */
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

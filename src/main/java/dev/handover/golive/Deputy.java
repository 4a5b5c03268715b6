package dev.handover.golive;

import dev.handover.shared.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** One person stands for another, in all go-lives, for a number of days. Never deleted. */
@Entity
@Table(name = "deputy")
public class Deputy {

    /** Where the principal's open tasks are. */
    enum Tasks {
        /** Not moved yet. */
        WITH_PRINCIPAL,
        WITH_DEPUTY,
        /** Moved back, or never moved and never to be. */
        BACK
    }

    /** How it stands at a moment. */
    public enum State {
        PLANNED,
        IN_FORCE,
        OVER
    }

    @Id
    private UUID id;

    private String principal;
    private String deputy;
    private LocalDate firstDay;
    private LocalDate lastDay;
    private String zone;
    private Instant startsAt;
    private Instant endsAt;
    private String note;
    private String namedBy;
    private Instant namedAt;
    private String endedBy;
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    private Tasks tasks = Tasks.WITH_PRINCIPAL;

    /** For JPA. */
    protected Deputy() {}

    Deputy(String principal, String deputy, Period period, String note, String namedBy, Instant namedAt) {
        this.id = UUID.randomUUID();
        this.principal = principal;
        this.deputy = deputy;
        this.firstDay = period.first();
        this.lastDay = period.last();
        this.zone = period.zone().getId();
        this.startsAt = period.startFrom(namedAt);
        this.endsAt = period.end();
        this.note = note;
        this.namedBy = namedBy;
        this.namedAt = namedAt;
    }

    /** Ends before its last day; one that has not begun never begins. @throws Refusal (conflict) if it is over */
    void end(String by, Instant at) {
        if (stateAt(at) == State.OVER) {
            throw Refusal.conflict("This period is over already. Reload to see how it stands.");
        }
        this.endsAt = at.isBefore(startsAt) ? startsAt : at;
        this.endedBy = by;
        this.endedAt = at;
    }

    /** @return true if the principal's tasks are not yet where they belong at that moment */
    boolean moveTasks(Instant now) {
        var wanted = switch (stateAt(now)) {
            case PLANNED -> Tasks.WITH_PRINCIPAL;
            case IN_FORCE -> Tasks.WITH_DEPUTY;
            case OVER -> Tasks.BACK;
        };
        var moved = tasks != wanted;
        this.tasks = wanted;
        return moved;
    }

    /** True for the principal and for the deputy. */
    public boolean concerns(String person) {
        return principal.equals(person) || deputy.equals(person);
    }

    public State stateAt(Instant now) {
        if (!now.isBefore(endsAt) || startsAt.equals(endsAt)) {
            return State.OVER;
        }
        return now.isBefore(startsAt) ? State.PLANNED : State.IN_FORCE;
    }

    public UUID id() {
        return id;
    }

    /** Who is stood for. */
    public String principal() {
        return principal;
    }

    /** Who stands in. */
    public String deputy() {
        return deputy;
    }

    /** As it was named; it may have been ended early since. */
    public Period period() {
        return new Period(firstDay, lastDay, ZoneId.of(zone));
    }

    /** Beginning of the first day, or when it was named, if that was later. */
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

    public String namedBy() {
        return namedBy;
    }

    public Instant namedAt() {
        return namedAt;
    }

    /** Who ended it early; null otherwise. */
    public String endedBy() {
        return endedBy;
    }

    public Instant endedAt() {
        return endedAt;
    }
}

package dev.handover.golive;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** One person stands for another, in all go-lives, for a number of days. */
@Entity
@Table(name = "deputy")
@AttributeOverride(name = "enteredBy", column = @Column(name = "named_by"))
@AttributeOverride(name = "enteredAt", column = @Column(name = "named_at"))
public class Deputy extends EnteredPeriod {

    /** Where the principal's open tasks are. */
    enum Tasks {
        /** Not moved yet. */
        WITH_PRINCIPAL,
        WITH_DEPUTY,
        /** Moved back, or never moved and never to be. */
        BACK
    }

    private String principal;
    private String deputy;

    @Enumerated(EnumType.STRING)
    private Tasks tasks = Tasks.WITH_PRINCIPAL;

    /** For JPA. */
    protected Deputy() {}

    Deputy(String principal, String deputy, Period period, String note, String namedBy, Instant namedAt) {
        super(period, note, namedBy, namedAt);
        this.principal = principal;
        this.deputy = deputy;
    }

    /** @return true if the principal's tasks are not yet where they belong at that moment */
    boolean moveTasks(Instant now) {
        var wanted = switch (stateAt(now)) {
            case PLANNED -> Tasks.WITH_PRINCIPAL;
            case NOW -> Tasks.WITH_DEPUTY;
            case OVER -> Tasks.BACK;
        };
        var moved = tasks != wanted;
        this.tasks = wanted;
        return moved;
    }

    /** True for the principal and for the deputy. */
    @Override
    public boolean concerns(String person) {
        return principal.equals(person) || deputy.equals(person);
    }

    /** Who is stood for. */
    public String principal() {
        return principal;
    }

    /** Who stands in. */
    public String deputy() {
        return deputy;
    }
}

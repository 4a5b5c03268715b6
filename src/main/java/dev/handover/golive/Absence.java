package dev.handover.golive;

import dev.handover.golive.Cover.Span;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A person is away for a number of days; whether somebody stands in is said by {@link Deputy}. Its note is for the person and admins only. */
@Entity
@Table(name = "absence")
public class Absence extends EnteredPeriod {

    private String person;
    private boolean told;

    /** For JPA. */
    protected Absence() {}

    Absence(String person, Period period, String note, String enteredBy, Instant enteredAt) {
        super(period, note, enteredBy, enteredAt);
        this.person = person;
    }

    /** Whoever waits for the person has been told. */
    void tell() {
        this.told = true;
    }

    /** User id of who is away. */
    public String person() {
        return person;
    }

    @Override
    public boolean concerns(String other) {
        return person.equals(other);
    }

    /** From its start to its end, or early end. */
    Span span() {
        return new Span(startsAt(), endsAt());
    }
}

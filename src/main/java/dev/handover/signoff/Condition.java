package dev.handover.signoff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** What an approval was given on condition of. */
@Entity
@Table(name = "sign_off_condition")
public class Condition {

    @Id
    private UUID id;

    @ManyToOne
    @JoinColumn(name = "sign_off")
    private SignOff signOff;

    @Column(name = "text")
    private String text;

    private LocalDate due;

    /** For JPA. */
    protected Condition() {}

    Condition(SignOff signOff, String text, LocalDate due) {
        this.id = UUID.randomUUID();
        this.signOff = signOff;
        this.text = text;
        this.due = due;
    }

    public UUID id() {
        return id;
    }

    public String text() {
        return text;
    }

    /** Day by which it is to be met, in the zone of the plan. */
    public LocalDate due() {
        return due;
    }

    public SignOff signOff() {
        return signOff;
    }
}

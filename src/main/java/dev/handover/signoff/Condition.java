package dev.handover.signoff;

import dev.handover.shared.Refusal;
import dev.handover.shared.Role;
import dev.handover.shared.Slugged;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What an approval was given on condition of: who meets it, by when, and until when the approval holds without it. */
@Entity
@Table(name = "sign_off_condition")
public class Condition {

    /** How a condition stands on a day. */
    public enum State implements Slugged {
        OPEN,
        /** Its due day is over; the approval still holds. */
        OVERDUE,
        /** Its expiry day is over; before the go-live the approval that was given on it falls. */
        EXPIRED,
        MET,
        /** Whoever set it no longer asks for it. */
        WAIVED,
        /** The approval that was given on it no longer stands. */
        LAPSED;

        /** True if it has to be met before the go-live can go on. */
        public boolean isLate() {
            return this == OVERDUE || this == EXPIRED;
        }
    }

    /** How it was settled. */
    private enum Settled {
        MET,
        WAIVED
    }

    @Id
    private UUID id;

    @ManyToOne
    @JoinColumn(name = "sign_off")
    private SignOff signOff;

    @Column(name = "text")
    private String text;

    @Enumerated(EnumType.STRING)
    private Role owner;

    private LocalDate due;
    private LocalDate expires;

    @Enumerated(EnumType.STRING)
    private Settled settled;

    private String settledBy;
    private Instant settledAt;
    private String words;
    private UUID evidence;

    /** For JPA. */
    protected Condition() {}

    Condition(SignOff signOff, String text, ConditionTerms terms) {
        this.id = UUID.randomUUID();
        this.signOff = signOff;
        this.text = text;
        this.owner = terms.owner();
        this.due = terms.due();
        this.expires = terms.expires();
    }

    /** @param evidence id of the item that shows it; may be null */
    void meet(String by, String words, UUID evidence, Instant at) {
        requireToBeMet();
        settle(Settled.MET, by, words, at);
        this.evidence = evidence;
    }

    void waive(String by, String reason, Instant at) {
        requireToBeMet();
        settle(Settled.WAIVED, by, reason, at);
    }

    /** Takes back that it was met. @throws Refusal (conflict) unless it is met and its approval stands */
    void reopen() {
        if (settled != Settled.MET || !isOfStandingApproval()) {
            throw Refusal.conflict("Only a condition that is met can be opened again. Reload to see how it stands.");
        }
        settle(null, null, null, null);
        this.evidence = null;
    }

    private void settle(Settled how, String by, String words, Instant at) {
        this.settled = how;
        this.settledBy = by;
        this.words = words;
        this.settledAt = at;
    }

    private void requireToBeMet() {
        if (!isToBeMet()) {
            throw Refusal.conflict(
                    "This condition is settled already, or its approval no longer stands. Reload to see how it stands.");
        }
    }

    /** True if its approval stands and it is neither met nor waived; an expired one is still to be met. */
    public boolean isToBeMet() {
        return settled == null && isOfStandingApproval();
    }

    private boolean isOfStandingApproval() {
        return signOff.state() == SignOff.State.APPROVED;
    }

    /** @param today in the zone of the plan; the due day and the expiry day belong to the time allowed */
    public State stateOn(LocalDate today) {
        if (settled != null) {
            return settled == Settled.MET ? State.MET : State.WAIVED;
        }
        if (!isOfStandingApproval()) {
            return State.LAPSED;
        }
        if (today.isAfter(expires)) {
            return State.EXPIRED;
        }
        return today.isAfter(due) ? State.OVERDUE : State.OPEN;
    }

    public UUID id() {
        return id;
    }

    public String text() {
        return text;
    }

    /** Role whose holder meets it. */
    public Role owner() {
        return owner;
    }

    /** Last day to meet it in time, in the zone of the plan. */
    public LocalDate due() {
        return due;
    }

    /** Last day the approval holds without it, in the zone of the plan; not before {@link #due()}. */
    public LocalDate expires() {
        return expires;
    }

    /** User id of who signed on it. */
    public String setBy() {
        return signOff.decidedBy();
    }

    /** Who reported it as met, or waived it; null while it is neither. */
    public String settledBy() {
        return settledBy;
    }

    /** Null while it is neither met nor waived. */
    public Instant settledAt() {
        return settledAt;
    }

    /** How it was met, or why it was waived; null while it is neither. */
    public String words() {
        return words;
    }

    /** Id of the evidence that shows that it is met; null if none was named. */
    public UUID evidence() {
        return evidence;
    }

    public SignOff signOff() {
        return signOff;
    }
}

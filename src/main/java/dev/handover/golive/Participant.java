package dev.handover.golive;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import dev.handover.shared.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** One person in one role of one go-live. */
@Entity
@Table(name = "participant")
public class Participant {

    /** How far the person has taken the role on. */
    public enum State {
        /** Named, and not answered yet. */
        NAMED,
        ACCEPTED,
        DECLINED,
        /** Somebody else has the role now; this person no longer sees the go-live through it. */
        REPLACED
    }

    @Id
    private UUID id;

    @Column(name = "go_live")
    private String goLive;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String userId;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant decidedAt;
    private String reason;

    /** For JPA. */
    protected Participant() {}

    Participant(GoLiveKey goLive, Role role, String userId, State state) {
        this.id = UUID.randomUUID();
        this.goLive = goLive.value();
        this.role = role;
        this.userId = userId;
        this.state = state;
    }

    /**
     * Accepting what one has accepted changes nothing.
     *
     * @throws Refusal (conflict) if the person has declined before
     */
    void accept(Instant at) {
        if (state == State.ACCEPTED) {
            return;
        }
        requireNamed();
        this.state = State.ACCEPTED;
        this.decidedAt = at;
    }

    /** @throws Refusal (conflict) if the person has answered before */
    void decline(String why, Instant at) {
        requireNamed();
        this.state = State.DECLINED;
        this.decidedAt = at;
        this.reason = why;
    }

    private void requireNamed() {
        if (state != State.NAMED) {
            throw Refusal.conflict("You have %s this role already. Reload to see how it stands."
                    .formatted(state.name().toLowerCase(Locale.ROOT)));
        }
    }

    void replace() {
        this.state = State.REPLACED;
    }

    /** True if the role is this person's, accepted or still to answer. */
    public boolean holds() {
        return state == State.NAMED || state == State.ACCEPTED;
    }

    /** Takes the role on without being asked: validators are named by the plan alone. */
    void takeOn() {
        nameAgain();
        this.state = State.ACCEPTED;
    }

    /** Named for the role once more. */
    void nameAgain() {
        this.state = State.NAMED;
        this.decidedAt = null;
        this.reason = null;
    }

    public Role role() {
        return role;
    }

    public String userId() {
        return userId;
    }

    public State state() {
        return state;
    }

    /** When the person accepted or declined; null before. */
    public Instant decidedAt() {
        return decidedAt;
    }

    /** Why the person declined; null otherwise. */
    public String reason() {
        return reason;
    }
}

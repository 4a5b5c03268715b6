package dev.handover.release;

import dev.handover.golive.Acting;
import dev.handover.golive.GoLive;
import dev.handover.shared.Slugged;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One decision, or missed decision, about one release window. Never changed. */
@Entity
@Table(name = "release_act")
public class ReleaseAct {

    /** What can be decided about a window. */
    public enum Act implements Slugged {
        /** The window was given up at the cut-off, because a sign-off was missing. */
        RELEASED_AT_CUT_OFF,
        WINDOW_PROPOSED,
        HOLD_RESOLVED,
        GO,
        PAUSE,
        RESUME,
        ROLL_BACK,
        LIVE,
        MISSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "go_live")
    private String goLive;

    @Enumerated(EnumType.STRING)
    private Act act;

    private String decidedBy;
    private String onBehalfOf;
    private Instant decidedAt;
    private String reason;
    private Instant windowStart;
    private Instant windowEnd;

    /** For JPA. */
    protected ReleaseAct() {}

    ReleaseAct(GoLive goLive, Act act, Acting by, String reason, Instant decidedAt) {
        this.goLive = goLive.key().value();
        this.act = act;
        this.decidedBy = by.by();
        this.onBehalfOf = by.onBehalfOf();
        this.decidedAt = decidedAt;
        this.reason = reason;
        this.windowStart = goLive.windowStart();
        this.windowEnd = goLive.windowEnd();
    }

    public Act act() {
        return act;
    }

    /** User id, or {@code handover} for what the process did by itself. */
    public String decidedBy() {
        return decidedBy;
    }

    /** Who decided, and for whom. */
    public Acting acting() {
        return new Acting(decidedBy, onBehalfOf);
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public String reason() {
        return reason;
    }

    /** Start of the window it was about. */
    public Instant windowStart() {
        return windowStart;
    }

    public Instant windowEnd() {
        return windowEnd;
    }
}

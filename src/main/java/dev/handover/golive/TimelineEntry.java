package dev.handover.golive;

import dev.handover.shared.GoLiveKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One thing that happened in a go-live. Never changed. */
@Entity
@Table(name = "timeline_entry")
public class TimelineEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "go_live")
    private String goLive;

    private Instant at;
    private String actor;
    private String onBehalfOf;
    private String act;
    private String detail;

    /** For JPA. */
    protected TimelineEntry() {}

    TimelineEntry(GoLiveKey goLive, Instant at, Acting acting, String act, String detail) {
        this.goLive = goLive.value();
        this.at = at;
        this.actor = acting.by();
        this.onBehalfOf = acting.onBehalfOf();
        this.act = act;
        this.detail = detail;
    }

    public Instant at() {
        return at;
    }

    /** User id, or {@link Timeline#SYSTEM}. */
    public String actor() {
        return actor;
    }

    /** User id of the person a deputy acted for; null for who acted for themselves. */
    public String onBehalfOf() {
        return onBehalfOf;
    }

    /** What was done, in a few words. */
    public String act() {
        return act;
    }

    /** The words that go with it; may be empty. */
    public String detail() {
        return detail;
    }
}

package dev.handover.golive;

import dev.handover.plan.Plan;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.Refusal;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** One go-live of one environment of one customer, from the accepted plan to the end. */
@Entity
@Table(name = "go_live")
public class GoLive {

    @Id
    private String key;

    private String title;
    private String customerId;
    private String customerName;
    private String environmentLabel;
    private String environmentTenant;
    private String environmentUrl;
    private String requester;

    @Enumerated(EnumType.STRING)
    private Phase phase = Phase.PREREQUISITES;

    private int planVersion;
    private Instant windowStart;
    private Instant windowEnd;
    private String zone;
    private Instant createdAt;
    private Instant finishedAt;

    @Version
    private int rowVersion;

    /** Shown wherever the go-live is, and few; one more query for a whole page of go-lives. */
    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "go_live_hold", joinColumns = @JoinColumn(name = "go_live"))
    @MapKeyColumn(name = "reason")
    @Column(name = "since")
    private Map<String, Instant> holds = new TreeMap<>();

    /** For JPA. */
    protected GoLive() {}

    GoLive(GoLiveKey key, Plan plan, String requester, Instant createdAt) {
        this.key = key.value();
        this.customerId = plan.customer().id();
        this.environmentLabel = plan.environment().label();
        this.requester = requester;
        this.createdAt = createdAt;
        moveWindow(plan.releaseWindow().start(), plan.releaseWindow().end());
        apply(plan);
    }

    /**
     * Takes over what a new plan version says. Customer and environment label never change: that is another go-live. The
     * window stays as it is, because it may have been moved since the plan was written.
     */
    final void apply(Plan plan) {
        this.title = plan.title();
        this.customerName = plan.customer().name();
        this.environmentTenant = plan.environment().tenant();
        this.environmentUrl = plan.environment().url().toString();
        this.planVersion++;
        this.zone = plan.releaseWindow().zone().getId();
    }

    /** Whole seconds, since the engine's timers keep no more than milliseconds. */
    final void moveWindow(Instant start, Instant end) {
        var from = start.truncatedTo(ChronoUnit.SECONDS);
        var until = end.truncatedTo(ChronoUnit.SECONDS);
        if (!from.isBefore(until)) {
            throw Refusal.invalidInput("The release window ends before it starts. Give an end after the start.");
        }
        this.windowStart = from;
        this.windowEnd = until;
    }

    /** @throws Refusal (wrong phase) if the go-live has already ended */
    void enter(Phase next, Instant at) {
        requireRunning();
        this.phase = next;
        if (next.isFinished()) {
            this.finishedAt = at;
            this.holds.clear();
        }
    }

    void requireRunning() {
        if (phase.isFinished()) {
            throw Refusal.wrongPhase("Go-live %s has ended (%s); nothing can be changed any more."
                    .formatted(key, phase.title().toLowerCase(Locale.ROOT)));
        }
    }

    /** Replaces all reasons to hold; a reason that was there before keeps the time since when it holds. */
    void holdFor(Collection<String> reasons, Instant at) {
        holds.keySet().retainAll(reasons);
        reasons.forEach(reason -> holds.putIfAbsent(reason, at));
    }

    /** Replaces the reasons about one topic, which stands at their beginning; all others stay. */
    void holdFor(String topic, Collection<String> findings, Instant at) {
        var reasons = new ArrayList<String>();
        holds.keySet().stream()
                .filter(reason -> !reason.startsWith(topic + ": "))
                .forEach(reasons::add);
        findings.forEach(finding -> reasons.add(topic + ": " + finding));
        holdFor(reasons, at);
    }

    public GoLiveKey key() {
        return new GoLiveKey(key);
    }

    public String title() {
        return title;
    }

    public String customerId() {
        return customerId;
    }

    public String customerName() {
        return customerName;
    }

    public String environmentLabel() {
        return environmentLabel;
    }

    public String environmentTenant() {
        return environmentTenant;
    }

    public String environmentUrl() {
        return environmentUrl;
    }

    public String requester() {
        return requester;
    }

    public Phase phase() {
        return phase;
    }

    /** Version of the plan in force, counted from 1. */
    public int planVersion() {
        return planVersion;
    }

    public Instant windowStart() {
        return windowStart;
    }

    /** End of the release window, exclusive. */
    public Instant windowEnd() {
        return windowEnd;
    }

    /** Zone the customer reads times in. */
    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When it ended, or null while it runs. */
    public Instant finishedAt() {
        return finishedAt;
    }

    public boolean isOnHold() {
        return !holds.isEmpty();
    }

    /** Why it is held, each with the time since when. */
    public Map<String, Instant> holds() {
        return new TreeMap<>(holds);
    }

    /** For people: who goes live with what. */
    public String caption() {
        return customerName + " " + environmentLabel;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GoLive that && Objects.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(key);
    }
}

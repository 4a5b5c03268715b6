package dev.handover.validation;

import dev.handover.shared.FreeText;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import dev.handover.shared.Step;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** Something that keeps a go-live from going on, until somebody says how it was resolved. */
@Entity
@Table(name = "blocker")
public class Blocker {

    /** A blocker is open until it is resolved; it is never deleted. */
    public enum State {
        OPEN,
        RESOLVED
    }

    /** How a blocker came about, and so who waits for it to be resolved. */
    public enum Origin {
        /** The checks of its step did not pass; the step waits. */
        CHECKS,
        /** The validator did not confirm its step; the step waits. */
        REJECTION,
        /** Somebody raised it by hand; the gates of the release window wait. */
        RAISED
    }

    /**
     * What to look at, from the troubleshooting table.
     *
     * @param page related page; may be null
     */
    @Embeddable
    public record Hint(String hint, String page) {}

    @Id
    private UUID id;

    @Column(name = "go_live")
    private String goLive;

    @Enumerated(EnumType.STRING)
    private Step step;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    private String symptom;
    private String title;
    private String detail;
    private String raisedBy;
    private Instant raisedAt;

    @Enumerated(EnumType.STRING)
    private State state = State.OPEN;

    private String resolvedBy;
    private Instant resolvedAt;
    private String resolution;

    /** Shown wherever blockers are; one more query for all of them. */
    @ElementCollection
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "blocker_hint", joinColumns = @JoinColumn(name = "blocker"))
    @OrderColumn(name = "position")
    private List<Hint> hints = new ArrayList<>();

    /** For JPA. */
    protected Blocker() {}

    Blocker(GoLiveKey goLive, Origin origin, Report report, List<Hint> hints, String raisedBy, Instant raisedAt) {
        this.id = UUID.randomUUID();
        this.goLive = goLive.value();
        this.origin = origin;
        this.step = report.step();
        this.symptom = report.symptom();
        this.title = report.title();
        this.detail = report.detail();
        this.hints = new ArrayList<>(hints);
        this.raisedBy = raisedBy;
        this.raisedAt = raisedAt;
    }

    /**
     * What somebody, or a check, says is in the way.
     *
     * @param step the step it is found in; null if it is found elsewhere
     * @param symptom slug of a row of the troubleshooting table; null if none fits
     * @param title at most {@value #LONGEST_TITLE} characters
     * @param detail at most {@value FreeText#LONGEST} characters; empty if the title says it all
     */
    public record Report(Step step, String symptom, String title, String detail) {

        static final int LONGEST_TITLE = 200;

        private static final Pattern SYMPTOM = Pattern.compile("[a-z0-9-]{1,80}");

        public Report {
            title = FreeText.optional("The title", title, LONGEST_TITLE);
            if (title == null) {
                throw Refusal.invalidInput("Give the blocker a title: in a few words, what is in the way.");
            }
            var words = FreeText.optional("The detail", detail, FreeText.LONGEST);
            detail = words == null ? "" : words;
            if (symptom != null && !SYMPTOM.matcher(symptom).matches()) {
                throw Refusal.invalidInput("A symptom is one of the troubleshooting table, like \"connectors-fail\".");
            }
        }
    }

    /** @throws Refusal (invalid input) without words, (conflict) if it is resolved already */
    void resolve(String words, String by, Instant at) {
        var done = FreeText.reason(words, "Say what was done about the blocker.");
        if (state == State.RESOLVED) {
            throw Refusal.conflict("This blocker was resolved already. Reload to see how.");
        }
        this.state = State.RESOLVED;
        this.resolution = done;
        this.resolvedBy = by;
        this.resolvedAt = at;
    }

    public UUID id() {
        return id;
    }

    public GoLiveKey goLive() {
        return new GoLiveKey(goLive);
    }

    /** The step it was found in; null if it was raised for the go-live as a whole. */
    public Step step() {
        return step;
    }

    Origin origin() {
        return origin;
    }

    /** Slug of a row of the troubleshooting table; null if none fits. */
    public String symptom() {
        return symptom;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    public List<Hint> hints() {
        return List.copyOf(hints);
    }

    public String raisedBy() {
        return raisedBy;
    }

    public Instant raisedAt() {
        return raisedAt;
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public State state() {
        return state;
    }

    public String resolvedBy() {
        return resolvedBy;
    }

    public Instant resolvedAt() {
        return resolvedAt;
    }

    /** What was done about it; null while it is open. */
    public String resolution() {
        return resolution;
    }
}

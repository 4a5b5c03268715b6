package dev.handover.signoff;

import dev.handover.golive.Acting;
import dev.handover.golive.GoLive;
import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import dev.handover.shared.PhrasesConverter;
import dev.handover.shared.Refusal;
import dev.handover.shared.Role;
import dev.handover.shared.Step;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One role's decision in one round. It stands for exactly the evidence whose manifest digest it carries. */
@Entity
@Table(name = "sign_off")
public class SignOff {

    public enum State {
        /** Asked for, and not decided. */
        PENDING,
        APPROVED,
        REJECTED,
        /** Was approved, but the evidence it relied on has changed since, or a condition it was given on has expired. */
        OUTDATED
    }

    @Id
    private UUID id;

    @Column(name = "go_live")
    private String goLive;

    @Enumerated(EnumType.STRING)
    private Role role;

    private int round;

    @Enumerated(EnumType.STRING)
    private State state = State.PENDING;

    private String manifest;
    private Instant askedAt;
    private String decidedBy;
    private String onBehalfOf;
    private Instant decidedAt;
    private String reason;

    @Enumerated(EnumType.STRING)
    private Step rejectedStep;

    @ElementCollection
    @CollectionTable(name = "sign_off_rejected_evidence", joinColumns = @JoinColumn(name = "sign_off"))
    @Column(name = "evidence")
    private Set<UUID> rejectedEvidence = new HashSet<>();

    private Instant windowStart;
    private Instant windowEnd;

    private Instant outdatedAt;
    private String outdatedBecause;

    @Convert(converter = PhrasesConverter.class)
    private List<Phrase> outdatedSaid = List.of();

    private int reminders;
    private Instant toldAt;
    private Instant deputyAskedAt;
    private Instant escalatedAt;

    @Version
    private int rowVersion;

    @OneToMany(mappedBy = "signOff", cascade = CascadeType.PERSIST)
    @OrderBy("due, text")
    private List<Condition> conditions = new ArrayList<>();

    /** For JPA. */
    protected SignOff() {}

    SignOff(GoLiveKey goLive, Role role, int round, Instant askedAt) {
        this.id = UUID.randomUUID();
        this.goLive = goLive.value();
        this.role = role;
        this.round = round;
        this.askedAt = askedAt;
        this.toldAt = askedAt;
    }

    /** It is asked for with the window of the go-live as it is now. */
    void askedFor(GoLive goLive) {
        this.windowStart = goLive.windowStart();
        this.windowEnd = goLive.windowEnd();
    }

    /** False only for the approval of a change whose window is not the one it was asked for; the others sign for no window. */
    boolean isForWindowOf(GoLive goLive) {
        return role != Role.CHANGE
                || windowStart == null
                || (windowStart.equals(goLive.windowStart()) && Objects.equals(windowEnd, goLive.windowEnd()));
    }

    /**
     * Approves on behalf of the role.
     *
     * @param seen digest of the manifest the person was shown
     * @param current digest of the manifest as it stands now
     * @throws Refusal (stale evidence) if the two differ, (conflict) if it was decided before; nothing is recorded then
     */
    void approve(Acting by, Digest seen, Digest current, String words, Instant at) {
        requirePending();
        if (!current.equals(seen)) {
            throw Refusal.staleEvidence(
                    "The evidence changed after this form was opened, so nothing was signed. Reload the task, look at what changed, and decide again.");
        }
        decide(State.APPROVED, by, words, at);
        this.manifest = current.sha256();
    }

    void addCondition(String text, ConditionTerms terms) {
        conditions.add(new Condition(this, text, terms));
    }

    /**
     * @param concerned ids of the evidence that did not convince; may be empty
     * @throws Refusal (conflict) if it was decided before
     */
    void reject(Acting by, String why, Step step, Set<UUID> concerned, Instant at) {
        requirePending();
        decide(State.REJECTED, by, why, at);
        this.rejectedStep = step;
        this.rejectedEvidence.addAll(concerned);
    }

    private void decide(State next, Acting by, String words, Instant at) {
        this.state = next;
        this.decidedBy = by.by();
        this.onBehalfOf = by.onBehalfOf();
        this.decidedAt = at;
        this.reason = words;
    }

    private void requirePending() {
        if (state != State.PENDING) {
            throw Refusal.conflict("This sign-off was decided already. Reload to see how it stands.");
        }
    }

    /** True if it is an approval of exactly that evidence. */
    boolean covers(Digest current) {
        return state == State.APPROVED && current.sha256().equals(manifest);
    }

    /** @param because at least one reason */
    void outdate(List<Loss> because, Instant at) {
        this.state = State.OUTDATED;
        this.outdatedBecause = because.stream().map(Loss::line).collect(Collectors.joining("\n"));
        this.outdatedSaid = because.stream().map(Loss::said).toList();
        this.outdatedAt = at;
    }

    void reminded(Instant at) {
        this.reminders++;
        this.toldAt = at;
    }

    void deputyAsked(Instant at) {
        this.deputyAskedAt = at;
    }

    void escalated(Instant at) {
        this.escalatedAt = at;
    }

    public UUID id() {
        return id;
    }

    public GoLiveKey goLive() {
        return new GoLiveKey(goLive);
    }

    public Role role() {
        return role;
    }

    /** Counted from 1; a role is asked again when what it signed has changed. */
    public int round() {
        return round;
    }

    public State state() {
        return state;
    }

    /** Digest of the manifest that was signed; null unless it was approved. */
    public String manifest() {
        return manifest;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public String decidedBy() {
        return decidedBy;
    }

    /** The owner a deputy decided for; null if the owner did so in person. */
    public String onBehalfOf() {
        return onBehalfOf;
    }

    /** Who decided, and for whom; null while nobody has. */
    public Acting acting() {
        return decidedBy == null ? null : new Acting(decidedBy, onBehalfOf);
    }

    /** True if the person decided, or somebody did for them. */
    boolean isDecidedBy(String person) {
        return person.equals(decidedBy) || person.equals(onBehalfOf);
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public String reason() {
        return reason;
    }

    /** The step a rejection sends back to; null otherwise. */
    public Step rejectedStep() {
        return rejectedStep;
    }

    /** The evidence a rejection concerns, by id of its version; empty if none was named. */
    public Set<UUID> rejectedEvidence() {
        return Set.copyOf(rejectedEvidence);
    }

    /** When an approval ceased to stand; null unless it is outdated. */
    public Instant outdatedAt() {
        return outdatedAt;
    }

    /** Why it no longer stands, one line for each reason; empty unless it is outdated. */
    public List<String> outdatedBecause() {
        return outdatedBecause == null ? List.of() : outdatedBecause.lines().toList();
    }

    /** The same to be told in another language; what is on record without is told as it is. */
    public List<Phrase> outdatedSaid() {
        return outdatedSaid.isEmpty()
                ? outdatedBecause().stream().map(Phrase::written).toList()
                : outdatedSaid;
    }

    /** True if it was an approval that stood until something happened to what it relied on. */
    public boolean wasTakenBack() {
        return state == State.OUTDATED && !outdatedBecause().equals(List.of(SignOffRound.ASKED_ANEW.line()));
    }

    /** How often the person was reminded. */
    public int reminders() {
        return reminders;
    }

    /** When the person was last told that the sign-off waits, by a reminder or when it was asked for. */
    public Instant toldAt() {
        return toldAt;
    }

    /** When the deputy was asked; null if nobody did. */
    public Instant deputyAskedAt() {
        return deputyAskedAt;
    }

    /** When others were last asked to step in; null if nobody did. */
    public Instant escalatedAt() {
        return escalatedAt;
    }

    public List<Condition> conditions() {
        return List.copyOf(conditions);
    }
}

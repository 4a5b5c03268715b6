package dev.handover.validation;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import dev.handover.shared.PhrasesConverter;
import dev.handover.shared.Refusal;
import dev.handover.shared.Step;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** How far one validation step of one go-live is. */
@Entity
@Table(name = "step_progress")
public class StepProgress {

    /** States in the order a step usually takes them. */
    public enum State {
        /** Not begun, or reopened. */
        OPEN,
        /** Some checks could not run, and none failed; those that could not are tried again by themselves. */
        WAITING_TO_TRY_AGAIN,
        /** Something is in the way; a blocker says what. */
        BLOCKED,
        /** The automated checks passed; a person has to confirm. */
        TO_CONFIRM,
        PASSED
    }

    @Embeddable
    record Id(
            @Column(name = "go_live") String goLive,
            @Enumerated(EnumType.STRING) Step step) implements Serializable {}

    @EmbeddedId
    private Id id;

    @Enumerated(EnumType.STRING)
    private State state = State.OPEN;

    private String because;

    @Convert(converter = PhrasesConverter.class)
    private List<Phrase> becauseSaid = List.of();

    private Instant freshFrom;
    private Integer planVersion;
    private int tries;
    private Instant tryAgainAt;
    private String confirmedBy;
    private Instant confirmedAt;
    private String note;

    /** For JPA. */
    protected StepProgress() {}

    StepProgress(GoLiveKey goLive, Step step) {
        this.id = new Id(goLive.value(), step);
        this.freshFrom = Instant.EPOCH;
    }

    /** Starts over: what was checked before {@code at} no longer counts. */
    void reopen(Because why, Instant at) {
        this.state = State.OPEN;
        this.because = why.words();
        this.becauseSaid = why.said();
        this.freshFrom = at;
        this.confirmedBy = null;
        this.confirmedAt = null;
        this.note = null;
        endTries();
    }

    void checked(boolean passed, int version) {
        this.state = passed ? State.TO_CONFIRM : State.BLOCKED;
        this.planVersion = version;
        endTries();
    }

    /** Some checks could not run, and are tried again at {@code at}. */
    void tryAgain(Instant at, int version) {
        this.state = State.WAITING_TO_TRY_AGAIN;
        this.planVersion = version;
        this.tries++;
        this.tryAgainAt = at;
    }

    private void endTries() {
        this.tries = 0;
        this.tryAgainAt = null;
    }

    void block() {
        this.state = State.BLOCKED;
        endTries();
    }

    private void requireToConfirm() {
        if (state != State.TO_CONFIRM) {
            throw Refusal.conflict(
                    "This step does not wait for a confirmation any more; its checks run again or it was reopened. Open the task again.");
        }
    }

    /** @throws Refusal (conflict) unless the step waits for a confirmation */
    void reject(String why, Instant at) {
        requireToConfirm();
        reopen(new Because("Not confirmed: " + why, List.of(Phrase.of("not-confirmed", why))), at);
        this.state = State.BLOCKED;
    }

    /** @throws Refusal (conflict) unless the step waits for a confirmation */
    void confirm(String by, String words, Instant at) {
        requireToConfirm();
        this.state = State.PASSED;
        this.confirmedBy = by;
        this.confirmedAt = at;
        this.note = words;
        this.because = null;
        this.becauseSaid = List.of();
    }

    public Step step() {
        return id.step();
    }

    public State state() {
        return state;
    }

    public boolean isPassed() {
        return state == State.PASSED;
    }

    /** Why the step was reopened; null if it was not, or has passed since. */
    public String because() {
        return because;
    }

    /** The same to be told in another language; what is on record without is told as it is. */
    public List<Phrase> becauseSaid() {
        return because != null && becauseSaid.isEmpty() ? List.of(Phrase.written(because)) : becauseSaid;
    }

    /** Check runs that finished before this instant do not count. */
    Instant freshFrom() {
        return freshFrom;
    }

    /** Plan version that was checked last; null before the first run. */
    public Integer planVersion() {
        return planVersion;
    }

    /** How often in a row checks could not run and were left to be tried again. */
    int tries() {
        return tries;
    }

    /** When the checks that could not run are tried again; null unless the step waits for that. */
    public Instant tryAgainAt() {
        return tryAgainAt;
    }

    public String confirmedBy() {
        return confirmedBy;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }

    /** What the person wrote who confirmed; may be null. */
    public String note() {
        return note;
    }
}

package dev.handover.validation;

import dev.handover.evidence.EvidenceStore;
import dev.handover.golive.Acting;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Timeline;
import dev.handover.shared.FreeText;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import dev.handover.shared.Step;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person says about a step whose checks have passed: it holds, or it does not. */
@Service
@Transactional
public class StepConfirmations {

    private final StepProgresses progresses;
    private final StepBlockers blockers;
    private final EvidenceStore evidence;
    private final ShelfLife shelfLife;
    private final GoLiveRegister register;
    private final Timeline timeline;
    private final Clock clock;

    StepConfirmations(
            StepProgresses progresses,
            StepBlockers blockers,
            EvidenceStore evidence,
            ShelfLife shelfLife,
            GoLiveRegister register,
            Timeline timeline,
            Clock clock) {
        this.progresses = progresses;
        this.blockers = blockers;
        this.evidence = evidence;
        this.shelfLife = shelfLife;
        this.register = register;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * A person confirms the step. Their words are kept as evidence.
     *
     * @throws Refusal (conflict) if the step does not wait for it, (invalid input) if there is neither evidence nor words
     */
    public void confirm(GoLiveKey key, Step step, String words, Acting acting) {
        var by = acting.by();
        register.hold(key);
        var note = FreeText.optional("The reason", words, FreeText.LONGEST);
        progresses.of(key, step).confirm(by, note, clock.instant());
        if (note != null) {
            evidence.addStatement(key, step.evidence().get(0), title(step), note, by);
        } else if (!hasPersonalEvidence(key, step)) {
            throw Refusal.invalidInput(
                    "Say what you validated, or attach proof: no person has given evidence for this step yet.");
        }
        blockers.settle(key, step, "Confirmed by the validator.", by);
        timeline.add(key, acting, "Confirmed: " + step.title(), note);
        attest(key, step, acting);
    }

    /** The same for somebody who acts for themselves. */
    public void confirm(GoLiveKey key, Step step, String words, String by) {
        confirm(key, step, words, Acting.self(by));
    }

    /** Title of the evidence that a person's words are. */
    static String title(Step step) {
        return "Confirmation: " + step.title();
    }

    /** What was there before the step was opened again holds today by the person's word. */
    private void attest(GoLiveKey key, Step step, Acting acting) {
        var again = shelfLife.confirmed(key, step, progresses.of(key, step).freshFrom(), acting.by());
        if (!again.isEmpty()) {
            var titles = String.join("; ", again);
            timeline.add(
                    key, acting, "Said that evidence still holds", CheckReport.shortened(titles, FreeText.LONGEST));
        }
    }

    /** Somebody else than the machine has given evidence of the kinds this step produces. */
    private boolean hasPersonalEvidence(GoLiveKey key, Step step) {
        return evidence.current(key).stream()
                .filter(item -> step.evidence().contains(item.kind()))
                .anyMatch(item -> !Timeline.SYSTEM.equals(item.addedBy()));
    }

    /**
     * A person found that the step does not hold: a blocker says why.
     *
     * @throws Refusal (invalid input) without a reason, (conflict) if the step does not wait for a confirmation
     */
    public void reject(GoLiveKey key, Step step, String reason, Acting by) {
        var why = FreeText.reason(reason, "Say what does not work, so that somebody can fix it.");
        register.hold(key);
        progresses.of(key, step).reject(why, clock.instant());
        blockers.openRejected(key, step, why, by);
    }

    /** The same for somebody who acts for themselves. */
    public void reject(GoLiveKey key, Step step, String reason, String by) {
        reject(key, step, reason, Acting.self(by));
    }
}

package dev.handover.validation;

import dev.handover.checks.Symptom;
import dev.handover.golive.Acting;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Timeline;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import dev.handover.shared.Step;
import dev.handover.validation.Blocker.Origin;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a step waits for: the blocker that its checks or its validator found. At most one is open for a step; those raised
 * by hand stand beside it and wait for themselves.
 */
@Service
@Transactional
public class StepBlockers {

    private static final Set<Origin> FOUND = EnumSet.of(Origin.CHECKS, Origin.REJECTION);

    private final Blockers blockers;
    private final StepChecks checks;
    private final StepProgresses progresses;
    private final GoLiveRegister register;

    StepBlockers(Blockers blockers, StepChecks checks, StepProgresses progresses, GoLiveRegister register) {
        this.blockers = blockers;
        this.checks = checks;
        this.progresses = progresses;
        this.register = register;
    }

    /** The open blocker that the step waits for, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Blocker> of(GoLiveKey key, Step step) {
        return blockers.openOf(key, step, FOUND).stream().findFirst();
    }

    /**
     * Opens the blocker for what the last run of the step's checks found. One that says the same stays open; one that says
     * something else gives way.
     */
    public void open(GoLiveKey key, Step step) {
        register.hold(key);
        var notPassed =
                checks.latest(key, step).stream().filter(run -> !run.isPassed()).toList();
        var open = of(key, step);
        if (notPassed.isEmpty()) {
            open.orElseThrow(() -> new IllegalStateException(
                    "every check passed, and there is no open blocker in step %s of %s".formatted(step, key)));
            return;
        }
        var report = CheckReport.of(step, notPassed);
        if (open.filter(blocker -> blocker.detail().equals(report.detail())).isPresent()) {
            return;
        }
        settle(key, step, "The checks ran again and found something else.", Timeline.SYSTEM);
        blockers.open(key, Origin.CHECKS, report, Timeline.SYSTEM);
        progresses.of(key, step).block();
    }

    /** Opens the blocker for what a person found, in their words. */
    void openRejected(GoLiveKey key, Step step, String reason, Acting by) {
        settle(key, step, "Not confirmed again.", by.by());
        var title = CheckReport.shortened("Not confirmed: " + step.title(), Blocker.Report.LONGEST_TITLE);
        blockers.open(
                key, Origin.REJECTION, new Blocker.Report(step, symptomOf(step).slug(), title, reason), by);
    }

    /**
     * Resolves what the step waits for; its checks run again next.
     *
     * @throws Refusal (invalid input) without a reason, (conflict) if the step is not blocked any more
     */
    public void resolve(GoLiveKey key, Step step, String reason, Acting by) {
        register.hold(key);
        var blocker = of(key, step)
                .orElseThrow(() -> Refusal.conflict("This step is not blocked any more. Reload to see how it stands."));
        blockers.resolve(blocker, reason, by);
    }

    /** The same for somebody who acts for themselves. */
    public void resolve(GoLiveKey key, Step step, String reason, String by) {
        resolve(key, step, reason, Acting.self(by));
    }

    /** Closes what the step no longer waits for. */
    void settle(GoLiveKey key, Step step, String reason, String by) {
        blockers.settle(key, step, FOUND, reason, by);
    }

    private static Symptom symptomOf(Step step) {
        return switch (step) {
            case ENVIRONMENT -> Symptom.ENVIRONMENT_DIFFERS;
            case ACCESS -> Symptom.CANNOT_SIGN_IN;
            case WORKFLOWS -> Symptom.CANNOT_COMPLETE_TASKS;
            case INTEGRATIONS -> Symptom.CONNECTORS_FAIL;
            case OPERATIONS -> Symptom.SUPPORT_UNCLEAR;
            case KNOWN_ISSUES, ROLLBACK_CRITERIA, SIGN_OFF -> Symptom.EVIDENCE_INCOMPLETE;
        };
    }
}

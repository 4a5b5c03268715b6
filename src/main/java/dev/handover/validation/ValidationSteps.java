package dev.handover.validation;

import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Timeline;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import dev.handover.shared.Refusal;
import dev.handover.shared.Step;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the validation steps of a go-live stand, and what opens them again. */
@Service
@Transactional
public class ValidationSteps {

    private static final Because CHECKS_ASKED_AGAIN =
            new Because("Checks were asked to run again", List.of(Phrase.of("checks-asked-again")));

    private final StepProgresses progresses;
    private final GoLiveRegister register;
    private final Timeline timeline;
    private final ValidationProcess process;
    private final Clock clock;

    ValidationSteps(
            StepProgresses progresses,
            GoLiveRegister register,
            Timeline timeline,
            ValidationProcess process,
            Clock clock) {
        this.progresses = progresses;
        this.register = register;
        this.timeline = timeline;
        this.process = process;
        this.clock = clock;
    }

    /** The seven steps in order; a step that has not begun is open. */
    @Transactional(readOnly = true)
    public List<StepProgress> of(GoLiveKey key) {
        var known = progresses.findByIdGoLive(key.value()).stream()
                .collect(Collectors.toMap(StepProgress::step, Function.identity()));
        return Step.validated().stream()
                .map(step -> known.getOrDefault(step, new StepProgress(key, step)))
                .toList();
    }

    @Transactional(readOnly = true)
    public StepProgress get(GoLiveKey key, Step step) {
        return progresses.findById(new StepProgress.Id(key.value(), step)).orElseGet(() -> new StepProgress(key, step));
    }

    /** True once every one of the seven steps is confirmed. */
    @Transactional(readOnly = true)
    public boolean allPassed(GoLiveKey key) {
        return of(key).stream().allMatch(StepProgress::isPassed);
    }

    /**
     * Opens steps again that had begun: their checks run anew and a person confirms anew.
     *
     * @return the steps that were reopened; a step that has not begun is not among them
     */
    public Set<Step> reopen(GoLiveKey key, Set<Step> steps, Because because, String by) {
        var reopened = markReopened(key, steps, because, by);
        if (!reopened.isEmpty()) {
            process.stepsReopened(key, reopened);
        }
        return reopened;
    }

    /** As {@link #reopen}, for a caller whose own path in the model leads back to validation. */
    public Set<Step> markReopened(GoLiveKey key, Set<Step> steps, Because because, String by) {
        register.hold(key);
        var reopened = EnumSet.noneOf(Step.class);
        steps.forEach(step -> progresses
                .findById(new StepProgress.Id(key.value(), step))
                .ifPresent(progress -> {
                    progress.reopen(because, clock.instant());
                    reopened.add(step);
                }));
        if (!reopened.isEmpty()) {
            timeline.add(key, by, "Reopened: " + titles(reopened), because.words());
        }
        return reopened;
    }

    /**
     * Runs all checks of one step, or of all steps, again.
     *
     * @param step one of the seven; null for all
     * @throws Refusal (wrong phase) before validation and after the go-live, (invalid input) for the sign-off
     */
    public Set<Step> recheck(GoLiveKey key, Step step, String by) {
        requireOpenToChecks(key, step);
        var steps = step == null ? EnumSet.copyOf(Step.validated()) : EnumSet.of(step);
        var reopened = reopen(key, steps, CHECKS_ASKED_AGAIN, by);
        if (reopened.isEmpty()) {
            throw Refusal.wrongPhase(
                    "Validation of go-live %s has not begun; there is nothing to run again.".formatted(key));
        }
        return reopened;
    }

    /**
     * Runs again what has not passed in one blocked step, or in all that are blocked. What has passed stands: the steps are
     * not reopened.
     *
     * @param step one of the seven; null for all
     * @throws Refusal (wrong phase) outside validation or if nothing is blocked, (invalid input) for the sign-off
     */
    public Set<Step> recheckFailed(GoLiveKey key, Step step, String by) {
        requireOpenToChecks(key, step);
        var blocked = EnumSet.noneOf(Step.class);
        of(key).stream()
                .filter(progress -> progress.state() == StepProgress.State.BLOCKED)
                .map(StepProgress::step)
                .filter(each -> step == null || each == step)
                .forEach(blocked::add);
        if (blocked.isEmpty()) {
            throw Refusal.wrongPhase(
                    "No step is blocked here, so no check has to be repeated. To run all checks anew, ask for all of them.");
        }
        process.stepsReopened(key, blocked);
        timeline.add(key, by, "Asked what failed to run again", titles(blocked));
        return blocked;
    }

    private void requireOpenToChecks(GoLiveKey key, Step step) {
        var goLive = register.hold(key);
        if (step == Step.SIGN_OFF) {
            throw Refusal.invalidInput("Sign-off has no automated checks. Name one of the seven steps before it.");
        }
        if (!goLive.phase().isBeforeGoLive()) {
            throw Refusal.wrongPhase("Go-live %s is live; its validation is closed.".formatted(key));
        }
    }

    private static String titles(Set<Step> steps) {
        return steps.stream().map(Step::title).collect(Collectors.joining("; "));
    }
}

package dev.handover.api;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Slugged;
import dev.handover.shared.Step;
import dev.handover.signoff.SignOffRound;
import dev.handover.validation.Blocker;
import dev.handover.validation.Blockers;
import dev.handover.validation.CheckRun;
import dev.handover.validation.StepChecks;
import dev.handover.validation.StepProgress;
import dev.handover.validation.ValidationSteps;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What clients see of the validation steps and of what is in the way. Field names are fixed, as in {@link GoLiveViews}. */
@Component
class ValidationViews {

    private final ValidationSteps steps;
    private final StepChecks checks;
    private final SignOffRound signOffs;
    private final Blockers blockers;

    ValidationViews(ValidationSteps steps, StepChecks checks, SignOffRound signOffs, Blockers blockers) {
        this.steps = steps;
        this.checks = checks;
        this.signOffs = signOffs;
        this.blockers = blockers;
    }

    record CheckView(
            String id,
            String name,
            String verdict,
            String expected,
            String observed,
            String symptom,
            int attempt,
            long tookMillis,
            Instant at,
            UUID evidence) {}

    record StepView(
            String id,
            String name,
            String state,
            String because,
            Instant tryAgainAt,
            String confirmedBy,
            Instant confirmedAt,
            List<CheckView> checks) {}

    record BlockerView(
            UUID id,
            String step,
            String title,
            String detail,
            String symptom,
            List<Blocker.Hint> hints,
            String state,
            String by,
            Instant at,
            String resolution) {}

    /** The eight steps in order. */
    List<StepView> steps(GoLiveKey key) {
        var runs = checks.latest(key);
        var signOff = new StepView(
                Step.SIGN_OFF.slug(),
                Step.SIGN_OFF.title(),
                signOffs.isSigned(key) ? "passed" : "open",
                null,
                null,
                null,
                null,
                List.of());
        return Stream.concat(
                        steps.of(key).stream().map(each -> step(each, runs.getOrDefault(each.step(), List.of()))),
                        Stream.of(signOff))
                .toList();
    }

    private static StepView step(StepProgress progress, List<CheckRun> runs) {
        return new StepView(
                progress.step().slug(),
                progress.step().title(),
                Slugged.slugOf(progress.state()),
                progress.because(),
                progress.tryAgainAt(),
                progress.confirmedBy(),
                progress.confirmedAt(),
                runs.stream().map(ValidationViews::check).toList());
    }

    private static CheckView check(CheckRun run) {
        return new CheckView(
                run.checkId(),
                run.name(),
                Slugged.slugOf(run.verdict()),
                run.expected(),
                run.observed(),
                run.symptom(),
                run.attempt(),
                run.took().toMillis(),
                run.finishedAt(),
                run.evidence());
    }

    /** Oldest first. */
    List<BlockerView> blockers(GoLiveKey key) {
        return blockers.of(key).stream().map(ValidationViews::blocker).toList();
    }

    private static BlockerView blocker(Blocker blocker) {
        return new BlockerView(
                blocker.id(),
                blocker.step() == null ? null : blocker.step().slug(),
                blocker.title(),
                blocker.detail(),
                blocker.symptom(),
                blocker.hints(),
                Slugged.slugOf(blocker.state()),
                blocker.raisedBy(),
                blocker.raisedAt(),
                blocker.resolution());
    }
}

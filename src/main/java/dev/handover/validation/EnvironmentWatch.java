package dev.handover.validation;

import dev.handover.checks.Fingerprint;
import dev.handover.checks.FingerprintDifference;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Progress;
import dev.handover.golive.Timeline;
import dev.handover.plan.Plan;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Step;
import dev.handover.validation.EnvironmentComparison.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether the environment still is the one that was validated. A difference holds the go-live until the environment is as
 * validated again, or is validated anew. That nothing could be read is no difference: it neither holds nor releases.
 */
@Service
@Transactional
public class EnvironmentWatch {

    /** Name of the gate in the release window, and first words of the reason to hold. */
    public static final String GATE = "Environment unchanged since validation";

    private final EnvironmentFingerprints fingerprints;
    private final EnvironmentComparisons comparisons;
    private final StepProgresses progresses;
    private final ShelfLife shelfLife;
    private final GoLiveRegister register;
    private final Progress progress;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EnvironmentWatch(
            EnvironmentFingerprints fingerprints,
            EnvironmentComparisons comparisons,
            StepProgresses progresses,
            ShelfLife shelfLife,
            GoLiveRegister register,
            Progress progress,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.fingerprints = fingerprints;
        this.comparisons = comparisons;
        this.progresses = progresses;
        this.shelfLife = shelfLife;
        this.register = register;
        this.progress = progress;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** Reads the environment for its validation; nothing is recorded yet. */
    @Transactional(readOnly = true)
    Fingerprint read(Plan plan) {
        return fingerprints.read(plan);
    }

    /** From now on this is what was validated. The caller holds the go-live. */
    void validated(GoLiveKey key, Fingerprint fingerprint) {
        var evidence = fingerprints.keep(key, fingerprint);
        comparisons.save(new EnvironmentComparison(key, evidence.id(), fingerprint, fingerprint, now()));
        progress.hold(key, GATE, List.of());
    }

    /**
     * Compares the environment as it is now, if its step has passed. Nobody waits while it is asked: the go-live is held
     * only to record what was found.
     *
     * @return what was recorded; empty if nothing is validated, or plan or step changed meanwhile
     */
    public Optional<EnvironmentComparison> compare(GoLiveKey key) {
        var version = register.running(key).planVersion();
        var opened = openedWhilePassed(key);
        var validated = fingerprints.latest(key);
        if (opened.isEmpty() || validated.isEmpty()) {
            return Optional.empty();
        }
        var now = read(validated.get().fingerprint(), register.plan(key));
        if (register.hold(key).planVersion() != version
                || !progresses.freshFrom(key.value(), Step.ENVIRONMENT).equals(opened)) {
            return Optional.empty();
        }
        return Optional.of(record(key, validated.get(), now));
    }

    /** Once more if something is missing and nothing differs, since a moment's disturbance is no reason to hold. */
    private Fingerprint read(Fingerprint validated, Plan plan) {
        var first = fingerprints.read(plan);
        return validated.differencesTo(first).isEmpty()
                        && !validated.notReadableIn(first).isEmpty()
                ? fingerprints.read(plan)
                : first;
    }

    /** As {@link #compare}, as long as the go-live waits for its window: later, the window looks for itself. */
    public Optional<EnvironmentComparison> compareBeforeWindow(GoLiveKey key) {
        return Revalidation.waitsForWindow(register.get(key), clock) ? compare(key) : Optional.empty();
    }

    /** Holds the go-live again if the newest comparison that said something found a difference: for who has released it from everything. */
    public void hold(GoLiveKey key) {
        conclusive(key)
                .filter(last -> last.outcome() == Outcome.DIFFERENT)
                .ifPresent(last -> progress.hold(key, GATE, List.of(last.finding())));
    }

    private Optional<EnvironmentComparison> conclusive(GoLiveKey key) {
        return comparisons.findFirstByGoLiveAndOutcomeNotOrderByIdDesc(key.value(), Outcome.INCONCLUSIVE);
    }

    private Optional<Instant> openedWhilePassed(GoLiveKey key) {
        return progresses
                .findById(new StepProgress.Id(key.value(), Step.ENVIRONMENT))
                .filter(StepProgress::isPassed)
                .map(StepProgress::freshFrom);
    }

    private EnvironmentComparison record(GoLiveKey key, EnvironmentFingerprints.Kept validated, Fingerprint now) {
        var before = conclusive(key);
        var comparison = comparisons.save(
                new EnvironmentComparison(key, validated.evidence().id(), validated.fingerprint(), now, now()));
        switch (comparison.outcome()) {
            case DIFFERENT -> differs(key, before, comparison);
            case UNCHANGED -> {
                unchanged(key, before);
                shelfLife.seenAgain(List.of(validated.evidence().id()));
            }
            case INCONCLUSIVE -> {
                // a hold that a difference brought stays until somebody has seen that it is gone
            }
        }
        return comparison;
    }

    /** The same difference is told once, not every night. */
    private void differs(GoLiveKey key, Optional<EnvironmentComparison> before, EnvironmentComparison comparison) {
        progress.hold(key, GATE, List.of(comparison.finding()));
        var differences = comparison.differences();
        if (before.filter(each -> each.differences().equals(differences)).isEmpty()) {
            timeline.add(
                    key,
                    Timeline.SYSTEM,
                    "Found the environment changed since validation",
                    differences.stream().map(FingerprintDifference::inWords).collect(Collectors.joining("; ")));
            events.publishEvent(new EnvironmentDiffers(key, comparison.id(), differences, comparison.comparedAt()));
        }
    }

    private void unchanged(GoLiveKey key, Optional<EnvironmentComparison> before) {
        progress.hold(key, GATE, List.of());
        if (before.filter(each -> each.outcome() == Outcome.DIFFERENT).isPresent()) {
            timeline.add(key, Timeline.SYSTEM, "Found the environment as it was validated again", null);
        }
    }

    /**
     * How the environment stands.
     *
     * @param fingerprint as it was validated
     * @param takenAt when the evidence came about that holds it
     * @param evidence that holds it
     * @param last newest comparison; taking the fingerprint counts as one
     */
    public record Standing(Fingerprint fingerprint, Instant takenAt, UUID evidence, EnvironmentComparison last) {}

    /** Empty until the environment step was validated with a fingerprint. */
    @Transactional(readOnly = true)
    public Optional<Standing> standing(GoLiveKey key) {
        return fingerprints
                .latest(key)
                .flatMap(kept -> comparisons
                        .findFirstByGoLiveOrderByIdDesc(key.value())
                        .map(last -> new Standing(
                                kept.fingerprint(),
                                kept.evidence().addedAt(),
                                kept.evidence().id(),
                                last)));
    }

    /** The newest comparison that counts; empty if the fingerprint was never taken. */
    @Transactional(readOnly = true)
    public Optional<EnvironmentComparison> last(GoLiveKey key) {
        return comparisons.findFirstByGoLiveOrderByIdDesc(key.value());
    }

    /** The newest first, at most 50. */
    @Transactional(readOnly = true)
    public List<EnvironmentComparison> comparisons(GoLiveKey key) {
        return comparisons.findTop50ByGoLiveOrderByIdDesc(key.value());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

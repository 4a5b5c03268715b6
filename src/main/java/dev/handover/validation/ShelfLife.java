package dev.handover.validation;

import dev.handover.evidence.Attestations;
import dev.handover.evidence.Evidence;
import dev.handover.evidence.EvidenceStore;
import dev.handover.evidence.ShelfLifeSettings;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Timeline;
import dev.handover.plan.Plan;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.FreeText;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How old evidence may be when the release window starts. What would be too old opens its step again, as soon as doing it
 * again helps: evidence of then has to last to the window.
 */
@Service
@Transactional(readOnly = true)
public class ShelfLife {

    private final EvidenceStore evidence;
    private final Attestations attestations;
    private final ShelfLifeSettings settings;
    private final StepProgresses progresses;
    private final GoLiveRegister register;
    private final Timeline timeline;
    private final Clock clock;

    ShelfLife(
            EvidenceStore evidence,
            Attestations attestations,
            ShelfLifeSettings settings,
            StepProgresses progresses,
            GoLiveRegister register,
            Timeline timeline,
            Clock clock) {
        this.evidence = evidence;
        this.attestations = attestations;
        this.settings = settings;
        this.progresses = progresses;
        this.register = register;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** What would be too old at the start of the window in force, the steps in order. */
    public List<AgedEvidence> tooOld(GoLiveKey key) {
        return tooOldAt(key, register.plan(key), register.get(key).windowStart());
    }

    /** What would be too old if the window started then, by the plan given. */
    public List<AgedEvidence> tooOldAt(GoLiveKey key, Plan plan, Instant windowStart) {
        var items = evidence.current(key);
        var last = attestations.lastOf(key, items);
        return items.stream()
                .map(item -> aged(item, last, plan, windowStart))
                .filter(AgedEvidence::isTooOld)
                .sorted(Comparator.comparing(AgedEvidence::step))
                .toList();
    }

    private AgedEvidence aged(Evidence item, Map<UUID, Instant> last, Plan plan, Instant windowStart) {
        return new AgedEvidence(item, stepOf(item), last.get(item.id()), limit(plan, item.kind()), windowStart);
    }

    private Duration limit(Plan plan, EvidenceKind kind) {
        return plan.shelfLife().getOrDefault(kind, settings.of(kind));
    }

    /** Puts on record what the window in force makes too old, if anything: for who has just chosen it. */
    @Transactional
    public void tell(GoLiveKey key) {
        var tooOld = tooOld(key);
        if (!tooOld.isEmpty()) {
            timeline.add(
                    key,
                    Timeline.SYSTEM,
                    "Found evidence too old for the release window",
                    because(tooOld).words());
        }
    }

    /** Evidence of a kind that several steps produce belongs to the step whose own words it has, else to the first. */
    static Step stepOf(Evidence item) {
        var steps = Step.validated().stream()
                .filter(step -> step.evidence().contains(item.kind()))
                .toList();
        return steps.stream()
                .filter(step -> isOwn(step, item.title()))
                .findFirst()
                .orElse(steps.get(0));
    }

    private static boolean isOwn(Step step, String title) {
        return title.equals(StepConfirmations.title(step))
                || step == Step.ROLLBACK_CRITERIA && title.equals(PlanExtracts.CRITERIA);
    }

    /** What has to be done again now, step by step: it is passed, its evidence is too old, and evidence of now would last. */
    Map<Step, List<AgedEvidence>> due(GoLiveKey key) {
        if (!Revalidation.waitsForWindow(register.get(key), clock)) {
            return Map.of();
        }
        var now = clock.instant();
        var passed = passed(key);
        return tooOld(key).stream()
                .filter(each -> passed.contains(each.step()))
                .filter(each -> !now.isBefore(each.askedAgainFrom()))
                .collect(Collectors.groupingBy(AgedEvidence::step));
    }

    private Set<Step> passed(GoLiveKey key) {
        var passed = EnumSet.noneOf(Step.class);
        progresses.findByIdGoLive(key.value()).stream()
                .filter(StepProgress::isPassed)
                .map(StepProgress::step)
                .forEach(passed::add);
        return passed;
    }

    /** Why a step is open again because of these. */
    static Because because(List<AgedEvidence> tooOld) {
        var words = tooOld.stream().map(AgedEvidence::inWords).collect(Collectors.joining("; ", "Too old: ", "."));
        return new Because(
                CheckReport.shortened(words, FreeText.LONGEST),
                tooOld.stream().map(AgedEvidence::said).toList());
    }

    /**
     * A person confirmed a step: all its evidence, as the form shows it, holds now.
     *
     * @return titles of what had been seen before {@code shownFrom} and is younger by it
     */
    @Transactional
    List<String> confirmed(GoLiveKey key, Step step, Instant shownFrom, String by) {
        var items = evidence.current(key).stream()
                .filter(item -> stepOf(item) == step)
                .toList();
        var last = attestations.lastOf(key, items);
        attestations.attest(items.stream().map(Evidence::id).toList(), by);
        return items.stream()
                .filter(item -> last.get(item.id()).isBefore(shownFrom))
                .map(Evidence::title)
                .toList();
    }

    /** A check saw again what it had observed. */
    @Transactional
    void seenAgain(List<UUID> observations) {
        attestations.attest(observations, Timeline.SYSTEM);
    }
}

package dev.handover.validation;

import dev.handover.checks.CheckRequest;
import dev.handover.checks.CheckResult;
import dev.handover.checks.CheckRunner;
import dev.handover.checks.Verdict;
import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Timeline;
import dev.handover.shared.FreeText;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.Phrase;
import dev.handover.shared.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Repeats the automated checks of steps that have passed, each night until the window. A pass changes nothing that was
 * signed: it is a new run that refers to the evidence as it was. A failure that persists opens exactly its step again; that
 * a check could not run opens nothing.
 */
@Service
@Transactional
public class Revalidation {

    private final CheckCatalogue catalogue;
    private final CheckRunner runner;
    private final CheckRuns runs;
    private final StepProgresses progresses;
    private final ValidationSteps steps;
    private final Reopening reopening;
    private final ShelfLife shelfLife;
    private final ValidationProcess process;
    private final GoLiveRegister register;
    private final Clock clock;

    Revalidation(
            CheckCatalogue catalogue,
            CheckRunner runner,
            CheckRuns runs,
            StepProgresses progresses,
            ValidationSteps steps,
            Reopening reopening,
            ShelfLife shelfLife,
            ValidationProcess process,
            GoLiveRegister register,
            Clock clock) {
        this.catalogue = catalogue;
        this.runner = runner;
        this.runs = runs;
        this.progresses = progresses;
        this.steps = steps;
        this.reopening = reopening;
        this.shelfLife = shelfLife;
        this.process = process;
        this.register = register;
        this.clock = clock;
    }

    /** True from validation until the window begins; a window that was missed and moved is waited for again. */
    static boolean waitsForWindow(GoLive goLive, Clock clock) {
        return goLive.phase().isBeforeGoLive()
                && goLive.phase() != Phase.PREREQUISITES
                && clock.instant().isBefore(goLive.windowStart());
    }

    /** A check of a passed step. @param opened since when the step's runs count, to notice that it was opened meanwhile */
    private record Repeat(Step step, Instant opened, CheckRequest request, CheckRun before) {}

    /** A check that was repeated, with what it found. */
    private record Repeated(Repeat repeat, CheckResult result) {

        boolean failed() {
            return result.verdict() == Verdict.FAILED;
        }
    }

    /**
     * Repeats all checks of the steps that have passed, if the go-live waits for its window.
     *
     * @return true if one failed: {@link #repeatFailed} looks once more before anything is opened
     */
    public boolean repeat(GoLiveKey key) {
        return repeat(key, run -> true).stream().anyMatch(Repeated::failed);
    }

    /** Opens what has become too old for the window, once it helps; what a check has just seen again is young. */
    public void reopenTooOld(GoLiveKey key) {
        if (waitsForWindow(register.get(key), clock)) {
            reopening.reopenTooOld(key);
        }
    }

    /** Repeats what failed last, and opens the steps in which something failed again. */
    public void repeatFailed(GoLiveKey key) {
        var failures = repeat(key, run -> run.verdict() == Verdict.FAILED).stream()
                .filter(Repeated::failed)
                .collect(Collectors.groupingBy(
                        each -> each.repeat().step(),
                        () -> new EnumMap<>(Step.class),
                        Collectors.mapping(Repeated::result, Collectors.toList())));
        if (!failures.isEmpty()) {
            failures.forEach(
                    (step, results) -> steps.markReopened(key, EnumSet.of(step), because(results), Timeline.SYSTEM));
            process.stepsReopened(key, EnumSet.copyOf(failures.keySet()));
        }
    }

    private static Because because(List<CheckResult> failed) {
        return new Because(
                reason(failed),
                failed.stream()
                        .map(result -> Phrase.of("nightly-failed", result.name(), result.expected(), result.observed()))
                        .toList());
    }

    private static String reason(List<CheckResult> failed) {
        var reason = failed.stream()
                .map(result ->
                        "%s: expected %s, observed %s".formatted(result.name(), result.expected(), result.observed()))
                .collect(Collectors.joining("; ", "Nightly re-validation: ", ""));
        return reason.length() <= FreeText.LONGEST ? reason : reason.substring(0, FreeText.LONGEST - 1) + "…";
    }

    /** Nobody waits while the customer's systems are asked: the go-live is held only to record what they said. */
    private List<Repeated> repeat(GoLiveKey key, Predicate<CheckRun> chosen) {
        var goLive = register.get(key);
        if (!waitsForWindow(goLive, clock)) {
            return List.of();
        }
        var version = goLive.planVersion();
        var repeats =
                repeats(key).stream().filter(each -> chosen.test(each.before())).toList();
        var results = runner.run(
                repeats.stream().map(Repeat::request).toList(),
                () -> register.runningPlanVersion(key).equals(Optional.of(version)));
        var held = register.hold(key);
        return held.planVersion() == version && waitsForWindow(held, clock) ? record(key, repeats, results) : List.of();
    }

    private List<Repeat> repeats(GoLiveKey key) {
        var plan = register.plan(key);
        return progresses.findByIdGoLive(key.value()).stream()
                .filter(StepProgress::isPassed)
                .flatMap(step -> {
                    var before = lastRuns(key, step.step());
                    return catalogue.requests(step.step(), plan).stream()
                            .filter(request -> before.containsKey(request.id()))
                            .map(request ->
                                    new Repeat(step.step(), step.freshFrom(), request, before.get(request.id())));
                })
                .toList();
    }

    private Map<String, CheckRun> lastRuns(GoLiveKey key, Step step) {
        return runs.latest(key.value(), step).stream().collect(Collectors.toMap(CheckRun::checkId, run -> run));
    }

    /** Records what is still about a passed step, under its next attempt and with the evidence that was signed. */
    private List<Repeated> record(GoLiveKey key, List<Repeat> repeats, List<CheckResult> results) {
        var standing = repeats.stream()
                .collect(Collectors.toMap(Repeat::step, Repeat::opened, (first, same) -> first))
                .entrySet()
                .stream()
                .filter(each -> progresses.freshFrom(key.value(), each.getKey()).equals(Optional.of(each.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        var recorded = IntStream.range(0, repeats.size())
                .mapToObj(i -> new Repeated(repeats.get(i), results.get(i)))
                .filter(each -> standing.contains(each.repeat().step()))
                .toList();
        runs.saveAll(recorded.stream().map(each -> run(key, each)).toList());
        shelfLife.seenAgain(recorded.stream()
                .filter(each -> each.result().verdict() == Verdict.PASSED)
                .map(each -> each.repeat().before().evidence())
                .filter(Objects::nonNull)
                .toList());
        return recorded;
    }

    private static CheckRun run(GoLiveKey key, Repeated repeated) {
        var before = repeated.repeat().before();
        return new CheckRun(
                key,
                repeated.repeat().step(),
                before.attempt() + 1,
                before.target(),
                repeated.result(),
                before.evidence());
    }
}

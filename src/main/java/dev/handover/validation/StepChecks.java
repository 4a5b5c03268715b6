package dev.handover.validation;

import dev.handover.checks.CheckRequest;
import dev.handover.checks.CheckResult;
import dev.handover.checks.CheckRunner;
import dev.handover.checks.Fingerprint;
import dev.handover.evidence.EvidenceStore;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Timeline;
import dev.handover.plan.Plan;
import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Step;
import dev.handover.validation.Blocker.Origin;
import dev.handover.validation.CheckRecords.Done;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs the automated checks of a step and keeps what they found. */
@Service
@Transactional
public class StepChecks {

    /** How a run of a step's checks ended. */
    public enum Outcome {
        PASSED,
        /** A check failed, or could not run and trying again does not help: a blocker is to say so. */
        FAILED,
        /** None failed, but some could not run; they are to run again at {@link StepProgress#tryAgainAt}. */
        COULD_NOT_RUN,
        /** A person has confirmed the step before and nothing reopened it: nothing was run. */
        CONFIRMED_BEFORE
    }

    private final CheckCatalogue catalogue;
    private final PlanChecks planChecks;
    private final PlanExtracts extracts;
    private final CheckRunner runner;
    private final EnvironmentWatch environment;
    private final CheckRuns runs;
    private final CheckRecords records;
    private final StepProgresses progresses;
    private final Blockers blockers;
    private final EvidenceStore evidence;
    private final GoLiveRegister register;
    private final ValidationProperties settings;
    private final Clock clock;

    StepChecks(
            CheckCatalogue catalogue,
            PlanChecks planChecks,
            PlanExtracts extracts,
            CheckRunner runner,
            EnvironmentWatch environment,
            CheckRuns runs,
            CheckRecords records,
            StepProgresses progresses,
            Blockers blockers,
            EvidenceStore evidence,
            GoLiveRegister register,
            ValidationProperties settings,
            Clock clock) {
        this.catalogue = catalogue;
        this.planChecks = planChecks;
        this.extracts = extracts;
        this.runner = runner;
        this.environment = environment;
        this.runs = runs;
        this.records = records;
        this.progresses = progresses;
        this.blockers = blockers;
        this.evidence = evidence;
        this.register = register;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a run relies on: if it changes meanwhile, what was found no longer counts.
     *
     * @param freshFrom empty if the step has not begun
     */
    private record Basis(GoLiveKey key, Step step, Optional<Integer> planVersion, Optional<Instant> freshFrom) {}

    /** As the database has it now, whatever was read before. */
    private Basis basis(GoLiveKey key, Step step) {
        return new Basis(key, step, register.runningPlanVersion(key), progresses.freshFrom(key.value(), step));
    }

    /**
     * Runs what has not passed since the step was opened, against the plan in force. Harmless when run twice: each run of
     * a check is recorded under its attempt. Nobody else waits while the customer's systems are asked: the go-live is held
     * only to record what they said.
     *
     * @throws dev.handover.shared.Refusal (wrong phase) if the go-live has ended
     * @throws dev.handover.checks.ChecksCutOff if the go-live ends, its plan or the step changes while the checks run, or this
     *     node shuts down: nothing is recorded, run it again
     * @throws OptimisticLockingFailureException if plan or step changed just when they had: likewise
     */
    public Outcome run(GoLiveKey key, Step step) {
        register.running(key);
        var basis = basis(key, step);
        var known = progresses.findById(new StepProgress.Id(key.value(), step));
        if (known.filter(StepProgress::isPassed).isPresent()) {
            holdUnchanged(basis);
            return Outcome.CONFIRMED_BEFORE;
        }
        var plan = register.plan(key);
        var due = due(key, step, plan, basis.freshFrom().orElse(Instant.EPOCH));
        var results = runner.run(
                due.stream().map(Due::request).toList(), () -> basis(key, step).equals(basis));
        var fingerprint = fingerprint(step, plan, results);
        holdUnchanged(basis);
        var outcome = record(key, progresses.of(key, step), plan, done(due, results));
        if (outcome == Outcome.PASSED) {
            fingerprint.ifPresent(each -> environment.validated(key, each));
        }
        return outcome;
    }

    /** Taken of what was just checked; an environment that did not pass is none to compare with. */
    private Optional<Fingerprint> fingerprint(Step step, Plan plan, List<CheckResult> results) {
        return step == Step.ENVIRONMENT && results.stream().allMatch(CheckResult::passed)
                ? Optional.of(environment.read(plan))
                : Optional.empty();
    }

    /** A check that is to run. @param before its last run; null if it never ran */
    private record Due(CheckRequest request, String target, CheckRun before) {}

    private List<Due> due(GoLiveKey key, Step step, Plan plan, Instant freshFrom) {
        var before = latestByCheck(key, step);
        return catalogue.requests(step, plan).stream()
                .map(request -> new Due(request, targetOf(request), before.get(request.id())))
                .filter(check -> !stillPassed(check.before(), check.target(), freshFrom))
                .toList();
    }

    private static List<Done> done(List<Due> due, List<CheckResult> results) {
        return IntStream.range(0, due.size())
                .mapToObj(i ->
                        new Done(results.get(i), due.get(i).target(), due.get(i).before()))
                .toList();
    }

    private static boolean stillPassed(CheckRun last, String target, Instant freshFrom) {
        return last != null
                && last.isPassed()
                && last.target().equals(target)
                && !last.finishedAt().isBefore(freshFrom);
    }

    private void holdUnchanged(Basis basis) {
        register.hold(basis.key());
        if (!basis(basis.key(), basis.step()).equals(basis)) {
            throw new OptimisticLockingFailureException(
                    "plan or step %s of %s changed while its checks ran; they run again"
                            .formatted(basis.step().slug(), basis.key()));
        }
    }

    private Outcome record(GoLiveKey key, StepProgress progress, Plan plan, List<Done> asked) {
        var step = progress.step();
        extracts.of(step, plan)
                .forEach(extract -> evidence.addObservation(
                        key, extract.kind(), extract.title(), "application/json", extract.bytes(), Timeline.SYSTEM));
        var planVersion = register.get(key).planVersion();
        var target = "plan version " + planVersion;
        var before = latestByCheck(key, step);
        var inPlan = planChecks.run(step, plan);
        var freshInPlan = inPlan.stream()
                .filter(result -> !stillPassed(before.get(result.id()), target, progress.freshFrom()))
                .map(result -> new Done(result, target, before.get(result.id())));
        records.record(key, step, Stream.concat(asked.stream(), freshInPlan).toList());
        var results =
                Stream.concat(asked.stream().map(Done::result), inPlan.stream()).toList();
        return conclude(key, progress, planVersion, results);
    }

    private Outcome conclude(GoLiveKey key, StepProgress progress, int planVersion, List<CheckResult> results) {
        if (results.stream().allMatch(CheckResult::passed)) {
            progress.checked(true, planVersion);
            settle(key, progress.step(), "The checks passed when they ran again.");
            return Outcome.PASSED;
        }
        var wait = waitFor(progress, results);
        if (wait.isEmpty()) {
            progress.checked(false, planVersion);
            return Outcome.FAILED;
        }
        progress.tryAgain(clock.instant().plus(wait.get()), planVersion);
        settle(key, progress.step(), "The checks ran again; none failed, and what could not run is tried again.");
        return Outcome.COULD_NOT_RUN;
    }

    private void settle(GoLiveKey key, Step step, String reason) {
        blockers.settle(key, step, EnumSet.of(Origin.CHECKS), reason, Timeline.SYSTEM);
    }

    /** Empty if there is something to tell somebody now: a failure, a setting, or that trying again has not helped. */
    private Optional<Duration> waitFor(StepProgress progress, List<CheckResult> results) {
        var cannotHelp = results.stream().anyMatch(result -> result.failed() || result.waitsForAnAdministrator());
        return cannotHelp ? Optional.empty() : settings.waitAfter(progress.tries());
    }

    /** When the checks of the step that could not run are tried again; empty unless it waits for that. */
    @Transactional(readOnly = true)
    public Optional<Instant> tryAgainAt(GoLiveKey key, Step step) {
        return progresses.findById(new StepProgress.Id(key.value(), step)).map(StepProgress::tryAgainAt);
    }

    /** The run that counts for each check of each step, by name. Checks that the plan no longer asks for are left out. */
    @Transactional(readOnly = true)
    public Map<Step, List<CheckRun>> latest(GoLiveKey key) {
        var plan = register.plan(key);
        var asked = Step.validated().stream().collect(Collectors.toMap(Function.identity(), step -> asked(step, plan)));
        return runs.latest(key.value()).stream()
                .filter(run -> asked.get(run.step()).contains(run.checkId()))
                .collect(Collectors.groupingBy(CheckRun::step));
    }

    /** The same for one step. */
    @Transactional(readOnly = true)
    public List<CheckRun> latest(GoLiveKey key, Step step) {
        var asked = asked(step, register.plan(key));
        return runs.latest(key.value(), step).stream()
                .filter(run -> asked.contains(run.checkId()))
                .toList();
    }

    private Set<String> asked(Step step, Plan plan) {
        return Stream.concat(
                        catalogue.requests(step, plan).stream().map(CheckRequest::id), planChecks.ids(step).stream())
                .collect(Collectors.toSet());
    }

    private Map<String, CheckRun> latestByCheck(GoLiveKey key, Step step) {
        return runs.latest(key.value(), step).stream()
                .collect(Collectors.toMap(CheckRun::checkId, Function.identity()));
    }

    /** Records have a canonical text form, so its digest stands for the target. Secrets are in it by name only. */
    private static String targetOf(CheckRequest request) {
        return Digest.of(request.target().toString()).sha256();
    }
}

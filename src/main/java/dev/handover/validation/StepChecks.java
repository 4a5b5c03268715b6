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
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        FAILED,
        /** A person has confirmed the step before and nothing reopened it: nothing was run. */
        CONFIRMED_BEFORE
    }

    private final CheckCatalogue catalogue;
    private final PlanChecks planChecks;
    private final PlanExtracts extracts;
    private final CheckRunner runner;
    private final EnvironmentWatch environment;
    private final CheckRuns runs;
    private final StepProgresses progresses;
    private final Blockers blockers;
    private final EvidenceStore evidence;
    private final GoLiveRegister register;

    StepChecks(
            CheckCatalogue catalogue,
            PlanChecks planChecks,
            PlanExtracts extracts,
            CheckRunner runner,
            EnvironmentWatch environment,
            CheckRuns runs,
            StepProgresses progresses,
            Blockers blockers,
            EvidenceStore evidence,
            GoLiveRegister register) {
        this.catalogue = catalogue;
        this.planChecks = planChecks;
        this.extracts = extracts;
        this.runner = runner;
        this.environment = environment;
        this.runs = runs;
        this.progresses = progresses;
        this.blockers = blockers;
        this.evidence = evidence;
        this.register = register;
    }

    /**
     * Runs what has not passed since the step was opened, against the plan in force. Harmless when run twice: each run of
     * a check is recorded under its attempt. Nobody else waits while the customer's systems are asked: the go-live is held
     * only to record what they said.
     *
     * @throws dev.handover.shared.Refusal (wrong phase) if the go-live has ended meanwhile
     * @throws OptimisticLockingFailureException if plan or step changed meanwhile: nothing is recorded, run it again
     */
    public Outcome run(GoLiveKey key, Step step) {
        var planVersion = register.running(key).planVersion();
        var known = progresses.findById(new StepProgress.Id(key.value(), step));
        var freshFrom = known.map(StepProgress::freshFrom);
        if (known.filter(StepProgress::isPassed).isPresent()) {
            holdUnchanged(key, step, planVersion, freshFrom);
            return Outcome.CONFIRMED_BEFORE;
        }
        var plan = register.plan(key);
        var due = due(key, step, plan, freshFrom.orElse(Instant.EPOCH));
        var results = runner.run(due.stream().map(Due::request).toList());
        var fingerprint = fingerprint(step, plan, results);
        holdUnchanged(key, step, planVersion, freshFrom);
        var outcome = record(key, progresses.of(key, step), plan, planVersion, due, results);
        fingerprint.ifPresent(each -> environment.validated(key, each));
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

    private static boolean stillPassed(CheckRun last, String target, Instant freshFrom) {
        return last != null
                && last.isPassed()
                && last.target().equals(target)
                && !last.finishedAt().isBefore(freshFrom);
    }

    private void holdUnchanged(GoLiveKey key, Step step, int planVersion, Optional<Instant> freshFrom) {
        var goLive = register.hold(key);
        if (goLive.planVersion() != planVersion
                || !progresses.freshFrom(key.value(), step).equals(freshFrom)) {
            throw new OptimisticLockingFailureException(
                    "plan or step %s of %s changed while its checks ran; they run again".formatted(step.slug(), key));
        }
    }

    private Outcome record(
            GoLiveKey key,
            StepProgress progress,
            Plan plan,
            int planVersion,
            List<Due> due,
            List<CheckResult> results) {
        var step = progress.step();
        extracts.of(step, plan)
                .forEach(extract -> evidence.addObservation(
                        key, extract.kind(), extract.title(), "application/json", extract.bytes(), Timeline.SYSTEM));
        for (int i = 0; i < due.size(); i++) {
            record(key, step, due.get(i).before(), due.get(i).target(), results.get(i));
        }
        var inPlan = inPlan(key, progress, plan, planVersion);
        var passed = inPlan && results.stream().allMatch(CheckResult::passed);
        progress.checked(passed, planVersion);
        if (passed) {
            blockers.settle(
                    key, step, EnumSet.of(Origin.CHECKS), "The checks passed when they ran again.", Timeline.SYSTEM);
        }
        return passed ? Outcome.PASSED : Outcome.FAILED;
    }

    private boolean inPlan(GoLiveKey key, StepProgress progress, Plan plan, int planVersion) {
        var step = progress.step();
        var before = latestByCheck(key, step);
        var target = "plan version " + planVersion;
        var results = planChecks.run(step, plan);
        results.stream()
                .filter(result -> !stillPassed(before.get(result.id()), target, progress.freshFrom()))
                .forEach(result -> record(key, step, before.get(result.id()), target, result));
        return results.stream().allMatch(CheckResult::passed);
    }

    private void record(GoLiveKey key, Step step, CheckRun before, String target, CheckResult result) {
        var attempt = before == null ? 1 : before.attempt() + 1;
        var observation = result.observation();
        var item = observation == null
                ? null
                : evidence.addObservation(
                                key,
                                catalogue.kindOf(step, result.id()),
                                "Check: " + result.name(),
                                observation.mediaType(),
                                observation.bytes(),
                                Timeline.SYSTEM)
                        .id();
        runs.save(new CheckRun(key, step, attempt, target, result, item));
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

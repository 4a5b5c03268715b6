package dev.handover.validation;

import dev.handover.checks.CheckRequest;
import dev.handover.checks.CheckResult;
import dev.handover.golive.GoLiveRegister;
import dev.handover.plan.Plan;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Step;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The checks that the plan in force asks for, run or not, and what each found last. Reads a fixed number of times, however many there are. */
@Service
@Transactional(readOnly = true)
public class CheckOverview {

    private final CheckCatalogue catalogue;
    private final PlanChecks planChecks;
    private final CheckRuns runs;
    private final StepProgresses progresses;
    private final GoLiveRegister register;

    CheckOverview(
            CheckCatalogue catalogue,
            PlanChecks planChecks,
            CheckRuns runs,
            StepProgresses progresses,
            GoLiveRegister register) {
        this.catalogue = catalogue;
        this.planChecks = planChecks;
        this.runs = runs;
        this.progresses = progresses;
        this.register = register;
    }

    /**
     * One check that the plan asks for.
     *
     * @param last its last run; null before the first
     * @param counts true if that run was made since the step was opened last; otherwise the check runs again
     */
    public record AskedCheck(String id, String name, CheckRun last, boolean counts) {}

    /** By step; a step without automated checks has an empty list. */
    public Map<Step, List<AskedCheck>> of(GoLiveKey key) {
        var plan = register.plan(key);
        var last = runs.latest(key.value()).stream().collect(Collectors.groupingBy(CheckRun::step));
        var freshFrom = progresses.findByIdGoLive(key.value()).stream()
                .collect(Collectors.toMap(StepProgress::step, StepProgress::freshFrom));
        var found = new EnumMap<Step, List<AskedCheck>>(Step.class);
        Step.validated()
                .forEach(step -> found.put(
                        step,
                        asked(
                                step,
                                plan,
                                last.getOrDefault(step, List.of()),
                                freshFrom.getOrDefault(step, Instant.EPOCH))));
        return found;
    }

    private List<AskedCheck> asked(Step step, Plan plan, List<CheckRun> last, Instant freshFrom) {
        var byCheck = last.stream().collect(Collectors.toMap(CheckRun::checkId, Function.identity()));
        return Stream.concat(
                        catalogue.requests(step, plan).stream().map(Named::of),
                        planChecks.run(step, plan).stream().map(Named::of))
                .map(check -> check.with(byCheck.get(check.id()), freshFrom))
                .toList();
    }

    private record Named(String id, String name) {

        static Named of(CheckRequest request) {
            return new Named(request.id(), request.name());
        }

        static Named of(CheckResult result) {
            return new Named(result.id(), result.name());
        }

        AskedCheck with(CheckRun run, Instant freshFrom) {
            return new AskedCheck(
                    id, name, run, run != null && !run.finishedAt().isBefore(freshFrom));
        }
    }
}

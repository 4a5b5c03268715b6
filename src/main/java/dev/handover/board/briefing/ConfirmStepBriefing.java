package dev.handover.board.briefing;

import dev.handover.board.OpenTask;
import dev.handover.golive.GoLiveRegister;
import dev.handover.shared.Role;
import dev.handover.shared.Step;
import dev.handover.validation.StepChecks;
import dev.handover.validation.StepProgress;
import dev.handover.validation.ValidationSteps;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A validation step whose checks passed and that a person has to judge. */
@Component
class ConfirmStepBriefing implements BriefingComposer {

    private final GoLiveRegister register;
    private final ValidationSteps steps;
    private final StepChecks checks;
    private final StepHistory history;
    private final EvidenceSections evidence;
    private final Names names;

    ConfirmStepBriefing(
            GoLiveRegister register,
            ValidationSteps steps,
            StepChecks checks,
            StepHistory history,
            EvidenceSections evidence,
            Names names) {
        this.register = register;
        this.steps = steps;
        this.checks = checks;
        this.history = history;
        this.evidence = evidence;
        this.names = names;
    }

    @Override
    public Set<String> elements() {
        return Set.of("UserTask_ConfirmStep");
    }

    @Override
    public void compose(OpenTask task, Briefing.Writer briefing) {
        var key = task.goLive();
        var step = task.step().orElseThrow();
        briefing.asking(
                        step.title()
                                + ". Look at what was found and at the evidence, try what no machine can, then pass or fail the step.")
                .fact("Step", "%d of %d".formatted(step.ordinal() + 1, Step.values().length))
                .section(Checks.table(checks.latest(key, step)));
        PlanSections.of(step, register.plan(key)).forEach(briefing::section);
        briefing.section(evidence.of(key, step.evidence()))
                .section(history.of(key, step))
                .consequence("Confirm", whenConfirmed(task))
                .consequence(
                        "Reject",
                        "A blocker is opened and %s is asked to resolve it; then the checks run again and you are asked again."
                                .formatted(names.holder(key, Role.SUPPORT)));
    }

    private String whenConfirmed(OpenTask task) {
        var open = steps.of(task.goLive()).stream()
                .filter(each -> !each.isPassed())
                .map(StepProgress::step)
                .filter(each -> each != task.step().orElseThrow())
                .count();
        return open == 0
                ? "This was the last open step: the owners are asked to sign. The evidence shown counts as of today."
                : "This step passes; %d other %s still open. The evidence shown counts as of today."
                        .formatted(open, open == 1 ? "step is" : "steps are");
    }
}

package dev.handover.closing.report;

import dev.handover.shared.EvidenceKind;
import dev.handover.shared.Role;
import dev.handover.shared.Step;
import dev.handover.validation.Blocker;
import dev.handover.validation.Blockers;
import dev.handover.validation.StepProgress;
import dev.handover.validation.ValidationSteps;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Steps that people confirmed and blockers they resolved. */
@Component
class ValidationDecisions implements DecisionSource {

    private final ValidationSteps steps;
    private final Blockers blockers;

    ValidationDecisions(ValidationSteps steps, Blockers blockers) {
        this.steps = steps;
        this.blockers = blockers;
    }

    @Override
    public Stream<Decision> decisions(Subject subject) {
        return Stream.concat(
                steps.of(subject.key()).stream().filter(StepProgress::isPassed).map(ValidationDecisions::confirmation),
                blockers.of(subject.key()).stream()
                        .filter(blocker -> !blocker.isOpen())
                        .map(ValidationDecisions::resolution));
    }

    private static Decision confirmation(StepProgress progress) {
        return new Decision(
                progress.confirmedAt(),
                progress.confirmedBy(),
                "Confirms the step",
                "Confirmed: %s".formatted(progress.step().title()),
                progress.note(),
                Cell.of("Results of the checks and evidence: %s".formatted(kinds(progress.step())))
                        .to("validation"));
    }

    private static String kinds(Step step) {
        return step.evidence().stream().map(EvidenceKind::title).collect(Collectors.joining(", "));
    }

    private static Decision resolution(Blocker blocker) {
        return new Decision(
                blocker.resolvedAt(),
                blocker.resolvedBy(),
                Role.SUPPORT.title(),
                "Resolved the blocker \"%s\"".formatted(blocker.title()),
                blocker.resolution(),
                Cell.of("The blocker and its hints").to("blockers"));
    }
}

package dev.handover.board.briefing;

import dev.handover.board.briefing.Section.Change;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Step;
import dev.handover.validation.Blocker;
import dev.handover.validation.Blockers;
import dev.handover.validation.ValidationSteps;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What happened to a validation step before it came to this reader. */
@Component
class StepHistory {

    private final Blockers blockers;
    private final ValidationSteps steps;
    private final Names names;

    StepHistory(Blockers blockers, ValidationSteps steps, Names names) {
        this.blockers = blockers;
        this.steps = steps;
        this.names = names;
    }

    /** Resolved blockers, the last one first; and why the step was reopened, if it was. */
    Section.Changes of(GoLiveKey goLive, Step step) {
        var because = steps.get(goLive, step).because();
        var changes = resolved(goLive, step);
        return new Section.Changes(
                "What changed since last time",
                because == null ? "" : because,
                changes,
                because == null && changes.isEmpty() ? "Nothing: this is the first time." : "");
    }

    private List<Change> resolved(GoLiveKey goLive, Step step) {
        return blockers.of(goLive).stream()
                .filter(blocker -> blocker.step() == step && !blocker.isOpen())
                .sorted(Comparator.comparing(Blocker::resolvedAt).reversed())
                .map(blocker -> new Change(
                        "Blocker resolved: " + blocker.title(),
                        blocker.detail(),
                        blocker.resolution(),
                        blocker.resolvedAt(),
                        names.of(blocker.resolvedBy())))
                .toList();
    }
}

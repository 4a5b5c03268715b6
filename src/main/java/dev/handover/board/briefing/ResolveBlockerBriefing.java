package dev.handover.board.briefing;

import dev.handover.board.OpenTask;
import dev.handover.shared.Refusal;
import dev.handover.validation.Blocker;
import dev.handover.validation.Blockers;
import dev.handover.validation.StepBlockers;
import dev.handover.validation.StepChecks;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A blocker that checks found, a validator opened, or somebody raised by hand. */
@Component
class ResolveBlockerBriefing implements BriefingComposer {

    private final Blockers blockers;
    private final StepBlockers stepBlockers;
    private final StepChecks checks;
    private final StepHistory history;
    private final EvidenceSections evidence;
    private final Names names;

    ResolveBlockerBriefing(
            Blockers blockers,
            StepBlockers stepBlockers,
            StepChecks checks,
            StepHistory history,
            EvidenceSections evidence,
            Names names) {
        this.blockers = blockers;
        this.stepBlockers = stepBlockers;
        this.checks = checks;
        this.history = history;
        this.evidence = evidence;
        this.names = names;
    }

    @Override
    public Set<String> elements() {
        return Set.of("UserTask_ResolveBlocker", "UserTask_ResolveRaisedBlocker");
    }

    @Override
    public void compose(OpenTask task, Briefing.Writer briefing) {
        var key = task.goLive();
        var blocker = blockerOf(task);
        briefing.asking(blocker.title())
                .fact("Found by", names.of(blocker.raisedBy()))
                .fact("Since", blocker.raisedAt())
                .section(new Section.Prose("What is in the way", blocker.detail()))
                .section(hints(blocker));
        var step = blocker.step();
        if (step != null) {
            briefing.fact("Step", step.title())
                    .section(Checks.table(checks.latest(key, step)))
                    .section(evidence.of(key, step.evidence()))
                    .section(history.of(key, step));
        } else {
            briefing.section(evidence.of(key, List.of()));
        }
        briefing.consequence(
                "Fixed",
                task.element().equals("UserTask_ResolveBlocker")
                        ? "The checks of this step run again. If they pass, the validator is asked to confirm; if not, you are"
                                + " asked again."
                        : "The blocker no longer keeps the release window from opening.");
    }

    private Blocker blockerOf(OpenTask task) {
        return task.blocker()
                .map(UUID::fromString)
                .map(blockers::get)
                .or(() -> task.step().flatMap(step -> stepBlockers.of(task.goLive(), step)))
                .orElseThrow(() -> Refusal.conflict("This is not blocked any more. Reload to see how it stands."));
    }

    private static Section hints(Blocker blocker) {
        return new Section.Listing(
                "What to look at first",
                blocker.hints().stream()
                        .map(hint ->
                                hint.page() == null ? hint.hint() : "%s See: %s".formatted(hint.hint(), hint.page()))
                        .toList(),
                "The troubleshooting table has no hint for this.");
    }
}

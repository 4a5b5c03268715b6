package dev.handover.board.briefing;

import dev.handover.board.OpenTask;
import dev.handover.golive.GoLiveRegister;
import dev.handover.release.Gate;
import dev.handover.release.Gates;
import dev.handover.release.Release;
import dev.handover.shared.GoLiveKey;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the production owner decides in the release window: all gates at this moment, the agreed criteria, and what was decided before. */
@Component
class ReleaseBriefing implements BriefingComposer {

    private static final String RESOLVE_HOLD = "UserTask_ResolveHold";
    private static final String DECIDE_GO = "UserTask_DecideGo";
    private static final String RESUME_OR_ROLL_BACK = "UserTask_ResumeOrRollBack";
    private static final String CONFIRM_GO_LIVE = "UserTask_ConfirmGoLive";

    private final GoLiveRegister register;
    private final Gates gates;
    private final Release release;
    private final Names names;

    ReleaseBriefing(GoLiveRegister register, Gates gates, Release release, Names names) {
        this.register = register;
        this.gates = gates;
        this.release = release;
        this.names = names;
    }

    @Override
    public Set<String> elements() {
        return Set.of(RESOLVE_HOLD, DECIDE_GO, RESUME_OR_ROLL_BACK, CONFIRM_GO_LIVE);
    }

    @Override
    public void compose(OpenTask task, Briefing.Writer briefing) {
        var key = task.goLive();
        var plan = register.plan(key);
        briefing.asking(question(task.element()))
                .section(gates(key))
                .section(PlanSections.criteria(plan))
                .section(decisions(key))
                .section(PlanSections.communication(plan));
        consequences(task.element(), briefing);
    }

    private static String question(String element) {
        return switch (element) {
            case RESOLVE_HOLD -> "The window is open, but something holds the release. Remove the cause, then say so.";
            case DECIDE_GO -> "The window is open and all gates were green when it opened. Does the release go?";
            case RESUME_OR_ROLL_BACK -> "The release is paused. Does it go on, or is it rolled back?";
            default -> "The release was started. Can the customer use the system?";
        };
    }

    private Section gates(GoLiveKey key) {
        var rows = gates.look(key).stream().map(ReleaseBriefing::row).toList();
        return new Section.Table(
                "Gates at this moment",
                "All must be green at the same moment.",
                List.of("Gate", "State", "What was found"),
                rows,
                "");
    }

    private static List<Value> row(Gate gate) {
        return List.of(
                Value.of(gate.name()), gate.green() ? Value.good("green") : Value.bad("red"), Value.of(gate.finding()));
    }

    private Section decisions(GoLiveKey key) {
        var rows = release.acts(key).stream()
                .map(act -> List.of(
                        Value.of(act.act().slug().replace('-', ' ')),
                        Value.of(names.of(act.acting())),
                        Value.of(act.decidedAt()),
                        Value.of(act.reason() == null ? "–" : act.reason())))
                .toList();
        return new Section.Table(
                "What was decided before", "", List.of("Decision", "By", "When", "Why"), rows, "Nothing yet.");
    }

    private static void consequences(String element, Briefing.Writer briefing) {
        switch (element) {
            case RESOLVE_HOLD ->
                briefing.consequence(
                        "Fixed", "All gates are looked at again at once. If they are green, you are asked for go.");
            case DECIDE_GO ->
                briefing.consequence("Go", "The release starts. Afterwards you confirm that the system is live.")
                        .consequence(
                                "Pause",
                                "Nothing is released; the window goes on, and is missed if it ends in the pause.")
                        .consequence("Roll back", rolledBack());
            case RESUME_OR_ROLL_BACK ->
                briefing.consequence(
                                "Resume", "All gates are looked at again; if they are green, you are asked for go.")
                        .consequence("Roll back", rolledBack());
            default ->
                briefing.consequence(
                                "Confirm",
                                "Everybody is told. Stabilization begins: signals are watched and the soak clock runs.")
                        .consequence("Roll back", rolledBack());
        }
    }

    private static String rolledBack() {
        return "The go-live returns to validation. What was validated against the environment is checked and signed anew.";
    }
}

package dev.handover.board.briefing;

import dev.handover.board.OpenTask;
import dev.handover.golive.GoLiveRegister;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Role;
import dev.handover.stabilization.StabilizationOverview;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the support owner and the production owner do after the go-live: signals, exceptions, the drill, a roll back. */
@Component
class StabilizationBriefing implements BriefingComposer {

    private static final String RECORD_SIGNAL = "UserTask_RecordSignal";
    private static final String HANDLE_EXCEPTION = "UserTask_HandleException";
    private static final String DECIDE_ROLL_BACK = "UserTask_DecideRollBack";
    private static final String HANDOVER_DRILL = "UserTask_HandoverDrill";

    private final StabilizationOverview overview;
    private final GoLiveRegister register;
    private final EvidenceSections evidence;
    private final Names names;

    StabilizationBriefing(
            StabilizationOverview overview, GoLiveRegister register, EvidenceSections evidence, Names names) {
        this.overview = overview;
        this.register = register;
        this.evidence = evidence;
        this.names = names;
    }

    @Override
    public Set<String> elements() {
        return Set.of(RECORD_SIGNAL, HANDLE_EXCEPTION, DECIDE_ROLL_BACK, HANDOVER_DRILL);
    }

    @Override
    public void compose(OpenTask task, Briefing.Writer briefing) {
        switch (task.element()) {
            case RECORD_SIGNAL -> recordSignal(task.goLive(), briefing);
            case HANDLE_EXCEPTION -> handleException(task, briefing);
            case DECIDE_ROLL_BACK -> decideRollBack(task, briefing);
            default -> handoverDrill(task.goLive(), briefing);
        }
    }

    private void recordSignal(GoLiveKey key, Briefing.Writer briefing) {
        briefing.asking(
                "What do you see of the system? Record a reading of one signal; you are asked again for the next.");
        overview.find(key)
                .ifPresent(view -> briefing.section(Soak.clock(view))
                        .section(Soak.signals(view))
                        .section(Soak.exceptions(view, names)));
        briefing.consequence(
                "Record",
                "Below the watch limit it counts as quiet. At the breach limit an exception opens and quiet time starts over.");
    }

    private void handleException(OpenTask task, Briefing.Writer briefing) {
        var signal = task.signal().orElseThrow();
        briefing.asking(
                "%s is over its limit. Find and remove the cause, or ask for a roll back.".formatted(signal.title()));
        overview.find(task.goLive())
                .ifPresent(view -> briefing.section(Soak.readings(view, signal))
                        .section(Soak.exceptions(view, names))
                        .section(Soak.clock(view)));
        briefing.section(PlanSections.criteria(register.plan(task.goLive())))
                .consequence("Fixed", "The exception is closed, and quiet time counts again.")
                .consequence(
                        "Ask for a roll back",
                        "%s decides whether the system is taken back."
                                .formatted(names.holder(task.goLive(), Role.PRODUCTION)));
    }

    private void decideRollBack(OpenTask task, Briefing.Writer briefing) {
        briefing.asking("A roll back of the live system is asked for. Is it taken back?");
        overview.find(task.goLive())
                .ifPresent(view -> briefing.section(Soak.exceptions(view, names))
                        .section(Soak.signals(view))
                        .section(Soak.clock(view)));
        briefing.section(PlanSections.criteria(register.plan(task.goLive())))
                .consequence(
                        "Roll back",
                        "This go-live ends as rolled back, and everybody is told. A new plan starts a new one.")
                .consequence("Resume", "The system stays live; the exception remains with the support owner.");
    }

    private void handoverDrill(GoLiveKey key, Briefing.Writer briefing) {
        var plan = register.plan(key);
        briefing.asking(
                        "Can you run support with the handoff pack alone? Resolve the test tickets and restore one backup, and take the time.")
                .section(PlanSections.backup(plan.backup()))
                .section(PlanSections.contacts(plan.supportContacts()))
                .section(evidence.of(
                        key, List.of(EvidenceKind.SUPPORT_HANDOFF, EvidenceKind.BACKUP_AND_RECOVERY_STATEMENT)))
                .consequence(
                        "Confirm",
                        "Your result is kept as evidence. The customer owner can be asked once the signals were quiet long enough.");
    }
}

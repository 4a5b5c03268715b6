package dev.handover.board.briefing;

import dev.handover.board.OpenTask;
import dev.handover.golive.GoLiveRegister;
import dev.handover.shared.EvidenceKind;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The two prerequisites the project team confirms: environment readiness and product configuration. */
@Component
class PrerequisiteBriefing implements BriefingComposer {

    private static final String ENVIRONMENT = "UserTask_ConfirmEnvironmentReadiness";
    private static final String CONFIGURATION = "UserTask_ConfirmProductConfiguration";
    private static final EvidenceKind KIND = EvidenceKind.ENVIRONMENT_INVENTORY;

    private final GoLiveRegister register;
    private final EvidenceSections evidence;

    PrerequisiteBriefing(GoLiveRegister register, EvidenceSections evidence) {
        this.register = register;
        this.evidence = evidence;
    }

    @Override
    public Set<String> elements() {
        return Set.of(ENVIRONMENT, CONFIGURATION);
    }

    @Override
    public void compose(OpenTask task, Briefing.Writer briefing) {
        var plan = register.plan(task.goLive());
        if (task.element().equals(ENVIRONMENT)) {
            briefing.asking("Is the environment ready for validation: deployed, reachable, and as agreed below?")
                    .section(PlanSections.environment(plan))
                    .section(PlanSections.backup(plan.backup()));
        } else {
            briefing.asking(
                            "Is the product configured as agreed: modules, sites, data sources, user groups, integrations?")
                    .section(PlanSections.scope(plan));
        }
        briefing.section(evidence.of(task.goLive(), List.of(KIND)))
                .consequence(
                        "Confirm",
                        "Your words are kept as evidence. Validation starts once both prerequisites are confirmed and every"
                                + " owner has accepted.");
    }
}

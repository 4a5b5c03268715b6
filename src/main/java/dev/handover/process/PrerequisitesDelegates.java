package dev.handover.process;

import dev.handover.evidence.EvidenceStore;
import dev.handover.golive.OwnerRoles;
import dev.handover.golive.Timeline;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.Refusal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands behind the elements of {@code bpmn/prerequisites.bpmn}. */
@Configuration(proxyBeanMethods = false)
class PrerequisitesDelegates {

    private final EvidenceStore evidence;
    private final OwnerRoles ownerRoles;
    private final Timeline timeline;

    PrerequisitesDelegates(EvidenceStore evidence, OwnerRoles ownerRoles, Timeline timeline) {
        this.evidence = evidence;
        this.ownerRoles = ownerRoles;
        this.timeline = timeline;
    }

    @Bean
    TaskListener confirmEnvironmentReadiness() {
        return task -> confirm(task, "Environment readiness");
    }

    @Bean
    TaskListener confirmProductConfiguration() {
        return task -> confirm(task, "Product configuration");
    }

    /** A confirmation is evidence: what the person says is kept under their name. */
    private void confirm(DelegateTask task, String subject) {
        var answer = Answer.of(task, "confirm");
        if (answer.reason() == null) {
            throw Refusal.invalidInput("Say what you checked; it is kept as evidence under your name.");
        }
        evidence.addStatement(
                answer.goLive(), EvidenceKind.ENVIRONMENT_INVENTORY, subject, answer.reason(), answer.by());
        timeline.add(answer.goLive(), answer.by(), "Confirmed: " + subject, answer.reason());
    }

    @Bean
    TaskListener acceptRole() {
        return task -> answerRole(task);
    }

    private void answerRole(DelegateTask task) {
        var answer = Answer.of(task, "accept", "decline");
        var role = PrerequisitesModel.ROLE.get(task);
        if (answer.is("accept")) {
            ownerRoles.accept(answer.goLive(), role, answer.by());
        } else {
            ownerRoles.decline(answer.goLive(), role, answer.reason(), answer.by());
        }
        answer.tell(PrerequisitesModel.ROLE_ACCEPTED, answer.is("accept"));
    }

    @Bean
    TaskListener nameOwner() {
        return task -> {
            var answer = Answer.of(task, "name");
            var role = PrerequisitesModel.ROLE.get(task);
            ownerRoles.name(answer.goLive(), role, answer.text("userId"), answer.by());
        };
    }
}

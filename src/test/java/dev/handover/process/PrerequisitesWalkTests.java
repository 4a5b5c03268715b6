package dev.handover.process;

import static dev.handover.process.PrerequisitesModel.Element.EndEvent_PrerequisitesMet;
import static dev.handover.process.PrerequisitesModel.Element.UserTask_AcceptRole;
import static dev.handover.process.PrerequisitesModel.Element.UserTask_ConfirmEnvironmentReadiness;
import static dev.handover.process.PrerequisitesModel.Element.UserTask_ConfirmProductConfiguration;
import static dev.handover.process.PrerequisitesModel.Element.UserTask_NameOwner;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Predicate;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

class PrerequisitesWalkTests extends ModelWalkTest {

    PrerequisitesWalkTests() {
        super(Model.PREREQUISITES);
    }

    @Test
    void everythingIsAskedForAtOnceAndTheLastAnswerEndsThePhase() {
        standIns.people().rolesToAccept("production", "support");
        var instance = start(model);
        assertThat(waiting())
                .containsExactly(
                        UserTask_AcceptRole.name(),
                        UserTask_AcceptRole.name(),
                        UserTask_ConfirmEnvironmentReadiness.name(),
                        UserTask_ConfirmProductConfiguration.name());
        decide(task(UserTask_AcceptRole, of("production")), "accept");
        decide(UserTask_ConfirmEnvironmentReadiness, "confirm");
        decide(UserTask_ConfirmProductConfiguration, "confirm");
        assertThat(isRunning(instance)).isTrue();
        decide(task(UserTask_AcceptRole, of("support")), "accept");
        assertThat(isRunning(instance)).isFalse();
        assertThat(passed(instance)).endsWith(EndEvent_PrerequisitesMet.name());
    }

    @Test
    void aRoleWithoutAnOwnerIsNamedFirst() {
        standIns.people().unnamed("production");
        start(model);
        assertThat(waiting()).contains(UserTask_NameOwner.name()).doesNotContain(UserTask_AcceptRole.name());
        assertThat(task(UserTask_NameOwner).getAssignee()).isEqualTo("requester");
        decide(UserTask_NameOwner, "confirm");
        assertThat(task(UserTask_AcceptRole).getAssignee()).isEqualTo("production");
    }

    @Test
    void aDeclinedRoleIsNamedAnewWhileTheOthersAreNotTouched() {
        standIns.people().rolesToAccept("production", "support", "business");
        start(model);
        decide(task(UserTask_AcceptRole, of("business")), "accept");
        decide(task(UserTask_AcceptRole, of("support")), "decline");
        assertThat(task(UserTask_AcceptRole).getAssignee()).isEqualTo("production");
        decide(UserTask_NameOwner, "confirm");
        decide(task(UserTask_AcceptRole, of("production")), "accept");
        assertThat(task(UserTask_AcceptRole).getAssignee()).isEqualTo("support");
    }

    @Test
    void whatSomebodyFilledInStaysWithTheirTask() {
        var instance = start(model);
        engine.getFormService()
                .submitTaskForm(
                        task(UserTask_ConfirmEnvironmentReadiness).getId(),
                        Map.of(FormFields.DECISION.name(), "confirm", FormFields.REASON.name(), "seen it"));
        assertThat(runtime.getVariables(instance.getId())).isEmpty();
        var next = engine.getFormService()
                .getTaskFormVariables(task(UserTask_ConfirmProductConfiguration).getId());
        assertThat(next.get(FormFields.DECISION.name())).isNull();
        assertThat(history.createHistoricVariableInstanceQuery()
                        .variableName(FormFields.REASON.name())
                        .list())
                .extracting(variable -> variable.getValue())
                .contains("seen it");
    }

    @Test
    void allMayAnswerAtTheSameMoment() throws Exception {
        standIns.people().rolesToAccept("production", "support", "business");
        for (var round = 0; round < 10; round++) {
            var instance = start(model);
            var roles = tasks(task -> task.getTaskDefinitionKey().equals(UserTask_AcceptRole.name()));
            assertThat(roles).hasSize(3);
            decideTogether(roles, "accept");
            decideTogether(tasks(task -> true), "confirm");
            assertThat(isRunning(instance)).isFalse();
        }
    }

    private static Predicate<Task> of(String assignee) {
        return task -> task.getAssignee().equals(assignee);
    }
}

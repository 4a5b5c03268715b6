package dev.handover.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.process.PrerequisitesModel.Element;
import dev.handover.shared.Step;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All models together: from the request to the handover, and the ways out of it that cross from one model to another. */
class WholeLifeTests extends EngineTest {

    private static final Instant LATER = Instant.parse("2037-01-01T00:00:00Z");

    WholeLifeTests() {
        super(Model.values());
    }

    @BeforeEach
    void everythingGoesWell() {
        standIns.answers(
                ValidationStepModel.Delegates.RUN_AUTOMATED_CHECKS,
                ValidationStepModel.CHECK_OUTCOME,
                List.of(ValidationStepModel.CheckOutcome.PASSED));
        standIns.when(SignOffModel.Delegates.PREPARE_SIGN_OFF, execution -> {
            SignOffModel.WINDOW_AHEAD.set(execution, true);
            SignOffModel.CUT_OFF.set(execution, LATER);
            SignOffModel.REMINDER_CYCLE.set(execution, "R/PT24H");
            SignOffModel.BUSINESS_SIGN_OFF_NEEDED.set(execution, true);
            SignOffModel.ENVIRONMENT_SIGN_OFF_NEEDED.set(execution, true);
        });
        standIns.answers(
                SignOffModel.Delegates.RECORD_APPROVAL, SignOffModel.OUTCOME, List.of(SignOffModel.Outcome.APPROVED));
        standIns.answers(
                SignOffModel.Delegates.REOPEN_REJECTED_STEP,
                SignOffModel.OUTCOME,
                List.of(SignOffModel.Outcome.REJECTED));
        standIns.when(ReleaseModel.Delegates.SCHEDULE_WINDOW, execution -> {
            ReleaseModel.WINDOW_START.set(execution, LATER);
            ReleaseModel.WINDOW_END.set(execution, LATER.plusSeconds(3600));
        });
        standIns.answers(ReleaseModel.Delegates.EVALUATE_GATES, ReleaseModel.GATES_GREEN, List.of(true));
        standIns.answers(
                ReleaseModel.Delegates.RECORD_GO_LIVE, ReleaseModel.OUTCOME, List.of(ReleaseModel.Outcome.LIVE));
        standIns.when(StabilizationModel.Delegates.START_SOAK_CLOCK, execution -> {
            StabilizationModel.SOAK_ENDS_AT.set(execution, LATER.plusSeconds(7200));
            StabilizationModel.DRILL_PASSED.set(execution, false);
        });
        standIns.answers(
                StabilizationModel.Delegates.CHECK_SOAK_CLOCK, StabilizationModel.QUIET_LONG_ENOUGH, List.of(true));
    }

    /** Belong to no single go-live, or run beside it. */
    private static final Set<Model> BESIDE = Set.of(Model.NOTICE, Model.DIGEST, Model.RECORDS_CHECK);

    @Test
    void fromTheRequestToTheHandover() {
        var goLive = start(Model.GO_LIVE);
        toStabilization();
        decide(StabilizationModel.Element.UserTask_HandoverDrill, "confirm");
        elapse(StabilizationModel.Element.BoundaryEvent_SoakClockElapsed);
        decide(StabilizationModel.Element.UserTask_ReviewOpenIssues, "accept");
        assertThat(instances()).isEmpty();
        assertThat(passed(goLive)).endsWith("EndEvent_HandedOver");
        assertThat(modelsOf(goLive))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Model.values())
                        .filter(model -> !BESIDE.contains(model))
                        .map(Model::key)
                        .toList());
    }

    @Test
    void everyInstanceUnderAGoLiveHasItsKey() {
        start(Model.GO_LIVE);
        meetPrerequisites();
        assertThat(instances())
                .extracting(ProcessInstance::getProcessDefinitionId)
                .containsOnly(
                        definitionOf(Model.GO_LIVE),
                        definitionOf(Model.VALIDATION),
                        definitionOf(Model.VALIDATION_STEP))
                .hasSize(2 + Step.validated().size());
        assertThat(runtime.createProcessInstanceQuery().count())
                .isEqualTo(instances().size());
    }

    @Test
    void aRollBackDecidedOverABreachedSignalEndsTheGoLive() {
        var goLive = start(Model.GO_LIVE);
        toStabilization();
        send(Messages.SIGNAL_BREACHED, Map.of(StabilizationModel.SIGNAL.name(), "integration-errors"));
        send(Messages.SIGNAL_BREACHED, Map.of(StabilizationModel.SIGNAL.name(), "sign-in-failures"));
        decide(
                task(
                        StabilizationModel.Element.UserTask_HandleException,
                        with(StabilizationModel.SIGNAL, "sign-in-failures")),
                "roll-back");
        decide(StabilizationModel.Element.UserTask_DecideRollBack, "roll-back");
        assertThat(instances()).isEmpty();
        assertThat(tasks(task -> true)).isEmpty();
        assertThat(passed(goLive))
                .contains("BoundaryEvent_RolledBackAfterGoLive")
                .endsWith("EndEvent_RolledBack");
        assertThat(standIns.called()).contains(GoLiveModel.Delegates.RECORD_ROLL_BACK);
    }

    @Test
    void aRejectedSignOffAsksOnlyForTheReopenedStepAgain() {
        start(Model.GO_LIVE);
        meetPrerequisites();
        validate();
        standIns.when(ValidationStepModel.Delegates.RUN_AUTOMATED_CHECKS, execution -> {
            var reopened = ValidationStepModel.STEP.get(execution) == Step.ACCESS;
            ValidationStepModel.CHECK_OUTCOME.set(
                    execution,
                    reopened
                            ? ValidationStepModel.CheckOutcome.PASSED
                            : ValidationStepModel.CheckOutcome.CONFIRMED_BEFORE);
        });
        decide(SignOffModel.Element.UserTask_SignOffBusiness, "reject");
        assertThat(waiting()).containsExactly("UserTask_ConfirmStep");
        validate();
        assertThat(waiting()).containsExactly("UserTask_SignOffBusiness", "UserTask_SignOffEnvironment");
    }

    @Test
    void aWithdrawalReachesEveryProcessUnderTheGoLive() {
        start(Model.GO_LIVE);
        meetPrerequisites();
        assertThat(tasks(task -> true)).hasSameSizeAs(Step.validated());
        send(Messages.WITHDRAWAL_REQUESTED);
        assertThat(instances()).isEmpty();
        assertThat(tasks(task -> true)).isEmpty();
    }

    @Test
    void aRunningGoLiveKeepsTheModelsAndFormsItStartedWith() {
        start(Model.GO_LIVE);
        Deployment newer = deploy("newer");
        try {
            meetPrerequisites();
            assertThat(instances())
                    .extracting(ProcessInstance::getProcessDefinitionId)
                    .contains(definitionOf(Model.VALIDATION));
            var form = engine.getFormService()
                    .getDeployedTaskForm(tasks(task -> true).get(0).getId());
            assertThat(form).hasSameContentAs(form(Forms.CONFIRM_STEP));
        } finally {
            engine.getRepositoryService().deleteDeployment(newer.getId(), true);
        }
    }

    @Test
    void theStartFormIsTheOneOfTheDeployment() {
        var form = engine.getFormService().getDeployedStartForm(definitionOf(Model.GO_LIVE));
        assertThat(form).hasSameContentAs(form(Forms.GO_LIVE_START));
    }

    private InputStream form(String id) {
        return getClass().getResourceAsStream("/forms/" + id + ".form");
    }

    private Set<String> modelsOf(ProcessInstance goLive) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(KEY).finished().list().stream()
                .filter(instance -> instance.getRootProcessInstanceId().equals(goLive.getId()))
                .map(HistoricProcessInstance::getProcessDefinitionKey)
                .collect(Collectors.toSet());
    }

    private void toStabilization() {
        meetPrerequisites();
        validate();
        decide(SignOffModel.Element.UserTask_SignOffBusiness, "approve");
        decide(SignOffModel.Element.UserTask_SignOffEnvironment, "approve");
        decide(SignOffModel.Element.UserTask_ApproveChange, "approve");
        elapse(ReleaseModel.Element.IntermediateEvent_WindowOpens);
        decide(ReleaseModel.Element.UserTask_DecideGo, "go");
        decide(ReleaseModel.Element.UserTask_ConfirmGoLive, "confirm");
    }

    private void meetPrerequisites() {
        decide(Element.UserTask_ConfirmEnvironmentReadiness, "confirm");
        decide(Element.UserTask_ConfirmProductConfiguration, "confirm");
        decide(Element.UserTask_AcceptRole, "accept");
    }

    private void validate() {
        tasks(task -> true).forEach(task -> decide(task, "confirm"));
    }
}

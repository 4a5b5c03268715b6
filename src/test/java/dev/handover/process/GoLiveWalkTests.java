package dev.handover.process;

import static dev.handover.process.GoLiveModel.Delegates.APPLY_PLAN_CHANGE;
import static dev.handover.process.GoLiveModel.Delegates.COMPARE_ENVIRONMENT;
import static dev.handover.process.GoLiveModel.Delegates.RECORD_ROLL_BACK;
import static dev.handover.process.GoLiveModel.Delegates.REOPEN_SIGN_OFFS;
import static dev.handover.process.GoLiveModel.Delegates.REPEAT_CHECKS;
import static dev.handover.process.GoLiveModel.Delegates.REPEAT_FAILED_CHECKS;
import static dev.handover.process.GoLiveModel.Delegates.TELL_OF_WITHDRAWAL;
import static dev.handover.process.GoLiveModel.Element.EndEvent_HandedOver;
import static dev.handover.process.GoLiveModel.Element.EndEvent_LastNight;
import static dev.handover.process.GoLiveModel.Element.EndEvent_RolledBack;
import static dev.handover.process.GoLiveModel.Element.EndEvent_Withdrawn;
import static dev.handover.process.GoLiveModel.Element.IntermediateEvent_NextNight;
import static dev.handover.process.GoLiveModel.Element.ServiceTask_CompareEnvironment;
import static dev.handover.process.GoLiveModel.Element.StartEvent_FirstNight;
import static dev.handover.process.GoLiveModel.Element.UserTask_AcceptChangedRole;
import static dev.handover.process.GoLiveModel.Element.UserTask_ResolveRaisedBlocker;
import static dev.handover.process.GoLiveModel.Events.ENTER_PHASE;
import static dev.handover.process.GoLiveModel.Events.REGISTER_GO_LIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.process.GoLiveModel.Night;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** The called models are stood in for: what counts here is how one phase leads to another. */
class GoLiveWalkTests extends ModelWalkTest {

    GoLiveWalkTests() {
        super(Model.GO_LIVE);
    }

    @Test
    void thePhasesFollowEachOther() {
        var entered = new ArrayList<String>();
        standIns.when(ENTER_PHASE, execution -> entered.add(execution.getCurrentActivityId()));
        var instance = start(model);
        reach(Model.STABILIZATION);
        end(Model.STABILIZATION, Map.of());
        end(Model.CLOSE, Map.of());
        assertThat(isRunning(instance)).isFalse();
        assertThat(passed(instance)).endsWith(EndEvent_HandedOver.name());
        assertThat(standIns.called()).startsWith(REGISTER_GO_LIVE);
        assertThat(entered)
                .containsExactly(
                        "CallActivity_Prerequisites",
                        "CallActivity_Validation",
                        "CallActivity_SignOff",
                        "CallActivity_Release",
                        "CallActivity_Stabilization",
                        "CallActivity_Close");
    }

    @Test
    void aRejectedSignOffLeadsBackToValidation() {
        start(model);
        reach(Model.SIGN_OFF);
        end(Model.SIGN_OFF, Map.of("signOffOutcome", "rejected"));
        assertPhase(Model.VALIDATION);
    }

    @Test
    void aMissedWindowLeadsBackToSignOff() {
        start(model);
        reach(Model.RELEASE);
        end(Model.RELEASE, Map.of("releaseOutcome", "missed"));
        assertPhase(Model.SIGN_OFF);
    }

    @Test
    void aRollBackInTheWindowLeadsBackToValidation() {
        start(model);
        reach(Model.RELEASE);
        end(Model.RELEASE, Map.of("releaseOutcome", "rolled-back"));
        assertPhase(Model.VALIDATION);
    }

    @Test
    void aReopenedStepLeadsBackToValidationFromSignOffAndFromRelease() {
        start(model);
        reach(Model.SIGN_OFF);
        send(Messages.STEP_REOPENED);
        assertPhase(Model.VALIDATION);
        end(Model.VALIDATION, Map.of());
        end(Model.SIGN_OFF, Map.of("signOffOutcome", "approved"));
        send(Messages.STEP_REOPENED);
        assertPhase(Model.VALIDATION);
    }

    @Test
    void aReopenedSignOffLeadsBackToSignOffFromRelease() {
        start(model);
        reach(Model.RELEASE);
        send(Messages.SIGN_OFF_REOPENED);
        assertPhase(Model.SIGN_OFF);
    }

    @Test
    void nothingIsReopenedOnceTheCustomerDependsOnTheSystem() {
        start(model);
        reach(Model.STABILIZATION);
        assertThatThrownBy(() -> send(Messages.STEP_REOPENED))
                .isInstanceOf(MismatchingMessageCorrelationException.class);
        assertThatThrownBy(() -> send(Messages.SIGN_OFF_REOPENED))
                .isInstanceOf(MismatchingMessageCorrelationException.class);
        assertPhase(Model.STABILIZATION);
    }

    @Test
    void aRollBackAfterGoLiveEndsIt() {
        var instance = start(model);
        reach(Model.STABILIZATION);
        end(Model.STABILIZATION, Map.of("rolledBack", true));
        assertThat(standIns.called()).contains(RECORD_ROLL_BACK);
        assertThat(isRunning(instance)).isFalse();
        assertThat(passed(instance)).endsWith(EndEvent_RolledBack.name());
    }

    @Test
    void aWithdrawalEndsEverythingThatIsOpen() {
        standIns.people().changedRoles("support");
        standIns.answers(APPLY_PLAN_CHANGE, GoLiveModel.OWNERS_CHANGED, List.of(true));
        var instance = start(model);
        raise("blocker-1");
        send(Messages.PLAN_CHANGED);
        send(Messages.WITHDRAWAL_REQUESTED);
        assertThat(standIns.called()).contains(TELL_OF_WITHDRAWAL);
        assertThat(instances()).isEmpty();
        assertThat(tasks(task -> true)).isEmpty();
        assertThat(passed(instance)).endsWith(EndEvent_Withdrawn.name());
    }

    @Test
    void raisedBlockersAreResolvedEachByItselfWhateverThePhase() {
        start(model);
        raise("blocker-1");
        reach(Model.SIGN_OFF);
        raise("blocker-2");
        decide(task(UserTask_ResolveRaisedBlocker, with(GoLiveModel.BLOCKER, "blocker-2")), "fixed");
        raise("blocker-3");
        decide(task(UserTask_ResolveRaisedBlocker, with(GoLiveModel.BLOCKER, "blocker-1")), "fixed");
        assertThat(task(UserTask_ResolveRaisedBlocker, with(GoLiveModel.BLOCKER, "blocker-3"))
                        .getAssignee())
                .isEqualTo("support");
        assertThat(phases()).containsExactly(Model.SIGN_OFF.key());
    }

    @Test
    void aBlockerWithoutItsIdIsRefused() {
        start(model);
        assertThatThrownBy(() -> send(Messages.BLOCKER_RAISED))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining(GoLiveModel.BLOCKER.name());
        assertThat(waiting()).doesNotContain(UserTask_ResolveRaisedBlocker.name());
    }

    @Test
    void ownersThatTheChangedPlanNamesAreAskedAllAtOnce() {
        standIns.people().changedRoles("support", "business");
        standIns.answers(APPLY_PLAN_CHANGE, GoLiveModel.OWNERS_CHANGED, List.of(true));
        start(model);
        send(Messages.PLAN_CHANGED);
        assertThat(tasks(task -> task.getTaskDefinitionKey().equals(UserTask_AcceptChangedRole.name())))
                .extracting(task -> task.getAssignee())
                .containsExactlyInAnyOrder("support", "business");
        decide(task(UserTask_AcceptChangedRole, with(GoLiveModel.ROLE, "support")), "accept");
        decide(task(UserTask_AcceptChangedRole, with(GoLiveModel.ROLE, "business")), "decline");
        assertPhase(Model.PREREQUISITES);
    }

    @Test
    void aChangedPlanWithTheSameOwnersAsksNobody() {
        standIns.answers(APPLY_PLAN_CHANGE, GoLiveModel.OWNERS_CHANGED, List.of(false));
        start(model);
        send(Messages.PLAN_CHANGED);
        send(Messages.PLAN_CHANGED);
        assertThat(standIns.called().stream().filter(APPLY_PLAN_CHANGE::equals)).hasSize(2);
        assertPhase(Model.PREREQUISITES);
    }

    @Test
    void changedEvidenceReopensWhatReliedOnIt() {
        start(model);
        reach(Model.RELEASE);
        standIns.when(
                REOPEN_SIGN_OFFS,
                execution -> runtime.createMessageCorrelation(Messages.SIGN_OFF_REOPENED)
                        .processInstanceBusinessKey(execution.getProcessBusinessKey())
                        .correlate());
        send(Messages.EVIDENCE_CHANGED);
        assertPhase(Model.SIGN_OFF);
    }

    @Test
    void oneNightFollowsTheOtherUntilTheCustomerIsLive() {
        nights(Night.PASSED, Night.LIVE);
        var instance = start(model);
        elapse(StartEvent_FirstNight);
        assertThat(standIns.called()).endsWith(COMPARE_ENVIRONMENT, REPEAT_CHECKS);
        elapse(IntermediateEvent_NextNight);
        assertThat(passed(instance)).endsWith(EndEvent_LastNight.name());
        assertThat(timer(IntermediateEvent_NextNight)).isNull();
        assertThat(timer(StartEvent_FirstNight)).isNull();
        assertPhase(Model.PREREQUISITES);
    }

    @Test
    void whatFailsAtNightIsRepeatedAndTheNightsGoOn() {
        nights(Night.FAILED, Night.PASSED);
        start(model);
        reach(Model.SIGN_OFF);
        elapse(StartEvent_FirstNight);
        assertThat(standIns.called()).endsWith(REPEAT_CHECKS, REPEAT_FAILED_CHECKS);
        elapse(IntermediateEvent_NextNight);
        assertThat(standIns.called()).endsWith(COMPARE_ENVIRONMENT, REPEAT_CHECKS);
        assertThat(timer(IntermediateEvent_NextNight)).isNotNull();
        assertPhase(Model.SIGN_OFF);
    }

    @Test
    void aStepThatANightOpensLeadsBackToValidationAndTheNightsGoOn() {
        nights(Night.FAILED);
        standIns.when(
                REPEAT_FAILED_CHECKS,
                execution -> runtime.createMessageCorrelation(Messages.STEP_REOPENED)
                        .processInstanceBusinessKey(execution.getProcessBusinessKey())
                        .correlate());
        start(model);
        reach(Model.RELEASE);
        elapse(StartEvent_FirstNight);
        assertPhase(Model.VALIDATION);
        assertThat(timer(IntermediateEvent_NextNight)).isNotNull();
    }

    @Test
    void nobodyWaitsForANight() {
        start(model);
        management.executeJob(timer(StartEvent_FirstNight).getId());
        var night = management
                .createJobQuery()
                .activityId(ServiceTask_CompareEnvironment.name())
                .singleResult();
        assertThat(((JobEntity) night).isExclusive()).isFalse();
        nights(Night.PASSED);
        work();
    }

    private void nights(Night... nights) {
        var turn = new ArrayList<>(List.of(nights));
        standIns.when(REPEAT_CHECKS, execution -> {
            GoLiveModel.NIGHT.set(execution, turn.remove(0));
            GoLiveModel.NEXT_NIGHT.set(execution, Instant.parse("2037-02-01T02:00:00Z"));
        });
    }

    @Test
    void anOutcomeThatNobodyKnowsFailsLoudlyInsteadOfTakingAPath() {
        start(model);
        reach(Model.SIGN_OFF);
        assertThatThrownBy(() -> end(Model.SIGN_OFF, Map.of("signOffOutcome", "perhaps")))
                .isInstanceOf(ProcessEngineException.class);
        assertPhase(Model.SIGN_OFF);
    }

    @Test
    void anOutcomeThatIsMissingFailsLoudlyEvenIfTheRoundBeforeHadOne() {
        start(model);
        reach(Model.RELEASE);
        end(Model.RELEASE, Map.of("releaseOutcome", "missed"));
        end(Model.SIGN_OFF, Map.of("signOffOutcome", "approved"));
        assertThatThrownBy(() -> end(Model.RELEASE, Map.of())).isInstanceOf(ProcessEngineException.class);
        assertPhase(Model.RELEASE);
    }

    @Test
    void everyProcessOfAGoLiveIsFoundByItsKey() {
        var instance = start(model);
        assertThat(instances())
                .extracting(ProcessInstance::getProcessDefinitionId)
                .containsExactlyInAnyOrder(definitionOf(model), definitionOf(Model.PREREQUISITES));
        assertThat(instance.getBusinessKey()).isEqualTo(KEY);
    }

    private void raise(String blocker) {
        send(Messages.BLOCKER_RAISED, Map.of(GoLiveModel.BLOCKER.name(), blocker));
    }

    private void reach(Model phase) {
        var before = List.of(Model.PREREQUISITES, Model.VALIDATION, Model.SIGN_OFF, Model.RELEASE, Model.STABILIZATION);
        before.subList(0, before.indexOf(phase)).forEach(each -> {
            if (phases().contains(each.key())) {
                end(each, Map.of("signOffOutcome", "approved", "releaseOutcome", "live"));
            }
        });
        assertThat(phases()).containsExactly(phase.key());
    }

    private void assertPhase(Model phase) {
        assertThat(phases()).containsExactly(phase.key());
    }

    private List<String> phases() {
        return instances().stream()
                .map(instance -> instance.getProcessDefinitionId().split(":")[0])
                .filter(key -> !key.equals(model.key()))
                .toList();
    }
}

package dev.handover.process;

import static dev.handover.process.Model.GO_LIVE;
import static dev.handover.process.Model.PREREQUISITES;
import static dev.handover.process.Model.RELEASE;
import static dev.handover.process.Model.SIGN_OFF;
import static dev.handover.process.Model.STABILIZATION;
import static dev.handover.process.Model.VALIDATION;
import static dev.handover.process.Model.VALIDATION_STEP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.shared.Step;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No path of any model leads to an approval without a person who completed the task that asks for it. Timers, messages,
 * errors and data may do what they like.
 */
class NothingIsApprovedBySilenceTests {

    private static final String BUSINESS_STILL_VALID = "Flow_BusinessNeeded_BusinessSigned";
    private static final String ENVIRONMENT_STILL_VALID = "Flow_EnvironmentNeeded_EnvironmentSigned";
    private static final String DRILL_ALREADY_PASSED = "Flow_DrillPassed_DrillDone";

    /** What is approved, and what has to be completed before. A flow stands for an answer that still holds. */
    static Stream<Arguments> approvals() {
        return Stream.of(
                approval(PREREQUISITES, "EndEvent_PrerequisitesMet", "UserTask_ConfirmEnvironmentReadiness"),
                approval(PREREQUISITES, "EndEvent_PrerequisitesMet", "UserTask_ConfirmProductConfiguration"),
                approval(PREREQUISITES, "EndEvent_PrerequisitesMet", "UserTask_AcceptRole"),
                approval(VALIDATION_STEP, "EndEvent_StepPassed", "UserTask_ConfirmStep"),
                approval(SIGN_OFF, "EndEvent_ReadyForRelease", "UserTask_SignOffBusiness", BUSINESS_STILL_VALID),
                approval(SIGN_OFF, "EndEvent_ReadyForRelease", "UserTask_SignOffEnvironment", ENVIRONMENT_STILL_VALID),
                approval(SIGN_OFF, "EndEvent_ReadyForRelease", "UserTask_ApproveChange"),
                approval(RELEASE, "EndEvent_Live", "UserTask_DecideGo"),
                approval(RELEASE, "EndEvent_Live", "UserTask_ConfirmGoLive"),
                approval(STABILIZATION, "EndEvent_Accepted", "UserTask_HandoverDrill", DRILL_ALREADY_PASSED),
                approval(STABILIZATION, "EndEvent_Accepted", "UserTask_ReviewOpenIssues"),
                approval(GO_LIVE, "EndEvent_HandedOver", "CallActivity_Prerequisites"),
                approval(GO_LIVE, "EndEvent_HandedOver", "CallActivity_Validation"),
                approval(GO_LIVE, "EndEvent_HandedOver", "CallActivity_SignOff"),
                approval(GO_LIVE, "EndEvent_HandedOver", "Flow_SignOffOutcome_Release"),
                approval(GO_LIVE, "EndEvent_HandedOver", "CallActivity_Release"),
                approval(GO_LIVE, "EndEvent_HandedOver", "Flow_ReleaseOutcome_Stabilization"),
                approval(GO_LIVE, "EndEvent_HandedOver", "CallActivity_Stabilization"));
    }

    @ParameterizedTest
    @MethodSource("approvals")
    void theApprovalNeedsItsAct(Model model, String approval, List<String> acts) {
        var instance = model.read();
        assertThat(acts)
                .allSatisfy(act ->
                        assertThat((Object) instance.getModelElementById(act)).isNotNull());
        assertThat(Reach.canReach(instance, approval, List.of()))
                .as("can be reached at all")
                .isTrue();
        assertThat(Reach.canReach(instance, approval, acts))
                .as("reached without " + acts)
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("approvals")
    void aWayAroundIsNoticed(Model model, String approval, List<String> acts) {
        var instance = model.read();
        FlowNode shortcut = instance.getModelElementById(approval);
        var start = instance.getModelElementsByType(StartEvent.class).stream()
                .filter(event -> event.getParentElement() instanceof Process)
                .findFirst()
                .orElseThrow();
        connect(instance, start, shortcut);
        assertThat(Reach.canReach(instance, approval, acts)).isTrue();
    }

    @Test
    void validationNeedsEveryStep() {
        var validation = VALIDATION.read();
        var steps = validation.getModelElementsByType(CallActivity.class).stream()
                .filter(call -> call.getParentElement() instanceof Process)
                .map(CallActivity::getId)
                .toList();
        assertThat(steps).hasSameSizeAs(Step.validated());
        assertThat(steps)
                .allSatisfy(step -> assertThat(Reach.canReach(validation, "EndEvent_AllStepsPassed", List.of(step)))
                        .isFalse());
    }

    @Test
    void nothingGoodComesOfEverybodyKeepingSilent() {
        var tasks = Stream.of(Model.values())
                .flatMap(model -> model.read().getModelElementsByType(UserTask.class).stream())
                .map(UserTask::getId);
        var silence = Stream.concat(
                        tasks, Stream.of(BUSINESS_STILL_VALID, ENVIRONMENT_STILL_VALID, DRILL_ALREADY_PASSED))
                .toList();
        approvals()
                .map(Arguments::get)
                .filter(approval -> approval[0] != GO_LIVE)
                .forEach(approval -> assertThat(
                                Reach.canReach(((Model) approval[0]).read(), (String) approval[1], silence))
                        .isFalse());
    }

    @Test
    void onlyAnAnswerThatStillHoldsIsNotAskedAgain() {
        assertThat(conditionOf(SIGN_OFF, BUSINESS_STILL_VALID)).isEqualTo("${!businessSignOffNeeded}");
        assertThat(conditionOf(SIGN_OFF, ENVIRONMENT_STILL_VALID)).isEqualTo("${!environmentSignOffNeeded}");
        assertThat(conditionOf(STABILIZATION, DRILL_ALREADY_PASSED)).isEqualTo("${drillPassed}");
        assertThat(conditionOf(VALIDATION_STEP, "Flow_CheckOutcome_StepConfirmedBefore"))
                .isEqualTo("${checkOutcome == 'confirmed-before'}");
    }

    private static Arguments approval(Model model, String end, String... acts) {
        return Arguments.of(model, end, List.of(acts));
    }

    private static String conditionOf(Model model, String id) {
        SequenceFlow flow = model.read().getModelElementById(id);
        return flow.getConditionExpression().getTextContent();
    }

    private static void connect(BpmnModelInstance model, FlowNode source, FlowNode target) {
        var flow = model.newInstance(SequenceFlow.class, "Flow_Shortcut");
        source.getParentElement().addChildElement(flow);
        flow.setSource(source);
        flow.setTarget(target);
    }
}

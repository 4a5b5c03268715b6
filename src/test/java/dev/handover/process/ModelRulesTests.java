package dev.handover.process;

import static dev.handover.process.Model.GO_LIVE;
import static dev.handover.process.Model.PREREQUISITES;
import static dev.handover.process.Model.RELEASE;
import static dev.handover.process.Model.SIGN_OFF;
import static dev.handover.process.Model.STABILIZATION;
import static dev.handover.process.Model.VALIDATION_STEP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model keeps {@link ModelRules}, and the rules notice a model that does not. */
class ModelRulesTests {

    @ParameterizedTest
    @EnumSource
    void everyModelKeepsTheRules(Model model) {
        assertThat(ModelRules.violations(model.read())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("breakages")
    void aBrokenModelIsNoticed(String violation, Model model, Consumer<BpmnModelInstance> breaks) {
        var broken = model.read();
        breaks.accept(broken);
        assertThat(ModelRules.violations(broken))
                .anySatisfy(found -> assertThat(found).contains(violation));
    }

    static Stream<Arguments> breakages() {
        return Stream.of(
                broken("history", GO_LIVE, Process.class, it -> it.setCamundaHistoryTimeToLiveString("P30D")),
                broken("startable", SIGN_OFF, Process.class, it -> it.setCamundaIsStartableInTasklist(true)),
                broken(
                        "is documented",
                        SIGN_OFF,
                        Process.class,
                        it -> it.getDocumentations().clear()),
                broken("name for people", RELEASE, FlowNode.class, it -> it.removeAttribute("name")),
                broken("modeler likes", RELEASE, ServiceTask.class, it -> it.setId("ServiceTask_0ab12cd")),
                broken("<Type>_<Name>", RELEASE, ServiceTask.class, it -> it.setId("schedule")),
                broken("asynchronous", RELEASE, ServiceTask.class, it -> it.setCamundaAsyncBefore(false)),
                broken("calls a bean", RELEASE, ServiceTask.class, it -> it.setCamundaDelegateExpression("${a.b()}")),
                broken("again by a cycle", RELEASE, ServiceTask.class, ModelRulesTests::withoutExtensions),
                broken("form of its", SIGN_OFF, UserTask.class, it -> it.setCamundaFormRefBinding("latest")),
                broken("assignee", SIGN_OFF, UserTask.class, it -> it.setCamundaAssignee("admin")),
                broken("to no group", SIGN_OFF, UserTask.class, it -> it.setCamundaCandidateGroups("owners")),
                broken("is due", SIGN_OFF, UserTask.class, it -> it.setCamundaDueDate("P1D")),
                broken("one listener", SIGN_OFF, CamundaTaskListener.class, it -> it.setCamundaEvent("create")),
                broken("decision to itself", SIGN_OFF, UserTask.class, ModelRulesTests::withoutExtensions),
                broken(
                        "of its deployment",
                        GO_LIVE,
                        CallActivity.class,
                        it -> it.setCamundaCalledElementBinding("latest")),
                broken("business key", GO_LIVE, CallActivity.class, ModelRulesTests::withoutExtensions),
                broken("joins in a job", PREREQUISITES, ParallelGateway.class, it -> it.setCamundaAsyncBefore(false)),
                broken(
                        "each of its instances",
                        PREREQUISITES,
                        MultiInstanceLoopCharacteristics.class,
                        it -> it.setCamundaAsyncAfter(false)),
                broken("condition and a label", VALIDATION_STEP, SequenceFlow.class, ModelRulesTests::withoutCondition),
                broken(
                        "no default",
                        VALIDATION_STEP,
                        ExclusiveGateway.class,
                        it -> it.setDefault(it.getOutgoing().iterator().next())),
                broken("is not data", SIGN_OFF, TimeDate.class, it -> it.setTextContent("2030-01-01T00:00:00Z")),
                broken("caught outside", STABILIZATION, Error.class, it -> it.setErrorCode("misspelt")),
                broken(
                        "thrown inside",
                        RELEASE,
                        BoundaryEvent.class,
                        it -> it.setAttachedTo(it.getModelInstance().getModelElementById("UserTask_ConfirmGoLive"))),
                broken(
                        "listed by both",
                        RELEASE,
                        SequenceFlow.class,
                        it -> it.setTarget(it.getModelInstance().getModelElementById("UserTask_ConfirmGoLive"))));
    }

    private static void withoutExtensions(BaseElement element) {
        element.removeChildElement(element.getExtensionElements());
    }

    private static void withoutCondition(SequenceFlow flow) {
        if (flow.getConditionExpression() != null) {
            flow.removeConditionExpression();
        }
    }

    /** Breaks every element of the type. */
    private static <E extends ModelElementInstance> Arguments broken(
            String violation, Model model, Class<E> type, Consumer<E> breaks) {
        Consumer<BpmnModelInstance> all =
                instance -> instance.getModelElementsByType(type).forEach(breaks);
        return Arguments.of(violation, model, all);
    }
}

package dev.handover.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The rules that every model keeps, whatever it is about. */
final class ModelRules {

    private static final String DEPLOYMENT = "deployment";
    private static final Pattern ID = Pattern.compile("(Start|End|Boundary|Intermediate)Event_[A-Z]\\w*|"
            + "(ServiceTask|UserTask|CallActivity|SubProcess|EventSubProcess|Gateway|Flow)_[A-Z]\\w*");
    /** What the modeler calls an element that nobody named, for example {@code Gateway_0ab12cd}. */
    private static final Pattern DEFAULT_ID = Pattern.compile("\\w+_[01]\\w{6}");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\w+}");
    /** A variable, or what the bean that knows due dates says. */
    private static final Pattern TIME = Pattern.compile("\\$\\{(\\w+|due\\.\\w+\\(execution\\))}");

    private static final String RETRIES = "PT\\d+[SMH](,PT\\d+[SMH])*";

    private final BpmnModelInstance model;
    private final List<String> violations = new ArrayList<>();

    private ModelRules(BpmnModelInstance model) {
        this.model = model;
    }

    /** What is wrong with the model, one line each; empty if nothing is. */
    static List<String> violations(BpmnModelInstance model) {
        var rules = new ModelRules(model);
        rules.process();
        rules.ids();
        rules.serviceTasks();
        rules.userTasks();
        rules.callActivities();
        rules.parallelWork();
        rules.exclusiveGateways();
        rules.timersAndErrors();
        return rules.violations;
    }

    private void process() {
        each(Process.class, "is executable", Process::isExecutable);
        each(
                Process.class,
                "keeps its history for ten years",
                it -> "P3650D".equals(it.getCamundaHistoryTimeToLiveString()));
        each(Process.class, "has a version tag", it -> it.getCamundaVersionTag() != null);
        each(Process.class, "is documented", ModelRules::documented);
        each(
                Process.class,
                "is startable in Tasklist if it is the go-live, and only then",
                it -> it.isCamundaStartableInTasklist() == it.getId().equals(GoLiveModel.KEY));
        each(Process.class, "has one start without a message, which returns at once", it -> {
            var starts = plainStarts(it);
            return starts.size() == 1
                    && (starts.get(0).getCamundaFormRef() == null
                            || starts.get(0).isCamundaAsyncAfter());
        });
    }

    private void ids() {
        each(
                FlowElement.class,
                "is called <Type>_<Name>",
                it -> ID.matcher(it.getId()).matches());
        each(
                FlowElement.class,
                "is not called as the modeler likes",
                it -> !DEFAULT_ID.matcher(it.getId()).matches());
        each(
                FlowNode.class,
                "has a name for people",
                it -> it.getName() != null && !it.getName().isBlank());
        each(
                FlowNode.class,
                "is entered and left by flows that it lists",
                it -> it.getIncoming().stream()
                                .allMatch(flow -> flow.getTarget().equals(it))
                        && it.getOutgoing().stream()
                                .allMatch(flow -> flow.getSource().equals(it)));
        each(
                SequenceFlow.class,
                "is listed by both its ends",
                it -> it.getSource().getOutgoing().contains(it)
                        && it.getTarget().getIncoming().contains(it));
    }

    private void serviceTasks() {
        each(ServiceTask.class, "is asynchronous", ServiceTask::isCamundaAsyncBefore);
        each(
                ServiceTask.class,
                "is tried again by a cycle",
                it -> extensions(it, CamundaFailedJobRetryTimeCycle.class)
                        .anyMatch(cycle -> cycle.getTextContent().matches(RETRIES)));
        each(ServiceTask.class, "calls a bean", it -> calls(it.getCamundaDelegateExpression()));
    }

    private void userTasks() {
        each(
                UserTask.class,
                "has the form of its deployment",
                it -> it.getCamundaFormRef() != null && DEPLOYMENT.equals(it.getCamundaFormRefBinding()));
        each(UserTask.class, "has an assignee", it -> it.getCamundaAssignee().startsWith("${people."));
        each(
                UserTask.class,
                "is offered to no group",
                it -> it.getCamundaCandidateGroups() == null && it.getCamundaCandidateUsers() == null);
        each(UserTask.class, "is due", it -> it.getCamundaDueDate().startsWith("${due."));
        each(UserTask.class, "is documented", ModelRules::documented);
        each(UserTask.class, "is judged by exactly one listener", it -> {
            var listeners = extensions(it, CamundaTaskListener.class).toList();
            return listeners.size() == 1
                    && "complete".equals(listeners.get(0).getCamundaEvent())
                    && calls(listeners.get(0).getCamundaDelegateExpression());
        });
        each(
                UserTask.class,
                "keeps its decision to itself",
                it -> it
                        .getModelInstance()
                        .getModelElementsByType(org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter.class)
                        .stream()
                        .filter(field -> field.getCamundaName().equals(FormFields.DECISION.name()))
                        .anyMatch(field -> isInside(field, it)));
        each(
                StartEvent.class,
                "has the form of its deployment, if any",
                it -> it.getCamundaFormRef() == null || DEPLOYMENT.equals(it.getCamundaFormRefBinding()));
    }

    private void callActivities() {
        each(
                CallActivity.class,
                "calls a model of its deployment",
                it -> DEPLOYMENT.equals(it.getCamundaCalledElementBinding())
                        && Model.of(it.getCalledElement()) != null);
        each(
                CallActivity.class,
                "hands down the business key",
                it -> extensions(it, CamundaIn.class)
                        .anyMatch(in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey())));
    }

    private void parallelWork() {
        each(
                ParallelGateway.class,
                "joins in a job of its own",
                it -> it.getIncoming().size() < 2 || it.isCamundaAsyncBefore());
        each(
                MultiInstanceLoopCharacteristics.class,
                "ends each of its instances in a job of its own",
                it -> it.isSequential() || it.isCamundaAsyncAfter());
    }

    /** No default flow: an unknown value must fail loudly rather than take a path. */
    private void exclusiveGateways() {
        each(
                ExclusiveGateway.class,
                "has a condition and a label on each way out",
                it -> it.getOutgoing().size() < 2
                        || it.getOutgoing().stream()
                                .allMatch(flow -> flow.getConditionExpression() != null && flow.getName() != null));
        each(ExclusiveGateway.class, "has no default", it -> it.getDefault() == null);
    }

    private void timersAndErrors() {
        new Expressions(model)
                .timers()
                .filter(timer -> !TIME.matcher(timer).matches())
                .forEach(timer -> violations.add("timer " + timer + " is not data"));
        each(
                BoundaryEvent.class,
                "catches what is thrown inside",
                it -> errorsOf(it).allMatch(code -> throwers(it).contains(code)));
        each(EndEvent.class, "throws what is caught outside", it -> errorsOf(it).allMatch(code -> isCaught(it, code)));
    }

    /** Codes that can reach the boundary: of the end events inside, or of the called process. */
    private static Set<String> throwers(BoundaryEvent boundary) {
        var host = boundary.getAttachedTo();
        var thrown = host instanceof CallActivity call
                ? Model.of(call.getCalledElement()).read().getModelElementsByType(EndEvent.class).stream()
                        .filter(end -> !isCaughtWithin(end))
                : boundary.getModelInstance().getModelElementsByType(EndEvent.class).stream()
                        .filter(end -> isInside(end, host));
        return thrown.flatMap(ModelRules::errorsOf).collect(java.util.stream.Collectors.toSet());
    }

    private static boolean isCaught(EndEvent end, String code) {
        if (isCaughtWithin(end)) {
            return true;
        }
        var key = end.getModelInstance()
                .getModelElementsByType(Process.class)
                .iterator()
                .next()
                .getId();
        return Stream.of(Model.values())
                .flatMap(model -> model.read().getModelElementsByType(BoundaryEvent.class).stream())
                .filter(boundary -> boundary.getAttachedTo() instanceof CallActivity call
                        && call.getCalledElement().equals(key))
                .anyMatch(boundary -> errorsOf(boundary).anyMatch(code::equals));
    }

    private static boolean isCaughtWithin(EndEvent end) {
        return end.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                .filter(boundary -> isInside(end, boundary.getAttachedTo()))
                .anyMatch(boundary ->
                        errorsOf(boundary).toList().equals(errorsOf(end).toList()));
    }

    private static Stream<String> errorsOf(FlowNode event) {
        return event.getChildElementsByType(ErrorEventDefinition.class).stream()
                .map(definition -> definition.getError().getErrorCode());
    }

    private static boolean isInside(ModelElementInstance element, ModelElementInstance container) {
        var parent = element.getParentElement();
        return parent != null && (parent.equals(container) || isInside(parent, container));
    }

    private static List<StartEvent> plainStarts(Process process) {
        return process.getChildElementsByType(StartEvent.class).stream()
                .filter(start -> start.getEventDefinitions().stream().allMatch(TimerEventDefinition.class::isInstance))
                .toList();
    }

    private static boolean documented(org.camunda.bpm.model.bpmn.instance.BaseElement element) {
        return element.getDocumentations().stream()
                .anyMatch(text -> text.getTextContent().length() > 20);
    }

    private static boolean calls(String bean) {
        return bean != null && VARIABLE.matcher(bean).matches();
    }

    private static <E extends ModelElementInstance> Stream<E> extensions(
            org.camunda.bpm.model.bpmn.instance.BaseElement element, Class<E> type) {
        var extensions = element.getExtensionElements();
        return extensions == null ? Stream.of() : extensions.getElementsQuery().filterByType(type).list().stream();
    }

    private <E extends ModelElementInstance> void each(Class<E> type, String rule, Predicate<E> holds) {
        model.getModelElementsByType(type).stream()
                .filter(element -> !holds.test(element))
                .map(element -> "%s: not so that it %s".formatted(element.getAttributeValue("id"), rule))
                .forEach(violations::add);
    }
}

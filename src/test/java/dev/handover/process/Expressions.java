package dev.handover.process;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The expressions of a model and what they name. */
record Expressions(BpmnModelInstance model) {

    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    /** A word that does not follow a dot. */
    private static final Pattern ROOT = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");

    private static final Pattern CALL = Pattern.compile("(\\w+)\\.(\\w+)\\(([^)]*)\\)");
    private static final Set<String> KEYWORDS =
            Set.of("execution", "true", "false", "null", "empty", "not", "and", "or");

    /** A call of a bean's method. */
    record Call(String bean, String method, int arguments) {}

    Stream<String> all() {
        var flows = texts(SequenceFlow.class, flow -> {
            var condition = flow.getConditionExpression();
            return condition == null ? null : condition.getTextContent();
        });
        var tasks = instances(UserTask.class)
                .flatMap(task -> Stream.of(task.getCamundaAssignee(), task.getCamundaDueDate()));
        return Stream.of(
                        flows,
                        timers(),
                        tasks,
                        texts(
                                MultiInstanceLoopCharacteristics.class,
                                MultiInstanceLoopCharacteristics::getCamundaCollection),
                        texts(CamundaInputParameter.class, ModelElementInstance::getTextContent))
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    Stream<String> timers() {
        return instances(TimerEventDefinition.class)
                .flatMap(timer -> Stream.of(timer.getTimeDate(), timer.getTimeCycle(), timer.getTimeDuration()))
                .filter(Objects::nonNull)
                .map(ModelElementInstance::getTextContent);
    }

    Set<Call> calls() {
        return all().flatMap(text -> CALL.matcher(text).results())
                .map(call -> new Call(
                        call.group(1),
                        call.group(2),
                        call.group(3).isBlank() ? 0 : call.group(3).split(",").length))
                .collect(Collectors.toSet());
    }

    /** Variables and beans that expressions read. */
    Set<String> roots() {
        return all().map(text -> TEXT.matcher(text).replaceAll(""))
                .flatMap(text -> ROOT.matcher(text).results())
                .map(match -> match.group())
                .filter(word -> !KEYWORDS.contains(word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Variables that the model makes itself, or hands on by name. */
    Set<String> named() {
        return Stream.of(
                        texts(
                                MultiInstanceLoopCharacteristics.class,
                                MultiInstanceLoopCharacteristics::getCamundaElementVariable),
                        texts(CamundaInputParameter.class, CamundaInputParameter::getCamundaName),
                        texts(CamundaIn.class, CamundaIn::getCamundaSource),
                        texts(CamundaOut.class, CamundaOut::getCamundaTarget))
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The words that conditions compare a variable with. */
    Set<String> wordsOf(String variable) {
        var comparison = Pattern.compile("\\b" + variable + " == '([^']*)'");
        return all().flatMap(text -> comparison.matcher(text).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private <E extends ModelElementInstance> Stream<String> texts(
            Class<E> type, java.util.function.Function<E, String> text) {
        return instances(type).map(text);
    }

    private <E extends ModelElementInstance> Stream<E> instances(Class<E> type) {
        return List.copyOf(model.getModelElementsByType(type)).stream();
    }
}

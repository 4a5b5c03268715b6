package dev.handover.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.shared.Slugged;
import dev.handover.shared.Step;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The models and the code that names their parts are the same, both ways. */
class ModelVocabularyTests {

    @ParameterizedTest
    @EnumSource
    void everyElementIsNamedInCodeAndEveryNameIsAnElement(Model model) {
        assertThat(ids(model, FlowNode.class)).containsExactlyInAnyOrderElementsOf(model.elements());
    }

    @ParameterizedTest
    @EnumSource
    void theProcessIsCalledLikeItsFile(Model model) {
        assertThat(ids(model, Process.class)).containsExactly(model.key());
    }

    @ParameterizedTest
    @EnumSource
    void serviceTasksCallTheNamedBeans(Model model) {
        var beans = values(model, ServiceTask.class, ServiceTask::getCamundaDelegateExpression);
        assertThat(beans).containsExactlyInAnyOrderElementsOf(expressions(model.delegates()));
        assertThat(beans).containsExactlyInAnyOrderElementsOf(namedLikeTheirElements(model, ServiceTask.class));
    }

    @ParameterizedTest
    @EnumSource
    void userTasksAreJudgedByTheNamedBeans(Model model) {
        var beans = values(model, CamundaTaskListener.class, CamundaTaskListener::getCamundaDelegateExpression);
        assertThat(beans).containsExactlyInAnyOrderElementsOf(expressions(model.listeners()));
        assertThat(beans).containsExactlyInAnyOrderElementsOf(namedLikeTheirElements(model, UserTask.class));
    }

    @ParameterizedTest
    @EnumSource
    void elementsStartWithTheNamedBeans(Model model) {
        var beans =
                values(model, CamundaExecutionListener.class, CamundaExecutionListener::getCamundaDelegateExpression);
        assertThat(Set.copyOf(beans)).containsExactlyInAnyOrderElementsOf(expressions(model.events()));
    }

    @Test
    void noTwoBeansHaveTheSameName() {
        assertThat(Arrays.stream(Model.values())
                        .flatMap(model -> Stream.of(model.delegates(), model.listeners(), model.events()))
                        .flatMap(List::stream))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void expressionsReadOnlyDeclaredVariablesAndEveryVariableIsUsed(Model model) {
        var expressions = new Expressions(model.read());
        var used = new HashSet<>(expressions.roots());
        used.addAll(expressions.named());
        used.addAll(handedOutBy(model));
        used.removeAll(Set.of(PeopleInModels.BEAN, DueDatesInModels.BEAN, RecordsCheckModel.NIGHTLY));
        used.removeAll(fieldsOnly(model));
        assertThat(used).containsExactlyInAnyOrderElementsOf(model.variables());
    }

    @Test
    void everyFieldOfAFormIsAskedForByAUserTask() {
        var asked = Arrays.stream(Model.values())
                .flatMap(model -> model.read().getModelElementsByType(UserTask.class).stream())
                .flatMap(ModelVocabularyTests::fieldsOf);
        assertThat(asked.collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        FormFields.ALL.stream().map(ProcessVariable::name).toList());
    }

    @Test
    void callActivitiesHandOverVariablesThatTheCalledModelKnows() {
        for (var model : Model.values()) {
            for (var call : model.read().getModelElementsByType(CallActivity.class)) {
                var called = Model.of(call.getCalledElement()).variables();
                assertThat(called).containsAll(mappings(call, CamundaIn.class, CamundaIn::getCamundaTarget));
                assertThat(called).containsAll(mappings(call, CamundaOut.class, CamundaOut::getCamundaSource));
            }
        }
    }

    @Test
    void conditionsCompareWithTheWordsOfTheVariableAndWithEachOfThem() {
        assertWords(Model.GO_LIVE, GoLiveModel.SIGN_OFF_OUTCOME, SignOffModel.Outcome.values());
        assertWords(Model.GO_LIVE, GoLiveModel.RELEASE_OUTCOME, ReleaseModel.Outcome.values());
        assertWords(Model.GO_LIVE, GoLiveModel.NIGHT, GoLiveModel.Night.values());
        assertWords(
                Model.VALIDATION_STEP, ValidationStepModel.CHECK_OUTCOME, ValidationStepModel.CheckOutcome.values());
        assertWords(Model.RELEASE, ReleaseModel.GO_DECISION, ReleaseModel.GoDecision.values());
        assertWords(Model.RELEASE, ReleaseModel.RESUME_DECISION, ReleaseModel.ResumeDecision.values());
    }

    @Test
    void expressionsCallTheBeansAsTheirContractsSayAndEveryMethodIsCalled() {
        var calls = Arrays.stream(Model.values())
                .flatMap(model -> new Expressions(model.read()).calls().stream())
                .collect(Collectors.toSet());
        assertThat(calls)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                contract(PeopleInModels.BEAN, PeopleInModels.class),
                                contract(DueDatesInModels.BEAN, DueDatesInModels.class))
                        .toList());
    }

    @Test
    void messagesErrorsAndFormsAreTheNamedOnes() {
        assertThat(overAll(Message.class, Message::getName)).containsExactlyInAnyOrderElementsOf(Messages.ALL);
        assertThat(overAll(Message.class, Message::getId)).containsExactlyInAnyOrderElementsOf(Messages.ALL);
        assertThat(overAll(Error.class, Error::getErrorCode)).containsExactlyInAnyOrderElementsOf(Errors.ALL);
        var forms = overAll(UserTask.class, UserTask::getCamundaFormRef);
        forms.addAll(overAll(StartEvent.class, StartEvent::getCamundaFormRef));
        assertThat(forms).containsExactlyInAnyOrderElementsOf(Forms.ALL);
    }

    @Test
    void theEightStepsAreThereByTheirOwnNames() {
        var model = Model.VALIDATION.read();
        for (var step : Step.validated()) {
            CallActivity call = model.getModelElementById("CallActivity_" + camel(step));
            assertThat(call.getName()).isEqualTo(step.title());
            assertThat(mappings(call, CamundaIn.class, CamundaIn::getCamundaSourceExpression))
                    .containsExactly(step.slug());
        }
        assertThat(((FlowNode) Model.SIGN_OFF.read().getModelElementById("SubProcess_SignOffs")).getName())
                .isEqualTo(Step.SIGN_OFF.title());
    }

    private static <E extends Enum<E> & Slugged> void assertWords(Model model, ProcessVariable<E> variable, E[] words) {
        assertThat(new Expressions(model.read()).wordsOf(variable.name()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(words).map(Slugged::slug).toList());
    }

    /** What callers take over when the process ends. */
    private static Set<String> handedOutBy(Model model) {
        return Arrays.stream(Model.values())
                .flatMap(caller -> caller.read().getModelElementsByType(CallActivity.class).stream())
                .filter(call -> call.getCalledElement().equals(model.key()))
                .flatMap(call -> mappings(call, CamundaOut.class, CamundaOut::getCamundaSource).stream())
                .collect(Collectors.toSet());
    }

    /** Fields that are not variables of the process as well. */
    private static Set<String> fieldsOnly(Model model) {
        var fields = model.read().getModelElementsByType(UserTask.class).stream()
                .flatMap(ModelVocabularyTests::fieldsOf)
                .collect(Collectors.toSet());
        fields.removeAll(model.variables());
        return fields;
    }

    private static Stream<String> fieldsOf(UserTask task) {
        return task.getModelInstance().getModelElementsByType(CamundaInputParameter.class).stream()
                .filter(parameter -> parameter
                        .getParentElement()
                        .getParentElement()
                        .getParentElement()
                        .equals(task))
                .filter(parameter -> parameter.getTextContent().isBlank())
                .map(CamundaInputParameter::getCamundaName);
    }

    private static <E extends ModelElementInstance> List<String> mappings(
            CallActivity call, Class<E> type, Function<E, String> value) {
        return call.getExtensionElements().getElementsQuery().filterByType(type).list().stream()
                .map(value)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Stream<Expressions.Call> contract(String bean, Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map((Method method) -> new Expressions.Call(bean, method.getName(), method.getParameterCount()));
    }

    private static <E extends ModelElementInstance> Set<String> overAll(Class<E> type, Function<E, String> value) {
        return Arrays.stream(Model.values())
                .flatMap(model -> values(model, type, value).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static <E extends ModelElementInstance> List<String> values(
            Model model, Class<E> type, Function<E, String> value) {
        return model.read().getModelElementsByType(type).stream()
                .map(value)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<String> ids(Model model, Class<? extends ModelElementInstance> type) {
        return values(model, type, element -> element.getAttributeValue("id"));
    }

    private static List<String> namedLikeTheirElements(Model model, Class<? extends FlowNode> type) {
        return expressions(ids(model, type).stream()
                .map(id -> id.substring(id.indexOf('_') + 1))
                .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
                .toList());
    }

    private static List<String> expressions(Collection<String> beans) {
        return beans.stream().map("${%s}"::formatted).toList();
    }

    private static String camel(Step step) {
        return Arrays.stream(step.slug().split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}

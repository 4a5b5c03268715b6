package dev.handover.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a form asks is what its user task keeps to itself. A field that the task does not declare would be written to the
 * whole process, and open the next form already filled in.
 */
class FormsOfModelsTests {

    private final ObjectMapper json = new ObjectMapper();

    static Stream<Arguments> tasks() {
        return Stream.of(Model.values())
                .flatMap(model -> model.read().getModelElementsByType(UserTask.class).stream())
                .map(task -> Arguments.of(task.getId(), task.getCamundaFormRef(), declaredBy(task)));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void theTaskDeclaresTheFieldsOfItsForm(String task, String form, Collection<String> declared) {
        assertThat(fieldsOf(form)).isEqualTo(Set.copyOf(declared));
    }

    @Test
    void theStartFormHandsOverThePlanInOneVariable() {
        assertThat(fieldsOf(Forms.GO_LIVE_START)).containsExactly("submission");
    }

    private static Set<String> declaredBy(UserTask task) {
        return task.getModelInstance().getModelElementsByType(CamundaInputParameter.class).stream()
                .filter(field -> field.getParentElement()
                        .getParentElement()
                        .getParentElement()
                        .equals(task))
                .filter(field -> field.getTextContent().isBlank())
                .map(CamundaInputParameter::getCamundaName)
                .collect(Collectors.toSet());
    }

    private Set<String> fieldsOf(String form) {
        try (var content = getClass().getResourceAsStream("/forms/" + form + ".form")) {
            var fields = new TreeSet<String>();
            collect(json.readTree(content), fields);
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A group with a path is one variable of that name. */
    private static void collect(JsonNode component, Set<String> fields) {
        for (var child : component.path("components")) {
            if (child.hasNonNull("path") && !child.get("path").asText().isEmpty()) {
                fields.add(child.get("path").asText());
            } else if (child.hasNonNull("key")) {
                fields.add(child.get("key").asText());
            } else {
                collect(child, fields);
            }
        }
    }
}

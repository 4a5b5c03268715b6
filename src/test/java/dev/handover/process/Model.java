package dev.handover.process;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** The models as they are packaged, each with its part of the vocabulary. */
enum Model {
    GO_LIVE(
            GoLiveModel.KEY,
            GoLiveModel.Element.class,
            GoLiveModel.Delegates.ALL,
            GoLiveModel.Listeners.ALL,
            GoLiveModel.Events.ALL,
            GoLiveModel.VARIABLES),
    PREREQUISITES(
            PrerequisitesModel.KEY,
            PrerequisitesModel.Element.class,
            List.of(),
            PrerequisitesModel.Listeners.ALL,
            List.of(),
            PrerequisitesModel.VARIABLES),
    VALIDATION(
            ValidationModel.KEY,
            ValidationModel.Element.class,
            List.of(),
            List.of(),
            List.of(),
            ValidationModel.VARIABLES),
    VALIDATION_STEP(
            ValidationStepModel.KEY,
            ValidationStepModel.Element.class,
            ValidationStepModel.Delegates.ALL,
            ValidationStepModel.Listeners.ALL,
            List.of(),
            ValidationStepModel.VARIABLES),
    SIGN_OFF(
            SignOffModel.KEY,
            SignOffModel.Element.class,
            SignOffModel.Delegates.ALL,
            SignOffModel.Listeners.ALL,
            List.of(),
            SignOffModel.VARIABLES),
    RELEASE(
            ReleaseModel.KEY,
            ReleaseModel.Element.class,
            ReleaseModel.Delegates.ALL,
            ReleaseModel.Listeners.ALL,
            List.of(),
            ReleaseModel.VARIABLES),
    STABILIZATION(
            StabilizationModel.KEY,
            StabilizationModel.Element.class,
            StabilizationModel.Delegates.ALL,
            StabilizationModel.Listeners.ALL,
            List.of(),
            StabilizationModel.VARIABLES),
    CLOSE(CloseModel.KEY, CloseModel.Element.class, CloseModel.Delegates.ALL, List.of(), List.of(), List.of()),
    NOTICE(
            NoticeModel.KEY,
            NoticeModel.Element.class,
            NoticeModel.Delegates.ALL,
            List.of(),
            List.of(),
            NoticeModel.VARIABLES),
    DIGEST(
            DigestModel.KEY,
            DigestModel.Element.class,
            DigestModel.Delegates.ALL,
            List.of(),
            List.of(),
            DigestModel.VARIABLES),
    RECORDS_CHECK(
            RecordsCheckModel.KEY,
            RecordsCheckModel.Element.class,
            RecordsCheckModel.Delegates.ALL,
            List.of(),
            List.of(),
            RecordsCheckModel.VARIABLES);

    private final String key;
    private final Class<? extends Enum<?>> elements;
    private final List<String> delegates;
    private final List<String> listeners;
    private final List<String> events;
    private final List<ProcessVariable<?>> variables;

    Model(
            String key,
            Class<? extends Enum<?>> elements,
            List<String> delegates,
            List<String> listeners,
            List<String> events,
            List<ProcessVariable<?>> variables) {
        this.key = key;
        this.elements = elements;
        this.delegates = delegates;
        this.listeners = listeners;
        this.events = events;
        this.variables = variables;
    }

    static Model of(String key) {
        return Arrays.stream(values())
                .filter(model -> model.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no model \"" + key + "\""));
    }

    String key() {
        return key;
    }

    String resource() {
        return "bpmn/" + key + ".bpmn";
    }

    /** Read afresh, so a test may change what it gets. */
    BpmnModelInstance read() {
        return Bpmn.readModelFromStream(getClass().getClassLoader().getResourceAsStream(resource()));
    }

    Set<String> elements() {
        return Arrays.stream(elements.getEnumConstants()).map(Enum::name).collect(Collectors.toSet());
    }

    List<String> delegates() {
        return delegates;
    }

    List<String> listeners() {
        return listeners;
    }

    List<String> events() {
        return events;
    }

    Set<String> variables() {
        return variables.stream().map(ProcessVariable::name).collect(Collectors.toSet());
    }
}

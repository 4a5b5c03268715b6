package dev.handover.process;

import dev.handover.shared.Step;
import java.util.List;

/** Names shared with {@code bpmn/validation.bpmn}; {@code ModelVocabularyTests} fails if the two differ. */
final class ValidationModel {

    static final String KEY = "validation";

    enum Element {
        StartEvent_ValidationOpened,
        Gateway_StepsFork,
        Gateway_StepsJoin,
        EndEvent_AllStepsPassed,
        CallActivity_Environment,
        CallActivity_Access,
        CallActivity_Workflows,
        CallActivity_Integrations,
        CallActivity_Operations,
        CallActivity_KnownIssues,
        CallActivity_RollbackCriteria,
        EventSubProcess_StepReopened,
        StartEvent_StepReopened,
        CallActivity_RevalidateStep,
        EndEvent_StepRevalidated
    }

    /** The step to validate again. */
    static final ProcessVariable<Step> STEP = ValidationStepModel.STEP;

    static final List<ProcessVariable<?>> VARIABLES = List.of(STEP);

    private ValidationModel() {}
}

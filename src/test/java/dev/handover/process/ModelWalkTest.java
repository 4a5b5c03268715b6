package dev.handover.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Walks one model on every path; that it is every path is shown last, from the history the walks have left. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ModelWalkTest extends EngineTest {

    private static final String MULTI_INSTANCE_BODY = "#multiInstanceBody";

    protected final Model model;

    ModelWalkTest(Model model) {
        super(model);
        this.model = model;
    }

    /** Fails if it runs alone: it looks at what the other tests of the class have done. */
    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementWasPassedByTheOtherTests() {
        var passed = history
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(definitionOf(model))
                .finished()
                .list()
                .stream()
                .filter(EngineTest::isPassed)
                .map(HistoricActivityInstance::getActivityId)
                .filter(id -> !id.endsWith(MULTI_INSTANCE_BODY))
                .collect(Collectors.toSet());
        assertThat(passed).containsExactlyInAnyOrderElementsOf(model.elements());
    }
}

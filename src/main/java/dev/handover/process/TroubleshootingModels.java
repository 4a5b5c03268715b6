package dev.handover.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/** The troubleshooting tables that the engine holds: those of the product, and editions beside them. */
@Component
class TroubleshootingModels {

    private static final String RESOURCE = "bpmn/troubleshooting.dmn";

    private final RepositoryService repository;
    private final IdentityService identity;

    TroubleshootingModels(RepositoryService repository, IdentityService identity) {
        this.repository = repository;
        this.identity = identity;
    }

    /** Id of the table that came with the newest version of the product. */
    String shipped() {
        return asProcess(() -> repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(Decisions.Troubleshooting.KEY)
                .orderByDecisionDefinitionVersion()
                .desc()
                .list()
                .stream()
                .filter(table -> !TroubleshootingDocument.EDITION.equals(table.getVersionTag()))
                .map(DecisionDefinition::getId)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the product's troubleshooting table is not deployed")));
    }

    String document(String definition) {
        return asProcess(() -> {
            try (var model = repository.getDecisionModel(definition)) {
                return new String(model.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read decision " + definition, e);
            }
        });
    }

    /**
     * Gives the engine a document that {@link TroubleshootingDocument#write} made. The guard against deployments looks at people; this
     * is the product's own act.
     *
     * @return id of the table
     */
    String deploy(String document) {
        return asProcess(() -> repository
                .createDeployment()
                .name("troubleshooting edition")
                .addString(RESOURCE, document)
                .deployWithResult()
                .getDeployedDecisionDefinitions()
                .get(0)
                .getId());
    }

    private <T> T asProcess(Supplier<T> call) {
        return Caller.asProcess(identity, call);
    }
}

package dev.handover.process;

import dev.handover.development.EmbeddedDatabase;
import java.nio.file.Path;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * One engine for all walks of a test run, with a database server of its own that stops with the run: expressions find the
 * beans of {@code Mocks}, jobs run when a test says so, and an error that nothing catches fails loudly, as in the product.
 */
final class TestEngine implements BeforeAllCallback {

    private static volatile ProcessEngine engine;

    /** The engine, once the first test class has begun. */
    static ProcessEngine get() {
        return engine;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.create(TestEngine.class))
                .getOrComputeIfAbsent(Running.class, key -> new Running());
    }

    /** Closed by JUnit after the last test of the run. */
    private static final class Running implements Store.CloseableResource {

        private final EmbeddedDatabase database = EmbeddedDatabase.disposable(Path.of("target", "models"));

        private Running() {
            var configuration = new StandaloneProcessEngineConfiguration();
            configuration
                    .setProcessEngineName("models")
                    .setJdbcDriver("org.postgresql.Driver")
                    .setJdbcUrl(database.url("postgres"))
                    .setJdbcUsername(database.user())
                    .setJdbcPassword("")
                    .setDatabaseSchemaUpdate("true")
                    .setJobExecutorActivate(false)
                    .setHistory("full");
            configuration.setExpressionManager(new MockExpressionManager());
            configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
            engine = configuration.buildProcessEngine();
            ProcessEngines.unregister(engine); // Spring contexts of other tests expect to be the only engine
        }

        @Override
        public void close() {
            engine.close();
            database.close();
        }
    }
}

package dev.handover.process.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** What cannot be said in {@code application.yml}; and the engine waits for Flyway, which makes its tables. */
@Component
@DependsOnDatabaseInitialization
class EngineSettings extends AbstractProcessEnginePlugin {

    private final RefusedWork refused;

    EngineSettings(RefusedWork refused) {
        this.refused = refused;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setTaskService(new FormTaskService());
        configuration.setFormService(new TaskFormService());
        configuration.setResourceAuthorizationProvider(new NoRowsPerTask());
        configuration.setCommandCheckers(List.of(new TenantCommandChecker(), new TaskRights()));
        configuration.setCustomSessionFactories(List.of(new QueryRights.Factory()));
        configuration.setCustomPreCommandInterceptorsTxRequired(interceptors(configuration));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(interceptors(configuration));
    }

    private List<CommandInterceptor> interceptors(ProcessEngineConfigurationImpl configuration) {
        return List.of(
                new ReadableRefusals(configuration, refused), new EngineGuard(configuration.getIdentityService()));
    }
}

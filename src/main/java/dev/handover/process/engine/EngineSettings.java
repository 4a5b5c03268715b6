package dev.handover.process.engine;

import dev.handover.access.LockoutSettings;
import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
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
    private final PasswordPolicy passwords;
    private final LockoutSettings lockout;

    EngineSettings(RefusedWork refused, PasswordPolicy passwords, LockoutSettings lockout) {
        this.refused = refused;
        this.passwords = passwords;
        this.lockout = lockout;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setPasswordPolicy(passwords);
        lockAccounts(configuration);
        configuration.setTaskService(new FormTaskService());
        configuration.setFormService(new TaskFormService());
        configuration.setResourceAuthorizationProvider(new NoRowsPerTask());
        configuration.setCommandCheckers(List.of(new TenantCommandChecker(), new TaskRights()));
        configuration.setCustomSessionFactories(List.of(new QueryRights.Factory(), new TaskLists.Factory()));
        configuration.setCustomPreCommandInterceptorsTxRequired(interceptors(configuration));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(interceptors(configuration));
    }

    private void lockAccounts(ProcessEngineConfigurationImpl configuration) {
        configuration.setLoginMaxAttempts(lockout.attempts());
        configuration.setLoginDelayBase((int) lockout.firstDelay().toSeconds());
        configuration.setLoginDelayFactor(lockout.factor());
        configuration.setLoginDelayMaxTime((int) lockout.longestDelay().toSeconds());
    }

    /** After the starter has set its own, and the engine has read its statements. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        TaskLists.addStatements(configuration.getSqlSessionFactory().getConfiguration());
        configuration.setFailedJobCommandFactory(new ReadableFailures(configuration.getFailedJobCommandFactory()));
    }

    private List<CommandInterceptor> interceptors(ProcessEngineConfigurationImpl configuration) {
        return List.of(
                new ReadableRefusals(configuration, refused), new EngineGuard(configuration.getIdentityService()));
    }
}

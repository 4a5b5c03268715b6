package dev.handover.process;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.ProcessEngineServicesAware;

/** On whose behalf the engine is called. */
final class Caller {

    private Caller() {}

    /** The person who is logged in; empty in a job, where the process acts by itself. */
    static Optional<String> of(ProcessEngineServicesAware execution) {
        return Optional.ofNullable(execution
                        .getProcessEngineServices()
                        .getIdentityService()
                        .getCurrentAuthentication())
                .map(authentication -> authentication.getUserId());
    }

    /**
     * Calls the engine as the process itself. The domain has decided by then whether the person may do it; the person needs no
     * right of their own on the instances that have to hear of it.
     */
    static <T> T asProcess(IdentityService identity, Supplier<T> call) {
        var person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return call.get();
        } finally {
            identity.setAuthentication(person);
        }
    }
}

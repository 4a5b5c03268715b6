package dev.handover;

import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.test.context.TestComponent;

/** Drives the engine's jobs in a test, in the test's own thread: what fails, fails the test. */
@TestComponent
public class EngineJobs {

    /** More jobs than any test needs: a loop in a model ends as a failure, not as a hanging build. */
    private static final int LIMIT = 5_000;

    private final ManagementService management;
    private final RuntimeService runtime;

    EngineJobs(ManagementService management, RuntimeService runtime) {
        this.management = management;
        this.runtime = runtime;
    }

    /** Executes what is due now, by the engine's clock, in all process instances of the business key, until nothing is. */
    public void runDue(String businessKey) {
        for (var executed = 0; executed < LIMIT; executed++) {
            var next = nextDue(businessKey);
            if (next.isEmpty()) {
                return;
            }
            management.executeJob(next.get().getId());
        }
        throw new AssertionError("more than %d jobs for %s: does a model loop?".formatted(LIMIT, businessKey));
    }

    private Optional<Job> nextDue(String businessKey) {
        var instances = runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .map(Execution::getProcessInstanceId)
                .collect(Collectors.toSet());
        return instances.isEmpty()
                ? Optional.empty()
                : management.createJobQuery().executable().processInstanceIds(instances).listPage(0, 1).stream()
                        .findFirst();
    }
}

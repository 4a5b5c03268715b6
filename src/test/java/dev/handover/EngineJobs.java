package dev.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.test.context.TestComponent;

/** Drives the engine's jobs in a test, in the test's own thread. */
@TestComponent
public class EngineJobs {

    /** More jobs than any test needs: a loop in a model ends as a failure, not as a hanging build. */
    private static final int LIMIT = 5_000;

    /** More tries than any retry cycle of the models has. */
    private static final int MOST_TRIES = 200;

    private final ManagementService management;
    private final RuntimeService runtime;

    EngineJobs(ManagementService management, RuntimeService runtime) {
        this.management = management;
        this.runtime = runtime;
    }

    /**
     * Executes what is due now, by the engine's clock, in all process instances of the business key, until nothing is. What fails, fails
     * the test.
     */
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

    /** Tries whatever waits for no timer as often as the models say, at once, whether it fails or not. */
    public void tryInVain(String businessKey) {
        for (var tried = 0; tried < MOST_TRIES; tried++) {
            var jobs = withRetriesLeft(businessKey);
            if (jobs.isEmpty()) {
                return;
            }
            jobs.forEach(this::tryOnce);
        }
        throw new AssertionError("jobs of %s are tried for ever".formatted(businessKey));
    }

    private void tryOnce(Job job) {
        try {
            management.executeJob(job.getId());
        } catch (RuntimeException failure) {
            assertThat(management.getJobExceptionStacktrace(job.getId())).contains("Caused by");
        }
    }

    /** Those of failed jobs; what a call activity hands up has no job and is left out. */
    public List<Incident> incidents(String businessKey) {
        return instances(businessKey).stream()
                .flatMap(instance -> runtime.createIncidentQuery().processInstanceId(instance).list().stream())
                .filter(incident -> incident.getConfiguration() != null)
                .toList();
    }

    private List<Job> withRetriesLeft(String businessKey) {
        var instances = instances(businessKey);
        return instances.isEmpty()
                ? List.of()
                : management
                        .createJobQuery()
                        .processInstanceIds(instances)
                        .messages()
                        .withRetriesLeft()
                        .list();
    }

    private Set<String> instances(String businessKey) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .map(Execution::getProcessInstanceId)
                .collect(Collectors.toSet());
    }

    private Optional<Job> nextDue(String businessKey) {
        var instances = instances(businessKey);
        return instances.isEmpty()
                ? Optional.empty()
                : management.createJobQuery().executable().processInstanceIds(instances).listPage(0, 1).stream()
                        .findFirst();
    }
}

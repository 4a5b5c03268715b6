package dev.handover.checks;

import dev.handover.checks.CheckExecution.Means;
import dev.handover.checks.guard.GuardedClient;
import dev.handover.checks.guard.Secrets;
import dev.handover.checks.guard.TimeLimit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Runs checks, several at once, within the limits of {@link CheckProperties}. */
@Service
public class CheckRunner implements AutoCloseable {

    /** How long a run waits for checks whose connections were cut to come back with what they know. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final Map<Class<?>, Check<?>> checks;
    private final Means means;
    private final Duration runDeadline;
    private final Lanes lanes;

    /** @throws IllegalStateException if a kind of target has no check, or two */
    CheckRunner(List<Check<?>> checks, GuardedClient client, Secrets secrets, CheckProperties properties, Clock clock) {
        this.checks = checks.stream().collect(Collectors.toUnmodifiableMap(Check::kind, Function.identity()));
        for (Class<?> kind : CheckTarget.class.getPermittedSubclasses()) {
            if (!this.checks.containsKey(kind)) {
                throw new IllegalStateException("no check for targets of kind " + kind.getSimpleName());
            }
        }
        this.means = new Means(client, secrets, clock, properties);
        this.runDeadline = properties.runDeadline();
        this.lanes = new Lanes(properties.parallel(), properties.parallelPerHost());
    }

    /**
     * Runs the checks and waits for them, at most the run's deadline, the time reserved for clean-up, and a second.
     *
     * <p>Safe to call again with the same requests: checks only read, except scripted workflows, which write and clean up
     * after themselves. If this application is killed in the middle of one, what it created may stay; the next run creates its
     * own.
     *
     * @return one result for each request, in the same order
     * @throws IllegalStateException if the calling thread is interrupted; the checks are cut off then, and workflows still
     *     clean up
     */
    public List<CheckResult> run(List<CheckRequest> requests) {
        try (TimeLimit limit = means.client().limit(runDeadline)) {
            List<CheckExecution<?>> executions = requests.stream()
                    .<CheckExecution<?>>map(request -> execution(request, checkOf(request), limit))
                    .toList();
            try {
                executions.forEach(execution -> lanes.submit(limit, execution.host(), execution));
                await(executions, limit.remaining());
            } finally {
                lanes.withdraw(limit);
                limit.end();
            }
            await(
                    executions.stream().filter(CheckExecution::mayBeCleaningUp).toList(),
                    means.limits().cleanUpTimeout());
            return executions.stream().map(CheckRunner::resultOf).toList();
        }
    }

    private Check<?> checkOf(CheckRequest request) {
        return checks.get(request.target().getClass());
    }

    private <T extends CheckTarget> CheckExecution<T> execution(CheckRequest request, Check<T> check, TimeLimit limit) {
        return new CheckExecution<>(request, check, means, limit);
    }

    private static CheckResult resultOf(CheckExecution<?> execution) {
        return execution.result().isDone() ? execution.result().join() : execution.unfinished();
    }

    private static void await(List<CheckExecution<?>> executions, Duration atMost) {
        CompletableFuture<?>[] results =
                executions.stream().map(CheckExecution::result).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(results).get(atMost.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // What has not ended by now is reported as unfinished.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while checks were running", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a check always completes with a result", e);
        }
    }

    /** Takes no more checks. */
    @Override
    public void close() {
        lanes.close();
    }
}

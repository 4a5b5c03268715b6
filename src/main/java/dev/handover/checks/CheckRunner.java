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
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/** Runs checks, several at once, within the limits of {@link CheckProperties}. Stops first when the node shuts down. */
@Service
public class CheckRunner implements SmartLifecycle, AutoCloseable {

    /** How long a run waits for checks whose connections were cut to come back with what they know. */
    private static final Duration GRACE = Duration.ofMillis(500);

    /** How often a run that waits asks whether its results are still wanted. */
    private static final Duration GLANCE = Duration.ofMillis(400);

    private final Map<Class<?>, Check<?>> checks;
    private final Means means;
    private final Duration runDeadline;
    private final Lanes lanes;
    private volatile boolean running = true;

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

    /** As {@link #run(List, BooleanSupplier)}, for results that stay wanted whatever happens. */
    public List<CheckResult> run(List<CheckRequest> requests) {
        return run(requests, () -> true);
    }

    /**
     * Runs the checks and waits for them, at most the run's deadline, the time reserved for clean-up, and a second.
     *
     * <p>Safe to call again with the same requests: checks only read, except scripted workflows, which write and clean up
     * after themselves. If this application is killed in the middle of one, what it created may stay; the next run creates its
     * own.
     *
     * @param stillWanted asked about twice a second, in the calling thread; what it throws cuts the run off as well
     * @return one result for each request, in the same order
     * @throws ChecksCutOff within a second after they are no longer wanted, this node shuts down, or the thread is interrupted;
     *     workflows still clean up
     */
    public List<CheckResult> run(List<CheckRequest> requests, BooleanSupplier stillWanted) {
        requireGoingOn();
        try (TimeLimit limit = means.client().limit(runDeadline)) {
            List<CheckExecution<?>> executions = requests.stream()
                    .<CheckExecution<?>>map(request -> execution(request, checkOf(request), limit))
                    .toList();
            try {
                executions.forEach(execution -> lanes.submit(limit, execution.host(), execution::run));
                await(executions, limit, stillWanted);
            } finally {
                lanes.withdraw(limit);
                limit.end();
                awaitCleanUp(executions);
            }
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

    private void await(List<CheckExecution<?>> executions, TimeLimit limit, BooleanSupplier stillWanted) {
        var all = CompletableFuture.allOf(
                executions.stream().map(CheckExecution::result).toArray(CompletableFuture[]::new));
        long end = System.nanoTime() + limit.remaining().plus(GRACE).toNanos();
        while (!await(all, Math.min(GLANCE.toNanos(), end - System.nanoTime())) && System.nanoTime() - end < 0) {
            requireGoingOn();
            if (!stillWanted.getAsBoolean()) {
                throw new ChecksCutOff("what they are about has changed.");
            }
        }
        requireGoingOn(); // what was cut off by the shutdown has a result, too, and it is none
    }

    /** What writes is let put right what it did, also if nobody wants its results any more. */
    private void awaitCleanUp(List<CheckExecution<?>> executions) {
        var cleaning = CompletableFuture.allOf(executions.stream()
                .filter(CheckExecution::mayBeCleaningUp)
                .map(CheckExecution::result)
                .toArray(CompletableFuture[]::new));
        await(cleaning, means.limits().cleanUpTimeout().plus(GRACE).toNanos());
    }

    /** @return false if there is more to wait for, or was when the time was over: that is reported as unfinished */
    private static boolean await(CompletableFuture<Void> all, long nanos) {
        try {
            all.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChecksCutOff("interrupted while they were running.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a check always completes with a result", e);
        }
    }

    private void requireGoingOn() {
        if (!running) {
            throw new ChecksCutOff("this node shuts down.");
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Cuts off what runs and takes no more checks, while the engine can still give the jobs back. */
    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void close() {
        stop();
        lanes.close();
    }
}

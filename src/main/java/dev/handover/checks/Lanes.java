package dev.handover.checks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Runs work within two limits: so much of one run at once, and so much at once against one host, whoever asks it. There is
 * no third one over all runs, which would let runs whose hosts hang take the places of the others.
 *
 * <p>Work that has to wait holds no thread. Where several runs want the same host they take turns, and so do the hosts of a
 * run. A host that lets work run out of time is asked half as much at once, down to one at a time, until it answers again.
 */
final class Lanes implements AutoCloseable {

    private static final long IDLE_SECONDS = 10;

    /** What one run has under way and has waiting, by host; the host whose turn is next comes first. */
    private static final class Run {
        private final Map<Optional<String>, Deque<BooleanSupplier>> waiting = new LinkedHashMap<>();
        private int running;
    }

    /** What is under way against one host, and how much may be. The rounds count how often it was given fewer places. */
    private static final class Host {
        private int running;
        private int places;
        private int rounds;

        private Host(int places) {
            this.places = places;
        }
    }

    /** @param round of its host when it started: of all that ran out of time together, only the first takes places away */
    private record Work(Object run, Optional<String> host, BooleanSupplier task, int round) {}

    private final int parallelPerRun;
    private final int parallelPerHost;
    private final ExecutorService threads;

    /** The run whose turn is next comes first. */
    private final Map<Object, Run> runs = new LinkedHashMap<>();

    private final Map<String, Host> hosts = new HashMap<>();

    Lanes(int parallelPerRun, int parallelPerHost) {
        this.parallelPerRun = parallelPerRun;
        this.parallelPerHost = parallelPerHost;
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), Lanes::newThread);
    }

    private static Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "check");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * @param run whose places the work takes
     * @param host empty for work that calls nobody
     * @param task says whether the host did better than to let it run out of time
     */
    synchronized void submit(Object run, Optional<String> host, BooleanSupplier task) {
        runs.computeIfAbsent(run, any -> new Run())
                .waiting
                .computeIfAbsent(host, any -> new ArrayDeque<>())
                .add(task);
        startWhatFits();
    }

    private void startWhatFits() {
        while (!threads.isShutdown()) {
            var next = takeNext();
            if (next.isEmpty()) {
                return;
            }
            threads.execute(() -> work(next.get()));
        }
    }

    private void work(Work work) {
        var answered = true;
        try {
            answered = work.task().getAsBoolean();
        } finally {
            finished(work, answered);
        }
    }

    private synchronized void finished(Work work, boolean answered) {
        var run = runs.get(work.run());
        run.running--;
        if (run.running == 0 && run.waiting.isEmpty()) {
            runs.remove(work.run());
        }
        work.host().ifPresent(host -> leave(host, work.round(), answered));
        startWhatFits();
    }

    private void leave(String name, int round, boolean answered) {
        var host = hosts.get(name);
        host.running--;
        if (answered) {
            host.places = parallelPerHost;
        } else if (host.rounds == round) {
            host.places = Math.max(1, host.places / 2);
            host.rounds++;
        }
        if (host.running == 0 && host.places == parallelPerHost) {
            hosts.remove(name);
        }
    }

    /** The first work that may start, of the first run that has some; that run then goes to the end of the line. */
    private Optional<Work> takeNext() {
        for (var entry : runs.entrySet()) {
            var taken = takeOf(entry.getKey(), entry.getValue());
            if (taken.isPresent()) {
                runs.remove(entry.getKey());
                runs.put(taken.get().run(), entry.getValue());
                return taken;
            }
        }
        return Optional.empty();
    }

    private Optional<Work> takeOf(Object key, Run run) {
        if (run.running >= parallelPerRun) {
            return Optional.empty();
        }
        return run.waiting.keySet().stream().filter(this::hasPlace).findFirst().map(host -> take(key, run, host));
    }

    private Work take(Object key, Run run, Optional<String> host) {
        var lane = run.waiting.remove(host);
        var task = lane.remove();
        if (!lane.isEmpty()) {
            run.waiting.put(host, lane);
        }
        run.running++;
        return new Work(key, host, task, host.map(this::enter).orElse(0));
    }

    private boolean hasPlace(Optional<String> host) {
        return host.map(hosts::get).map(known -> known.running < known.places).orElse(true);
    }

    private int enter(String name) {
        var host = hosts.computeIfAbsent(name, any -> new Host(parallelPerHost));
        host.running++;
        return host.rounds;
    }

    /** Forgets what a run still has waiting. */
    synchronized void withdraw(Object run) {
        var known = runs.get(run);
        if (known != null) {
            known.waiting.clear();
            if (known.running == 0) {
                runs.remove(run);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

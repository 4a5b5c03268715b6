package dev.handover.checks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs work within two limits: so much at once altogether, and so much at once against one host. Work that has to wait for
 * its host holds no thread meanwhile, and runs take turns, so that a large one does not make a small one wait for its end.
 */
final class Lanes implements AutoCloseable {

    /** @param host empty for work that calls nobody */
    private record Work(Optional<String> host, Runnable task) {}

    private final int parallel;
    private final int parallelPerHost;
    private final ExecutorService threads;

    /** Waiting work of each run; the run whose turn is next comes first. */
    private final Map<Object, Deque<Work>> waiting = new LinkedHashMap<>();

    private final Map<String, Integer> busy = new HashMap<>();
    private int running;

    Lanes(int parallel, int parallelPerHost) {
        this.parallel = parallel;
        this.parallelPerHost = parallelPerHost;
        var pool = new ThreadPoolExecutor(
                parallel, parallel, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Lanes::newThread);
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    private static Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "check");
        thread.setDaemon(true);
        return thread;
    }

    /** @param run whose turn the work counts against */
    synchronized void submit(Object run, Optional<String> host, Runnable task) {
        waiting.computeIfAbsent(run, any -> new ArrayDeque<>()).add(new Work(host, task));
        startWhatFits();
    }

    private synchronized void finished(Work work) {
        running--;
        work.host().ifPresent(host -> busy.merge(host, -1, (count, less) -> count + less == 0 ? null : count + less));
        startWhatFits();
    }

    private void startWhatFits() {
        while (running < parallel) {
            Optional<Work> next = takeNext();
            if (next.isEmpty()) {
                return;
            }
            start(next.get());
        }
    }

    private void start(Work work) {
        running++;
        work.host().ifPresent(host -> busy.merge(host, 1, Integer::sum));
        threads.execute(() -> {
            try {
                work.task().run();
            } finally {
                finished(work);
            }
        });
    }

    /** The first work that may start, of the first run that has some; that run then goes to the end of the line. */
    private Optional<Work> takeNext() {
        for (Map.Entry<Object, Deque<Work>> run : waiting.entrySet()) {
            Iterator<Work> works = run.getValue().iterator();
            while (works.hasNext()) {
                Work work = works.next();
                if (mayStart(work)) {
                    works.remove();
                    moveToTheEnd(run.getKey(), run.getValue());
                    return Optional.of(work);
                }
            }
        }
        return Optional.empty();
    }

    private void moveToTheEnd(Object run, Deque<Work> rest) {
        waiting.remove(run);
        if (!rest.isEmpty()) {
            waiting.put(run, rest);
        }
    }

    private boolean mayStart(Work work) {
        return work.host()
                .map(host -> busy.getOrDefault(host, 0) < parallelPerHost)
                .orElse(true);
    }

    /** Forgets what a run still has waiting. */
    synchronized void withdraw(Object run) {
        waiting.remove(run);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

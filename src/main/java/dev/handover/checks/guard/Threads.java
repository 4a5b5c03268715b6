package dev.handover.checks.guard;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The helper threads of outgoing calls; none keeps the application from ending. */
final class Threads {

    /**
     * More lookups than this left behind by slow name servers, and the next ones fail at once instead of piling up. Far more
     * than what all runs of a node have under way at once, so that one dead name server takes none from the others.
     */
    private static final int MOST_LOOKUPS = 512;

    private Threads() {}

    /** Ends time limits. One thread is enough, since it only ever closes sockets. */
    static ScheduledExecutorService watchdog() {
        var watchdog = new ScheduledThreadPoolExecutor(1, named("outgoing-watchdog"));
        watchdog.setRemoveOnCancelPolicy(true);
        return watchdog;
    }

    static ExecutorService lookups() {
        return new ThreadPoolExecutor(
                0, MOST_LOOKUPS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), named("outgoing-lookup"));
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}

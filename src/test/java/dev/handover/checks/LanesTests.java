package dev.handover.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class LanesTests {

    private static final Optional<String> SLOW = Optional.of("slow:1");
    private static final Optional<String> QUICK = Optional.of("quick:1");

    @AutoClose
    private final Lanes lanes = new Lanes(4, 2);

    private final List<String> started = new CopyOnWriteArrayList<>();
    private final Semaphore mayEnd = new Semaphore(0);

    private Runnable blocking(String name) {
        return () -> {
            started.add(name);
            mayEnd.acquireUninterruptibly();
        };
    }

    @Test
    void noMoreRunsAtOnceThanAllowed() {
        IntStream.range(0, 10).forEach(i -> lanes.submit("run", Optional.of("host-" + i), blocking("work")));
        await().until(() -> started.size() == 4);
        mayEnd.release(3);
        await().until(() -> started.size() == 7);
        mayEnd.release(7);
        await().until(() -> started.size() == 10);
    }

    @Test
    void aBusyHostHoldsUpNobodyElse() {
        IntStream.range(0, 10).forEach(i -> lanes.submit("run", SLOW, blocking("slow")));
        var done = new CountDownLatch(50);
        IntStream.range(0, 50).forEach(i -> lanes.submit("run", QUICK, done::countDown));
        await().until(() -> done.getCount() == 0);
        assertThat(started).hasSize(2);
        mayEnd.release(10);
        await().until(() -> started.size() == 10);
    }

    @Test
    void workThatCallsNobodyCountsAgainstNoHost() {
        IntStream.range(0, 4).forEach(i -> lanes.submit("run", Optional.empty(), blocking("stated")));
        await().until(() -> started.size() == 4);
        mayEnd.release(4);
    }

    @Test
    void runsTakeTurns() {
        IntStream.range(0, 4).forEach(i -> lanes.submit("large", Optional.of("host-" + i), blocking("large")));
        IntStream.range(4, 20).forEach(i -> lanes.submit("large", Optional.of("host-" + i), blocking("large")));
        await().until(() -> started.size() == 4);
        IntStream.range(0, 2).forEach(i -> lanes.submit("small", QUICK, blocking("small")));
        for (int i = 5; i <= 8; i++) {
            int expected = i;
            mayEnd.release();
            await().until(() -> started.size() == expected);
        }
        assertThat(started.subList(4, 8)).containsExactlyInAnyOrder("large", "small", "large", "small");
        mayEnd.release(20);
    }

    @Test
    void withdrawnWorkNeverStarts() {
        IntStream.range(0, 4).forEach(i -> lanes.submit("first", Optional.of("host-" + i), blocking("first")));
        await().until(() -> started.size() == 4);
        lanes.submit("withdrawn", QUICK, blocking("withdrawn"));
        lanes.submit("last", QUICK, blocking("last"));
        lanes.withdraw("withdrawn");
        mayEnd.release(5);
        await().until(() -> started.contains("last"));
        assertThat(started).doesNotContain("withdrawn");
    }

    @Test
    void workThatBreaksGivesItsPlaceBack() {
        var done = new AtomicInteger();
        IntStream.range(0, 20)
                .forEach(i -> lanes.submit("run", QUICK, () -> {
                    done.incrementAndGet();
                    throw new QuietFailure();
                }));
        await().dontCatchUncaughtExceptions().until(() -> done.get() == 20);
    }

    /** Without a stack trace, which the thread would print. */
    private static final class QuietFailure extends RuntimeException {

        QuietFailure() {
            super("on purpose", null, false, false);
        }
    }
}

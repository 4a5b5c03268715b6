package dev.handover.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LanesTests {

    private static final Optional<String> SLOW = Optional.of("slow:1");
    private static final Optional<String> QUICK = Optional.of("quick:1");

    @AutoClose
    private final Lanes lanes = new Lanes(4, 2);

    private final List<String> started = new CopyOnWriteArrayList<>();
    private final Semaphore mayEnd = new Semaphore(0);

    private BooleanSupplier blocking(String name) {
        return () -> {
            started.add(name);
            mayEnd.acquireUninterruptibly();
            return true;
        };
    }

    private static BooleanSupplier quick(Runnable work) {
        return () -> {
            work.run();
            return true;
        };
    }

    @Test
    void noMoreOfOneRunGoesOnAtOnceThanAllowed() {
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
        IntStream.range(0, 50).forEach(i -> lanes.submit("run", QUICK, quick(done::countDown)));
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
    void runsTakeNoPlacesOfEachOther() {
        for (var run : List.of("a", "b", "c")) {
            IntStream.range(0, 9).forEach(i -> lanes.submit(run, Optional.of(run + i), blocking(run)));
        }
        await().until(() -> started.size() == 12);
        assertThat(started).filteredOn("c"::equals).hasSize(4);
        mayEnd.release(27);
    }

    @Test
    void runsThatWantTheSameHostTakeTurns() {
        IntStream.range(0, 20).forEach(i -> lanes.submit("large", SLOW, blocking("large")));
        await().until(() -> started.size() == 2);
        IntStream.range(0, 2).forEach(i -> lanes.submit("small", SLOW, blocking("small")));
        for (int i = 3; i <= 6; i++) {
            int expected = i;
            mayEnd.release();
            await().until(() -> started.size() == expected);
        }
        assertThat(started.subList(2, 6)).containsExactlyInAnyOrder("large", "small", "large", "small");
        mayEnd.release(20);
    }

    @Test
    void hostsOfARunTakeTurns() {
        IntStream.range(0, 4).forEach(i -> lanes.submit("run", Optional.of("first-" + i), blocking("first")));
        await().until(() -> started.size() == 4);
        IntStream.range(0, 6).forEach(i -> lanes.submit("run", SLOW, blocking("slow")));
        lanes.submit("run", QUICK, blocking("quick"));
        mayEnd.release(2);
        await().until(() -> started.size() == 6);
        assertThat(started.subList(4, 6)).containsExactlyInAnyOrder("slow", "quick");
        mayEnd.release(20);
    }

    @Test
    void aHostThatLetsWorkRunOutOfTimeIsAskedLessAtOnceUntilItAnswers() {
        var most = new AtomicInteger();
        var now = new AtomicInteger();
        var answers = new CopyOnWriteArrayList<>(List.of(false, false, true, true, true, true));
        var turns = new Semaphore(0);
        IntStream.range(0, 6)
                .forEach(i -> lanes.submit("run", SLOW, () -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    turns.acquireUninterruptibly();
                    now.decrementAndGet();
                    started.add("work");
                    return answers.get(started.size() - 1);
                }));
        await().until(() -> now.get() == 2);
        turns.release(2);
        await().until(() -> started.size() == 2 && now.get() == 1);
        most.set(0);
        turns.release();
        await().until(() -> started.size() == 3 && now.get() == 2);
        turns.release(10);
        await().until(() -> started.size() == 6);
    }

    @Test
    void withdrawnWorkNeverStarts() {
        IntStream.range(0, 4).forEach(i -> lanes.submit("first", Optional.of("host-" + i), blocking("first")));
        await().until(() -> started.size() == 4);
        IntStream.range(0, 2).forEach(i -> lanes.submit("other", QUICK, blocking("other")));
        lanes.submit("withdrawn", QUICK, blocking("withdrawn"));
        lanes.submit("last", QUICK, blocking("last"));
        lanes.withdraw("withdrawn");
        mayEnd.release(7);
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

package dev.handover.checks.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeLimitTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ScheduledExecutorService watchdog = Threads.watchdog();
    private final AtomicInteger closed = new AtomicInteger();
    private final Closeable resource = closed::incrementAndGet;

    @AfterEach
    void stopWatchdog() {
        watchdog.shutdownNow();
    }

    @Test
    void whatIsWatchedIsClosedOnceWhenTheTimeIsOver() {
        var limit = new TimeLimit(watchdog, Duration.ofMillis(50));
        limit.watch(resource);
        await().until(() -> closed.get() == 1);
        assertThat(limit.isOver()).isTrue();
        assertThat(limit.remaining()).isZero();
        limit.end();
        assertThat(closed).hasValue(1);
    }

    @Test
    void whatIsForgottenStaysOpen() {
        var limit = new TimeLimit(watchdog, LONG);
        limit.watch(resource);
        limit.forget(resource);
        limit.end();
        assertThat(closed).hasValue(0);
    }

    @Test
    void whatComesTooLateIsClosedAtOnce() {
        var limit = new TimeLimit(watchdog, LONG);
        limit.end();
        limit.watch(resource);
        assertThat(closed).hasValue(1);
    }

    @Test
    void aPartEndsWithTheWhole() {
        var whole = new TimeLimit(watchdog, LONG);
        TimeLimit part = whole.within(Duration.ofHours(1));
        assertThat(part.remaining()).isLessThanOrEqualTo(LONG);
        part.watch(resource);
        whole.end();
        assertThat(closed).hasValue(1);
        assertThat(part.isOver()).isTrue();
    }

    @Test
    void theWholeGoesOnWhenAPartIsOver() {
        var whole = new TimeLimit(watchdog, LONG);
        TimeLimit part = whole.within(Duration.ZERO);
        assertThat(part.isOver()).isTrue();
        assertThat(whole.isOver()).isFalse();
    }

    @Test
    void aLimitThatIsClosedLeavesNothingBehind() {
        var whole = new TimeLimit(watchdog, LONG);
        try (TimeLimit part = whole.within(LONG)) {
            part.watch(resource);
        }
        whole.end();
        whole.close();
        assertThat(closed).hasValue(0);
        assertThat(((ScheduledThreadPoolExecutor) watchdog).getQueue()).isEmpty();
    }
}

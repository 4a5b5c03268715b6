package dev.handover.development.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SlownessTests {

    @Test
    void nobodyWaitsWhileItIsOff() {
        var slowness = new Slowness(Duration.ofDays(1));
        slowness.pass();
        assertThat(slowness.isOn()).isFalse();
    }

    @Test
    void callersWaitAndGoOnAtOnceWhenItIsSwitchedOff() throws Exception {
        var slowness = new Slowness(Duration.ofDays(1));
        slowness.set(true);
        var first = CompletableFuture.runAsync(slowness::pass);
        var second = CompletableFuture.runAsync(slowness::pass);
        await().until(() -> slowness.waiting() == 2);
        assertThat(first).isNotDone();

        slowness.set(false);
        CompletableFuture.allOf(first, second).get(10, TimeUnit.SECONDS);
    }

    @Test
    void nobodyWaitsLongerThanTheHold() {
        var slowness = new Slowness(Duration.ofMillis(30));
        slowness.set(true);
        var before = System.nanoTime();
        slowness.pass();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
        assertThat(slowness.isOn()).isTrue();
    }

    @Test
    void anInterruptedCallerGoesOnAndStaysInterrupted() {
        var slowness = new Slowness(Duration.ofDays(1));
        slowness.set(true);
        Thread.currentThread().interrupt();
        slowness.pass();
        assertThat(Thread.interrupted()).isTrue();
    }
}

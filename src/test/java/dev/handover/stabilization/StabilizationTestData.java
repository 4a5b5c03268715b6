package dev.handover.stabilization;

import dev.handover.plan.Plan;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.SignalKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The module on a real database, with a clock that can be moved and plain-Java partners. */
@TestConfiguration(proxyBeanMethods = false)
@Import({Signals.class, StabilizationPeriod.class, BreachResponse.class, StabilizationOverview.class, SoakClocks.class})
public class StabilizationTestData {

    static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    /** Watch from 5, breach from 10, for every signal; 14 days with 3 days of quiet. */
    static final Plan.Stabilization AGREED =
            new Plan.Stabilization(Duration.ofDays(14), Duration.ofDays(3), thresholds(5, 10));

    static Map<SignalKind, Plan.Thresholds> thresholds(double watch, double breach) {
        var thresholds = new EnumMap<SignalKind, Plan.Thresholds>(SignalKind.class);
        for (var kind : SignalKind.values()) {
            thresholds.put(kind, new Plan.Thresholds(watch, breach));
        }
        return thresholds;
    }

    @Bean
    @Primary
    HandClock handClock() {
        return new HandClock();
    }

    @Bean
    GivenPlan givenPlan() {
        return new GivenPlan();
    }

    @Bean
    RecordingProcess recordingProcess() {
        return new RecordingProcess();
    }

    /** As the shipped decision table judges. */
    @Bean
    SignalAssessment assessment() {
        return (value, limits) ->
                value >= limits.breach() ? Reading.BREACH : value >= limits.watch() ? Reading.WATCH : Reading.QUIET;
    }

    /** A clock that only moves by hand. */
    public static class HandClock extends Clock {

        private Instant now = START;

        public void set(Instant instant) {
            now = instant;
        }

        public void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nothing here asks for a zone");
        }
    }

    /** A go-live with the plan and phase that a test gives it. */
    public static class GivenPlan implements StabilizationPlan {

        public Phase phase = Phase.STABILIZATION;
        public Plan.Stabilization agreed = AGREED;

        @Override
        public Phase phase(GoLiveKey key) {
            return phase;
        }

        @Override
        public Plan.Stabilization agreed(GoLiveKey key) {
            return agreed;
        }
    }

    /** Remembers which tasks were asked for. */
    public static class RecordingProcess implements StabilizationProcess {

        public final List<SignalKind> breached = new ArrayList<>();

        @Override
        public synchronized void signalBreached(GoLiveKey key, SignalKind signal) {
            breached.add(signal);
        }
    }
}

package dev.handover.stabilization;

import dev.handover.GoLiveRow;
import dev.handover.RepositoryTest;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.SignalKind;
import dev.handover.stabilization.Signals.Recorded;
import dev.handover.stabilization.StabilizationTestData.GivenPlan;
import dev.handover.stabilization.StabilizationTestData.HandClock;
import dev.handover.stabilization.StabilizationTestData.RecordingProcess;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** A go-live in stabilization, and short ways to say what happens to it. */
@RepositoryTest
@Import(StabilizationTestData.class)
public abstract class StabilizationModuleTest {

    protected static final Instant START = StabilizationTestData.START;

    @Autowired
    protected Signals signals;

    @Autowired
    protected StabilizationPeriod periods;

    @Autowired
    protected BreachResponse response;

    @Autowired
    protected StabilizationOverview overview;

    @Autowired
    protected HandClock clock;

    @Autowired
    protected GivenPlan plan;

    @Autowired
    protected RecordingProcess process;

    @Autowired
    protected JdbcTemplate jdbc;

    protected GoLiveKey goLive;

    @BeforeEach
    void aGoLiveInStabilization() {
        clock.set(START);
        plan.phase = Phase.STABILIZATION;
        plan.agreed = StabilizationTestData.AGREED;
        process.breached.clear();
        goLive = GoLiveRow.add(jdbc, "aurora-production-1");
        periods.start(goLive);
    }

    protected Recorded report(SignalKind kind, double value) {
        return report(kind, value, null);
    }

    protected Recorded report(SignalKind kind, double value, Instant observedAt) {
        return report(kind, value, observedAt, null);
    }

    protected Recorded report(SignalKind kind, double value, Instant observedAt, String id) {
        return signals.record(goLive, new Observation(kind, value, observedAt, SignalSource.REST, id, null), "support");
    }

    protected void after(Duration duration) {
        clock.forward(duration);
    }

    protected StabilizationView view() {
        return overview.find(goLive).orElseThrow();
    }
}

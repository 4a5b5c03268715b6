package dev.handover.stabilization;

import static dev.handover.shared.SignalKind.SIGN_IN_FAILURES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.GoLiveRow;
import dev.handover.RepositoryTest;
import dev.handover.shared.GoLiveKey;
import dev.handover.stabilization.Signals.Recorded;
import dev.handover.stabilization.StabilizationTestData.GivenPlan;
import dev.handover.stabilization.StabilizationTestData.HandClock;
import dev.handover.stabilization.StabilizationTestData.RecordingProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Signals that arrive at the same time, each in a transaction of its own; the first of them also begins the period. */
@RepositoryTest
@Import(StabilizationTestData.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class ConcurrentSignalsTests {

    private static final int SENDERS = 8;

    @Autowired
    private Signals signals;

    @Autowired
    private StabilizationOverview overview;

    @Autowired
    private GivenPlan plan;

    @Autowired
    private HandClock clock;

    @Autowired
    private RecordingProcess process;

    @Autowired
    private JdbcTemplate jdbc;

    private GoLiveKey goLive;

    @BeforeEach
    void aGoLiveWhoseClockIsNotStarted() {
        plan.phase = dev.handover.shared.Phase.STABILIZATION;
        plan.agreed = StabilizationTestData.AGREED;
        clock.set(StabilizationTestData.START);
        process.breached.clear();
        goLive = GoLiveRow.add(jdbc, "aurora-" + UUID.randomUUID());
    }

    @Test
    void theSameMeasurementSentManyTimesAtOnceIsRecordedOnce() throws Exception {
        var answers = atOnce(sender -> "alert-1");

        assertThat(answers)
                .extracting(answer -> answer.reading().id())
                .containsOnly(readings().get(0));
        assertThat(answers).filteredOn(answer -> !answer.duplicate()).hasSize(1);
        assertThat(readings()).hasSize(1);
        assertThat(process.breached).hasSize(1);
    }

    @Test
    void differentBreachesAtOnceShareOneExceptionAndOneTask() throws Exception {
        atOnce(sender -> "alert-" + sender);

        assertThat(readings()).hasSize(SENDERS);
        assertThat(process.breached).containsExactly(SIGN_IN_FAILURES);
        assertThat(overview.find(goLive).orElseThrow().exceptions())
                .singleElement()
                .matches(exception -> exception.breaches() == SENDERS);
    }

    private List<UUID> readings() {
        return overview.find(goLive).orElseThrow().signals().get(0).history().stream()
                .map(StabilizationView.ReadingView::id)
                .toList();
    }

    private List<Recorded> atOnce(IntFunction<String> id) throws Exception {
        var barrier = new CyclicBarrier(SENDERS);
        var senders = new ArrayList<Callable<Recorded>>();
        for (var sender = 0; sender < SENDERS; sender++) {
            var observation = new Observation(SIGN_IN_FAILURES, 10, null, SignalSource.REST, id.apply(sender), null);
            senders.add(() -> {
                barrier.await(10, TimeUnit.SECONDS);
                return signals.record(goLive, observation, "support");
            });
        }
        var threads = Executors.newFixedThreadPool(SENDERS);
        try {
            var answers = new ArrayList<Recorded>();
            for (var answer : threads.invokeAll(senders)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}

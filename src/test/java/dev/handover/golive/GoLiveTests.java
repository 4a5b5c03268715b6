package dev.handover.golive;

import static dev.handover.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.Rehearsal;
import dev.handover.TestClock;
import dev.handover.plan.PlanReader;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.HandoverException.Code;
import dev.handover.shared.Person;
import dev.handover.shared.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class GoLiveTests {

    private static final Instant NOW = TestClock.START;

    private final GoLive goLive = new GoLive(
            new GoLiveKey("aurora-production-1"),
            new PlanReader(id -> Optional.of(new Person(id, id, id + "@handover.example"))).read(Rehearsal.plan(), NOW),
            "requester",
            NOW);

    @Test
    void startsAtThePrerequisitesOfItsFirstPlan() {
        assertThat(goLive.phase()).isEqualTo(Phase.PREREQUISITES);
        assertThat(goLive.planVersion()).isEqualTo(1);
        assertThat(goLive.caption()).isEqualTo("Aurora Works production");
        assertThat(goLive.windowStart()).isEqualTo(Rehearsal.WINDOW_START);
        assertThat(goLive.windowEnd()).isEqualTo(Rehearsal.WINDOW_END);
        assertThat(goLive.finishedAt()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"HANDED_OVER", "WITHDRAWN", "ROLLED_BACK"})
    void endsOnceAndForAll(Phase end) {
        goLive.holdFor(List.of("A gate"), NOW);
        goLive.enter(end, NOW.plusSeconds(5));
        assertThat(goLive.finishedAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(goLive.isOnHold()).isFalse();
        assertRefused(Code.WRONG_PHASE, () -> goLive.enter(Phase.VALIDATION, NOW))
                .contains("nothing can be changed any more");
        assertRefused(Code.WRONG_PHASE, goLive::requireRunning);
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            mode = Mode.EXCLUDE,
            names = {"HANDED_OVER", "WITHDRAWN", "ROLLED_BACK"})
    void runsInEveryOtherPhase(Phase phase) {
        goLive.enter(phase, NOW);
        goLive.requireRunning();
        assertThat(goLive.finishedAt()).isNull();
    }

    @Test
    void aReasonToHoldKeepsTheTimeSinceWhenItHolds() {
        goLive.holdFor(List.of("Owners", "Blockers"), NOW);
        goLive.holdFor(List.of("Blockers", "Sign-offs"), NOW.plusSeconds(60));
        assertThat(goLive.holds())
                .containsExactlyInAnyOrderEntriesOf(Map.of("Blockers", NOW, "Sign-offs", NOW.plusSeconds(60)));
        goLive.holdFor(List.of(), NOW.plusSeconds(90));
        assertThat(goLive.isOnHold()).isFalse();
    }

    @Test
    void aWindowIsKeptToTheSecond() {
        goLive.moveWindow(NOW.plusMillis(1_999), NOW.plusMillis(2_001));
        assertThat(goLive.windowStart()).isEqualTo(NOW.plusSeconds(1));
        assertThat(goLive.windowEnd()).isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    void aWindowLastsAtLeastFromOneSecondToTheNext() {
        assertRefused(Code.INVALID_INPUT, () -> goLive.moveWindow(NOW.plusMillis(100), NOW.plusMillis(900)))
                .contains("ends before it starts");
        assertRefused(Code.INVALID_INPUT, () -> goLive.moveWindow(NOW, NOW));
        assertRefused(Code.INVALID_INPUT, () -> goLive.moveWindow(NOW, NOW.minus(Duration.ofHours(1))));
        assertThat(goLive.windowStart()).isEqualTo(Rehearsal.WINDOW_START);
    }
}

package dev.handover.golive;

import static dev.handover.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

import dev.handover.DomainTest;
import dev.handover.Rehearsal;
import dev.handover.TestClock;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.HandoverException.Code;
import dev.handover.shared.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DomainTest
@RecordApplicationEvents
class ProgressTests {

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private Progress progress;

    @Autowired
    private GoLiveRegister register;

    @Autowired
    private Timeline timeline;

    @Autowired
    private HandoffProcess process;

    @Autowired
    private ApplicationEvents events;

    private GoLiveKey key;

    @BeforeEach
    void submit() {
        key = rehearsal.submitted();
    }

    @Test
    void enteringAPhaseIsToldOnceHoweverOftenTheProcessSaysSo() {
        progress.enter(key, Phase.VALIDATION);
        progress.enter(key, Phase.VALIDATION);
        assertThat(acts()).containsExactly("Submitted the plan", "Entered Validation");
    }

    @Test
    void eachPhaseThatIsEnteredIsHeardOfOnceAndSoIsTheWithdrawal() {
        progress.enter(key, Phase.VALIDATION);
        progress.enter(key, Phase.VALIDATION);
        progress.withdraw(key, "The site is not ready.", "requester");
        assertThat(events.stream(PhaseEntered.class))
                .containsExactly(new PhaseEntered(key, Phase.VALIDATION), new PhaseEntered(key, Phase.WITHDRAWN));
    }

    @Test
    void theEndIsToldByItsName() {
        progress.enter(key, Phase.HANDED_OVER);
        assertThat(acts()).endsWith("Handed over");
        assertRefused(Code.WRONG_PHASE, () -> progress.enter(key, Phase.VALIDATION));
    }

    @Test
    void whatHoldsAGoLiveIsReplacedAsAWhole() {
        progress.hold(key, List.of("Owners: missing"));
        progress.hold(key, List.of("Blockers: one"));
        assertThat(register.get(key).holds()).containsOnlyKeys("Blockers: one");
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"PREREQUISITES", "VALIDATION", "SIGN_OFF", "RELEASE"})
    void aGoLiveIsWithdrawnAnyTimeBeforeItIsLive(Phase phase) {
        progress.enter(key, phase);
        progress.withdraw(key, " The site is not ready. ", "requester");
        assertThat(register.get(key).phase()).isEqualTo(Phase.WITHDRAWN);
        assertThat(register.get(key).finishedAt()).isEqualTo(TestClock.START);
        var entries = timeline.of(key);
        assertThat(entries.get(entries.size() - 1).detail()).isEqualTo("The site is not ready.");
        then(process).should().withdraw(key);
    }

    @Test
    void whatIsLiveIsNotWithdrawn() {
        progress.enter(key, Phase.STABILIZATION);
        assertRefused(Code.WRONG_PHASE, () -> progress.withdraw(key, "Too late.", "requester"))
                .contains("Roll it back");
        then(process).should(never()).withdraw(any());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void whoWithdrawsSaysWhy(String reason) {
        assertRefused(Code.INVALID_INPUT, () -> progress.withdraw(key, reason, "requester"))
                .contains("Say why");
        assertThat(register.get(key).phase()).isEqualTo(Phase.PREREQUISITES);
    }

    @Test
    void aWindowMovesToATimeStillToCome() {
        assertRefused(Code.INVALID_INPUT, () -> move(TestClock.START, Duration.ofHours(1)))
                .contains("in the past");
        move(TestClock.START.plusSeconds(1), Duration.ofHours(1));
        assertThat(register.get(key).windowStart()).isEqualTo(TestClock.START.plusSeconds(1));
        assertThat(acts()).endsWith("Moved the release window");
    }

    @Test
    void aWindowMovesOnlyToWhereNoOtherIs() {
        var other = rehearsal.submitted(
                Rehearsal.plan().replace("start: PT20M", "start: PT10H").replace("end: PT4H20M", "end: PT12H"));
        var taken = TestClock.START.plus(Duration.ofHours(10));
        assertRefused(Code.CONFLICT, () -> move(taken.minusSeconds(60), Duration.ofSeconds(61)))
                .contains(other.value());
        move(taken.minusSeconds(60), Duration.ofSeconds(60));
    }

    @Test
    void aWindowEndsAfterItsStartAndWithinThisAge() {
        assertRefused(Code.INVALID_INPUT, () -> move(TestClock.START.plusSeconds(60), Duration.ZERO));
        assertRefused(Code.INVALID_INPUT, () -> move(Instant.parse("+10000-01-01T00:00:00Z"), Duration.ofHours(1)))
                .contains("year 9999");
    }

    private void move(Instant start, Duration length) {
        progress.moveWindow(key, start, start.plus(length), "requester");
    }

    private List<String> acts() {
        return timeline.of(key).stream().map(TimelineEntry::act).toList();
    }
}

package dev.handover.stabilization;

import static dev.handover.shared.SignalKind.SIGN_IN_FAILURES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.GoLiveRow;
import dev.handover.plan.Plan;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.Refusal;
import dev.handover.stabilization.StabilizationPeriod.Look;
import dev.handover.stabilization.StabilizationView.ActKind;
import dev.handover.stabilization.StabilizationView.ActView;
import dev.handover.stabilization.StabilizationView.Decision;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StabilizationPeriodTests extends StabilizationModuleTest {

    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void startingAgainChangesNothing() {
        after(WEEK);

        assertThat(periods.start(goLive)).isEqualTo(START.plus(Duration.ofDays(14)));
        assertThat(view().clock().start()).isEqualTo(START);
    }

    @Test
    void aPeriodThatHasNotBegunCannotBeSeen() {
        assertThat(overview.find(new GoLiveKey("aurora-staging-9"))).isEmpty();
    }

    @Test
    void aPlanWithoutLimitsForASignalFailsLoudly() {
        var unlimited = GoLiveRow.add(jdbc, "aurora-production-2");
        plan.agreed = new Plan.Stabilization(WEEK, WEEK, Map.of());

        assertThatThrownBy(() -> periods.start(unlimited))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no thresholds for sign-in-failures");
    }

    @Test
    void aLookBeforeTheEndSaysWhenToLookAgainAndOneAtTheEndThatItIsOver() {
        var end = START.plus(Duration.ofDays(14));
        clock.set(end.minusNanos(1_000));
        assertThat(periods.look(goLive)).isEqualTo(new Look(false, end));

        clock.set(end);
        assertThat(periods.look(goLive).quietLongEnough()).isTrue();
    }

    @Test
    void closingTooEarlyIsRefusedWithEverythingThatIsMissing() {
        report(SIGN_IN_FAILURES, 10);
        response.resolve(goLive, SIGN_IN_FAILURES, "support", "fixed");
        after(Duration.ofDays(2));

        assertThatThrownBy(() -> periods.requireQuiet(goLive))
                .hasMessage("The stabilization period cannot be closed yet: it lasts until 2026-03-15 08:00:00 UTC;"
                        + " signals have to stay quiet until 2026-03-04 08:00:00 UTC."
                        + " The earliest close is 2026-03-15 08:00:00 UTC.");
    }

    @Test
    void severalExceptionsAreCounted() {
        after(Duration.ofDays(20));
        report(SIGN_IN_FAILURES, 10);
        report(dev.handover.shared.SignalKind.PERFORMANCE_CONCERNS, 10);

        assertThatThrownBy(() -> periods.requireQuiet(goLive)).hasMessageContaining("2 exceptions wait");
    }

    @Test
    void anExtensionWithinThePeriodAddsToItsEnd() {
        after(WEEK);

        assertThat(periods.extend(goLive, WEEK, "customer", "rhythm not settled"))
                .isEqualTo(START.plus(Duration.ofDays(21)));
        assertThat(periods.extend(goLive, WEEK, "customer", "still not")).isEqualTo(START.plus(Duration.ofDays(28)));
        assertThat(view().acts())
                .containsExactly(
                        extension("rhythm not settled", Duration.ofDays(21)),
                        extension("still not", Duration.ofDays(28)));
    }

    @Test
    void anExtensionAfterTheEndCountsFromNowSoThatItIsNeverOverAlready() {
        after(Duration.ofDays(30));

        assertThat(periods.extend(goLive, WEEK, "customer", "review took long"))
                .isEqualTo(START.plus(Duration.ofDays(37)));
        assertThat(periods.look(goLive).quietLongEnough()).isFalse();
        after(WEEK);
        assertThat(periods.look(goLive).quietLongEnough()).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"PT0S", "PT-1S", "P366DT1S"})
    void anExtensionByNothingOrByMoreThanAYearIsRefused(Duration by) {
        assertThatThrownBy(() -> periods.extend(goLive, by, "customer", "because"))
                .isInstanceOf(Refusal.class);
        assertThat(view().acts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "P366D"})
    void theShortestAndTheLongestExtensionAreTaken(Duration by) {
        assertThat(periods.extend(goLive, by, "customer", "because"))
                .isEqualTo(START.plus(Duration.ofDays(14)).plus(by));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n\t"})
    void nothingIsDecidedWithoutAReason(String reason) {
        assertThatThrownBy(() -> periods.extend(goLive, WEEK, "customer", reason))
                .hasMessageContaining("reason");
        assertThatThrownBy(() -> periods.recordDrill(goLive, "support", 30, reason))
                .hasMessageContaining("reason");
        assertThat(view().acts()).isEmpty();
    }

    @Test
    void aDrillIsRecordedWithTheTimeOfItsRestore() {
        periods.recordDrill(goLive, "support", 42, " three tickets solved, restore from Tuesday ");

        assertThat(view().acts())
                .containsExactly(new ActView(
                        ActKind.DRILL,
                        new Decision(START, "support", "three tickets solved, restore from Tuesday"),
                        null,
                        42));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aRestoreThatTookNoTimeIsRefused(int minutes) {
        assertThatThrownBy(() -> periods.recordDrill(goLive, "support", minutes, "done"))
                .hasMessageContaining("at least 1");
    }

    @Test
    void outsideStabilizationNothingIsDecided() {
        plan.phase = Phase.HANDED_OVER;

        assertThatThrownBy(() -> periods.extend(goLive, WEEK, "customer", "because"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> periods.recordDrill(goLive, "support", 1, "done"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> periods.look(goLive)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> periods.start(goLive)).isInstanceOf(Refusal.class);
    }

    private static ActView extension(String reason, Duration end) {
        return new ActView(
                ActKind.EXTENSION, new Decision(START.plus(WEEK), "customer", reason), START.plus(end), null);
    }
}

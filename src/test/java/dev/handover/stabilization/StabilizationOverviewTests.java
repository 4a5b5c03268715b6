package dev.handover.stabilization;

import static dev.handover.shared.SignalKind.INTEGRATION_ERRORS;
import static dev.handover.shared.SignalKind.SIGN_IN_FAILURES;
import static dev.handover.shared.SignalKind.SUPPORT_RESPONSE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.GoLiveRow;
import dev.handover.shared.SignalKind;
import dev.handover.stabilization.SoakClock.Hold;
import dev.handover.stabilization.StabilizationView.ActKind;
import dev.handover.stabilization.StabilizationView.ActView;
import dev.handover.stabilization.StabilizationView.ExceptionView;
import dev.handover.stabilization.StabilizationView.ReadingView;
import dev.handover.stabilization.StabilizationView.SignalView;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StabilizationOverviewTests extends StabilizationModuleTest {

    @Test
    void aPeriodWithoutReadingsShowsAllSignalsWithTheirLimitsInTheOrderOfTheSourceDocument() {
        assertThat(view().signals()).extracting(SignalView::kind).containsExactly(SignalKind.values());
        assertThat(view().signals()).allSatisfy(signal -> {
            assertThat(signal.limits().watch()).isEqualTo(5);
            assertThat(signal.limits().breach()).isEqualTo(10);
            assertThat(signal.state()).isNull();
            assertThat(signal.last()).isNull();
            assertThat(signal.peak()).isNull();
            assertThat(signal.counts()).isEmpty();
            assertThat(signal.history()).isEmpty();
        });
        assertThat(view().exceptions()).isEmpty();
        assertThat(view().acts()).isEmpty();
        assertThat(view().holds()).containsExactly(Hold.LENGTH, Hold.QUIET_TIME);
    }

    @Test
    void readingsAreCountedByTheirMeaningForEachSignalApart() {
        for (var value : new double[] {1, 2, 6, 30, 11, 4}) {
            after(Duration.ofMinutes(10));
            report(SIGN_IN_FAILURES, value);
        }
        report(SUPPORT_RESPONSE_TIME, 7);

        var signIn = signal(SIGN_IN_FAILURES);
        assertThat(signIn.counts()).isEqualTo(Map.of(Reading.QUIET, 3L, Reading.WATCH, 1L, Reading.BREACH, 2L));
        assertThat(signIn.peak()).isEqualTo(30);
        assertThat(signIn.state()).isEqualTo(Reading.QUIET);
        assertThat(signIn.history()).extracting(ReadingView::value).containsExactly(4.0, 11.0, 30.0, 6.0, 2.0, 1.0);
        assertThat(signal(SUPPORT_RESPONSE_TIME).state()).isEqualTo(Reading.WATCH);
        assertThat(signal(INTEGRATION_ERRORS).last()).isNull();
    }

    @Test
    void theHistoryEndsAfterTheNewestHundredWhileCountsAndPeakKnowAll() {
        report(SIGN_IN_FAILURES, 9);
        for (var reading = 0; reading < StabilizationOverview.HISTORY; reading++) {
            after(Duration.ofMinutes(1));
            report(SIGN_IN_FAILURES, 1);
        }

        var signIn = signal(SIGN_IN_FAILURES);
        assertThat(signIn.history()).hasSize(100).allMatch(reading -> reading.value() == 1);
        assertThat(signIn.counts()).isEqualTo(Map.of(Reading.QUIET, 100L, Reading.WATCH, 1L));
        assertThat(signIn.peak()).isEqualTo(9);
    }

    @Test
    void exceptionsAreShownNewestFirstAndActsInTheOrderTheyHappened() {
        report(SIGN_IN_FAILURES, 10);
        after(Duration.ofHours(1));
        report(INTEGRATION_ERRORS, 10);
        periods.recordDrill(goLive, "support", 30, "drill");
        after(Duration.ofHours(1));
        periods.extend(goLive, Duration.ofDays(3), "customer", "longer");

        assertThat(view().exceptions())
                .extracting(ExceptionView::kind)
                .containsExactly(INTEGRATION_ERRORS, SIGN_IN_FAILURES);
        assertThat(view().acts()).extracting(ActView::kind).containsExactly(ActKind.DRILL, ActKind.EXTENSION);
    }

    @Test
    void whatBelongsToAnotherGoLiveIsNotShown() {
        var other = GoLiveRow.add(jdbc, "aurora-production-2");
        periods.start(other);

        report(SIGN_IN_FAILURES, 10);

        var view = overview.find(other).orElseThrow();
        assertThat(view.exceptions()).isEmpty();
        assertThat(view.signals()).allMatch(signal -> signal.history().isEmpty());
        assertThat(response.breached(other)).isEmpty();
    }

    private SignalView signal(SignalKind kind) {
        return view().signals().get(kind.ordinal());
    }
}

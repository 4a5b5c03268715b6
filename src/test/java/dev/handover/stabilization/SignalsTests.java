package dev.handover.stabilization;

import static dev.handover.shared.SignalKind.INTEGRATION_ERRORS;
import static dev.handover.shared.SignalKind.SIGN_IN_FAILURES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.GoLiveRow;
import dev.handover.shared.HandoverException.Code;
import dev.handover.shared.Phase;
import dev.handover.shared.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SignalsTests extends StabilizationModuleTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource({"0, QUIET", "4.99, QUIET", "5, WATCH", "9.99, WATCH", "10, BREACH", "500, BREACH"})
    void aValueIsJudgedByTheLimitsOfThePlanAndOnlyABreachAsksForAPerson(double value, Reading expected) {
        var recorded = report(SIGN_IN_FAILURES, value);

        assertThat(recorded.reading().reading()).isEqualTo(expected);
        assertThat(recorded.reading().limits().breach()).isEqualTo(10);
        assertThat(process.breached).hasSize(expected == Reading.BREACH ? 1 : 0);
        assertThat(view().exceptions()).hasSize(expected == Reading.BREACH ? 1 : 0);
    }

    @Test
    void whatWasAgreedAtTheStartHoldsWhateverThePlanSaysLater() {
        plan.agreed = new dev.handover.plan.Plan.Stabilization(
                Duration.ZERO, Duration.ZERO, StabilizationTestData.thresholds(1_000, 2_000));

        assertThat(report(SIGN_IN_FAILURES, 10).reading().reading()).isEqualTo(Reading.BREACH);
        assertThat(view().clock().lengthEnds()).isEqualTo(START.plus(Duration.ofDays(14)));
    }

    @Test
    void everythingThatWasReportedIsKept() {
        after(HOUR);
        var observation = new Observation(
                INTEGRATION_ERRORS,
                7,
                START.plusSeconds(60),
                SignalSource.HAND,
                "scan-1",
                "two connectors\nafter lunch");

        var recorded = signals.record(goLive, observation, "support").reading();

        assertThat(view().signals().get(1).history()).containsExactly(recorded);
        assertThat(recorded)
                .extracting("kind", "value", "observedAt", "receivedAt", "source", "note", "by", "late")
                .containsExactly(
                        INTEGRATION_ERRORS,
                        7.0,
                        START.plusSeconds(60),
                        START.plus(HOUR),
                        SignalSource.HAND,
                        "two connectors\nafter lunch",
                        "support",
                        false);
    }

    @Test
    void aBreachRestartsTheClock() {
        after(Duration.ofDays(13));

        var recorded = report(SIGN_IN_FAILURES, 10);

        assertThat(recorded.earliestClose()).isEqualTo(START.plus(Duration.ofDays(16)));
        assertThat(periods.look(goLive).quietLongEnough()).isFalse();
    }

    @Test
    void furtherBreachesJoinTheOpenExceptionAndAskForNoSecondTask() {
        report(SIGN_IN_FAILURES, 12);
        after(HOUR);
        report(SIGN_IN_FAILURES, 40);
        after(HOUR);
        report(SIGN_IN_FAILURES, 11);

        assertThat(process.breached).containsExactly(SIGN_IN_FAILURES);
        assertThat(view().exceptions()).singleElement().satisfies(exception -> {
            assertThat(exception.breaches()).isEqualTo(3);
            assertThat(exception.peak()).isEqualTo(40);
            assertThat(exception.firstBreachAt()).isEqualTo(START);
            assertThat(exception.lastBreachAt()).isEqualTo(START.plus(HOUR).plus(HOUR));
            assertThat(view().signals().get(0).history())
                    .allSatisfy(reading -> assertThat(reading.exception()).isEqualTo(exception.id()));
        });
    }

    @Test
    void everySignalHasAnExceptionOfItsOwn() {
        report(SIGN_IN_FAILURES, 12);
        report(INTEGRATION_ERRORS, 12);

        assertThat(process.breached).containsExactly(SIGN_IN_FAILURES, INTEGRATION_ERRORS);
        assertThat(response.breached(goLive)).containsExactlyInAnyOrder(SIGN_IN_FAILURES, INTEGRATION_ERRORS);
    }

    @Test
    void aBreachAfterTheExceptionWasResolvedOpensANewOne() {
        report(SIGN_IN_FAILURES, 12);
        after(HOUR);
        response.resolve(goLive, SIGN_IN_FAILURES, "support", "identity provider restarted");
        after(HOUR);
        report(SIGN_IN_FAILURES, 12);

        assertThat(process.breached).containsExactly(SIGN_IN_FAILURES, SIGN_IN_FAILURES);
        assertThat(view().exceptions())
                .extracting(StabilizationView.ExceptionView::isOpen)
                .containsExactly(true, false);
    }

    @Test
    void sendingTheSameMeasurementAgainAnswersTheFirstRecordAndChangesNothing() {
        var first = report(SIGN_IN_FAILURES, 12, START, "alert-7");
        response.resolve(goLive, SIGN_IN_FAILURES, "support", "fixed");
        after(DAY);

        var again = report(SIGN_IN_FAILURES, 99, START.plus(HOUR), "alert-7");

        assertThat(first.duplicate()).isFalse();
        assertThat(again.duplicate()).isTrue();
        assertThat(again.reading()).isEqualTo(first.reading());
        assertThat(process.breached).hasSize(1);
        assertThat(view().signals().get(0).history()).hasSize(1);
        assertThat(view().exceptions()).singleElement().matches(exception -> exception.breaches() == 1);
    }

    @Test
    void theSameIdOfAnotherSignalIsAnotherMeasurement() {
        report(SIGN_IN_FAILURES, 12, START, "7");

        assertThat(report(INTEGRATION_ERRORS, 12, START, "7").duplicate()).isFalse();
    }

    @Test
    void whatWasObservedBeforeThePeriodIsARecordAndNoMore() {
        var recorded = report(SIGN_IN_FAILURES, 500, START.minusSeconds(1));

        assertThat(recorded.reading().late()).isTrue();
        assertThat(recorded.reading().reading()).isEqualTo(Reading.BREACH);
        assertThat(recorded.earliestClose()).isEqualTo(START.plus(Duration.ofDays(14)));
        assertThat(process.breached).isEmpty();
        var signal = view().signals().get(0);
        assertThat(signal.history()).hasSize(1);
        assertThat(signal.last()).isNull();
        assertThat(signal.state()).isNull();
        assertThat(signal.peak()).isNull();
        assertThat(signal.counts()).isEmpty();
    }

    @Test
    void aBreachObservedAtTheVeryStartCounts() {
        assertThat(report(SIGN_IN_FAILURES, 10, START).reading().late()).isFalse();
        assertThat(process.breached).hasSize(1);
    }

    @Test
    void aLateReadingDoesNotReplaceTheNewest() {
        after(DAY);
        report(SIGN_IN_FAILURES, 3);

        var late = report(SIGN_IN_FAILURES, 7, START.plus(HOUR));

        assertThat(late.reading().late()).isTrue();
        assertThat(view().signals().get(0).last().value()).isEqualTo(3);
        assertThat(view().signals().get(0).state()).isEqualTo(Reading.QUIET);
        assertThat(view().signals().get(0).peak()).isEqualTo(7);
    }

    @Test
    void aLateBreachCountsFromWhenItWasObservedNotFromWhenItCame() {
        after(Duration.ofDays(12));
        report(SIGN_IN_FAILURES, 0, START.plus(DAY).plus(HOUR));
        report(SIGN_IN_FAILURES, 0);

        report(SIGN_IN_FAILURES, 12, START.plus(DAY));
        assertThat(process.breached).containsExactly(SIGN_IN_FAILURES);
        response.resolve(goLive, SIGN_IN_FAILURES, "support", "was over after an hour");

        assertThat(view().clock().quietSince()).isEqualTo(START.plus(DAY).plus(HOUR));
        assertThat(view().earliestClose()).isEqualTo(START.plus(Duration.ofDays(14)));
    }

    @Test
    void aLateBreachNeverSetsTheClockBack() {
        after(DAY);
        report(SIGN_IN_FAILURES, 12);
        report(SIGN_IN_FAILURES, 12, START.plus(HOUR));

        assertThat(view().clock().quietSince()).isEqualTo(START.plus(DAY));
        assertThat(view().exceptions()).singleElement().satisfies(exception -> {
            assertThat(exception.firstBreachAt()).isEqualTo(START.plus(HOUR));
            assertThat(exception.lastBreachAt()).isEqualTo(START.plus(DAY));
        });
    }

    @Test
    void aLateBreachFromBeforeAResolutionBelongsToTheResolvedException() {
        report(SIGN_IN_FAILURES, 12);
        after(Duration.ofHours(2));
        response.resolve(goLive, SIGN_IN_FAILURES, "support", "fixed");
        after(HOUR);

        report(SIGN_IN_FAILURES, 30, START.plus(HOUR));
        report(SIGN_IN_FAILURES, 30, START.plus(Duration.ofHours(2)));

        assertThat(process.breached).hasSize(1);
        assertThat(response.breached(goLive)).isEmpty();
        assertThat(view().exceptions()).singleElement().matches(exception -> exception.breaches() == 3);
        assertThat(view().clock().quietSince()).isEqualTo(START.plus(Duration.ofHours(2)));
    }

    @Test
    void aBreachInTheReviewReopensThePeriod() {
        after(Duration.ofDays(15));
        assertThat(periods.look(goLive).quietLongEnough()).isTrue();
        periods.requireQuiet(goLive);

        report(SIGN_IN_FAILURES, 10);

        assertThat(periods.look(goLive).quietLongEnough()).isFalse();
        assertThatThrownBy(() -> periods.requireQuiet(goLive))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("an exception waits for the support owner");
        response.resolve(goLive, SIGN_IN_FAILURES, "support", "fixed");
        assertThat(periods.look(goLive))
                .isEqualTo(new StabilizationPeriod.Look(false, START.plus(Duration.ofDays(18))));
    }

    @Test
    void whatComesFromTheFutureIsRefusedAndRecordsNothing() {
        var ahead = START.plus(Duration.ofMinutes(5)).plusSeconds(1);

        assertThatThrownBy(() -> report(SIGN_IN_FAILURES, 1, ahead)).isInstanceOf(Refusal.class);
        assertThat(view().signals().get(0).history()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, mode = EnumSource.Mode.EXCLUDE, names = "STABILIZATION")
    void outsideStabilizationNothingIsRecorded(Phase phase) {
        plan.phase = phase;

        assertThatThrownBy(() -> report(SIGN_IN_FAILURES, 12))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.WRONG_PHASE))
                .hasMessageContaining(phase.title())
                .hasMessageContaining(phase.isFinished() ? "finished" : "Try again once it is live");
        assertThat(view().signals().get(0).history()).isEmpty();
    }

    @Test
    void aSignalThatComesBeforeTheClockWasStartedStartsIt() {
        var early = GoLiveRow.add(jdbc, "aurora-production-2");

        var recorded = signals.record(
                early, new Observation(SIGN_IN_FAILURES, 10, null, SignalSource.REST, null, null), "support");
        after(HOUR);

        assertThat(recorded.reading().late()).isFalse();
        assertThat(periods.start(early)).isEqualTo(START.plus(Duration.ofDays(14)));
        assertThat(overview.find(early).orElseThrow().clock().start()).isEqualTo(START);
    }
}

package dev.handover.stabilization;

import static dev.handover.shared.SignalKind.INTEGRATION_ERRORS;
import static dev.handover.shared.SignalKind.SIGN_IN_FAILURES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.shared.HandoverException.Code;
import dev.handover.shared.Refusal;
import dev.handover.stabilization.StabilizationView.ActKind;
import dev.handover.stabilization.StabilizationView.Decision;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreachResponseTests extends StabilizationModuleTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void aBreachLastsUntilItIsResolvedIfNoReadingShowedItOver() {
        report(SIGN_IN_FAILURES, 10);
        after(Duration.ofDays(13));

        response.resolve(goLive, SIGN_IN_FAILURES, "support", "certificate renewed");

        assertThat(view().clock().quietSince()).isEqualTo(START.plus(Duration.ofDays(13)));
        assertThat(view().earliestClose()).isEqualTo(START.plus(Duration.ofDays(16)));
        assertThat(view().exceptions())
                .singleElement()
                .matches(exception -> exception
                        .resolved()
                        .equals(new Decision(START.plus(Duration.ofDays(13)), "support", "certificate renewed")));
    }

    @Test
    void aBreachThatAReadingShowedOverDoesNotLastUntilTheTaskIsDone() {
        report(SIGN_IN_FAILURES, 10);
        after(DAY);
        report(SIGN_IN_FAILURES, 9);
        report(INTEGRATION_ERRORS, 0);
        after(Duration.ofDays(12));

        response.resolve(goLive, SIGN_IN_FAILURES, "support", "was gone the next day");

        assertThat(view().clock().quietSince()).isEqualTo(START.plus(DAY));
        assertThat(view().earliestClose()).isEqualTo(START.plus(Duration.ofDays(14)));
    }

    @Test
    void whileAnExceptionIsOpenTheEarliestCloseIsWhatResolvingItNowWouldGive() {
        report(SIGN_IN_FAILURES, 10);
        after(Duration.ofDays(13));
        assertThat(view().earliestClose()).isEqualTo(START.plus(Duration.ofDays(16)));

        report(SIGN_IN_FAILURES, 0, START.plus(DAY));
        assertThat(view().earliestClose()).isEqualTo(START.plus(Duration.ofDays(14)));
        assertThat(view().holds()).containsExactly(SoakClock.Hold.LENGTH, SoakClock.Hold.OPEN_EXCEPTION);
        after(Duration.ofDays(2));
        assertThat(periods.look(goLive))
                .isEqualTo(new StabilizationPeriod.Look(
                        false, START.plus(Duration.ofDays(15)).plusSeconds(3_600)));

        response.resolve(goLive, SIGN_IN_FAILURES, "support", "was over the next day");
        assertThat(periods.look(goLive).quietLongEnough()).isTrue();
    }

    @Test
    void aReadingOfAnotherSignalShowsNothing() {
        report(SIGN_IN_FAILURES, 10);
        after(DAY);
        report(INTEGRATION_ERRORS, 0);

        response.resolve(goLive, SIGN_IN_FAILURES, "support", "fixed");

        assertThat(view().clock().quietSince()).isEqualTo(START.plus(DAY));
    }

    @Test
    void aCalmReadingBetweenTwoBreachesOfOneExceptionDoesNotEndIt() {
        report(SIGN_IN_FAILURES, 10);
        after(DAY);
        report(SIGN_IN_FAILURES, 0);
        after(DAY);
        report(SIGN_IN_FAILURES, 10);
        after(DAY);

        response.resolve(goLive, SIGN_IN_FAILURES, "support", "fixed");

        assertThat(view().clock().quietSince()).isEqualTo(START.plus(Duration.ofDays(3)));
    }

    @Test
    void aCalmReadingOfAClockThatIsAheadDoesNotEndTheBreachLaterThanTheResolution() {
        report(SIGN_IN_FAILURES, 10);
        report(SIGN_IN_FAILURES, 0, START.plus(Duration.ofMinutes(4)));

        response.resolve(goLive, SIGN_IN_FAILURES, "support", "fixed");

        assertThat(view().clock().quietSince()).isEqualTo(START);
    }

    @Test
    void resolvingOneSignalLeavesTheOthersOpen() {
        report(SIGN_IN_FAILURES, 10);
        report(INTEGRATION_ERRORS, 10);

        response.resolve(goLive, SIGN_IN_FAILURES, "support", "fixed");

        assertThat(response.breached(goLive)).containsExactly(INTEGRATION_ERRORS);
        assertThat(view().holds()).contains(SoakClock.Hold.OPEN_EXCEPTION);
    }

    @Test
    void resolvingTwiceIsAConflict() {
        report(SIGN_IN_FAILURES, 10);
        response.resolve(goLive, SIGN_IN_FAILURES, "support", "fixed");

        assertThatThrownBy(() -> response.resolve(goLive, SIGN_IN_FAILURES, "support", "fixed"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.CONFLICT))
                .hasMessageContaining("Sign-in failures");
    }

    @Test
    void nothingIsDoneWithoutAReason() {
        report(SIGN_IN_FAILURES, 10);

        assertThatThrownBy(() -> response.resolve(goLive, SIGN_IN_FAILURES, "support", " "))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> response.askRollBack(goLive, SIGN_IN_FAILURES, "support", null))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> response.rollBack(goLive, "production", "")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> response.stayLive(goLive, "production", "")).isInstanceOf(Refusal.class);
        assertThat(response.breached(goLive)).containsExactly(SIGN_IN_FAILURES);
    }

    @Test
    void anExceptionStaysOpenWhileARollBackIsAskedFor() {
        report(SIGN_IN_FAILURES, 10);

        response.askRollBack(goLive, SIGN_IN_FAILURES, "support", "nobody can sign in");

        assertThat(view().exceptions()).singleElement().satisfies(exception -> {
            assertThat(exception.isOpen()).isTrue();
            assertThat(exception.rollBackAsked()).isEqualTo(new Decision(START, "support", "nobody can sign in"));
        });
    }

    @Test
    void aRollBackIsRecordedAndLeavesItsCauseOpen() {
        report(SIGN_IN_FAILURES, 10);
        response.askRollBack(goLive, SIGN_IN_FAILURES, "support", "nobody can sign in");

        response.rollBack(goLive, "production", "agreed");

        assertThat(view().acts()).singleElement().satisfies(act -> {
            assertThat(act.kind()).isEqualTo(ActKind.ROLL_BACK);
            assertThat(act.decision()).isEqualTo(new Decision(START, "production", "agreed"));
        });
        assertThat(response.breached(goLive)).containsExactly(SIGN_IN_FAILURES);
    }

    @Test
    void stayingLiveResolvesWhatTheRollBackWasAskedForAndNothingElse() {
        report(SIGN_IN_FAILURES, 10);
        report(INTEGRATION_ERRORS, 10);
        response.askRollBack(goLive, SIGN_IN_FAILURES, "support", "nobody can sign in");
        after(DAY);

        response.stayLive(goLive, "production", "workaround holds");

        assertThat(view().acts()).singleElement().matches(act -> act.kind() == ActKind.STAY_LIVE);
        assertThat(response.breached(goLive)).containsExactly(INTEGRATION_ERRORS);
        assertThat(view().clock().quietSince()).isEqualTo(START.plus(DAY));
    }
}

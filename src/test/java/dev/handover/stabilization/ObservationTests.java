package dev.handover.stabilization;

import static dev.handover.shared.SignalKind.SIGN_IN_FAILURES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.shared.HandoverException.Code;
import dev.handover.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationTests {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aValueThatIsNoAmountIsRefused(double value) {
        assertThatThrownBy(() -> observation(value, NOW, null, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("sign-in-failures")
                .hasMessageContaining("at least 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1e12})
    void anyAmountIsTaken(double value) {
        assertThat(observation(value, NOW, null, null).value()).isEqualTo(value);
    }

    @Test
    void isOfNowIfItSaysNoTime() {
        assertThat(observation(1, null, null, null).observedBy(NOW)).isEqualTo(NOW);
    }

    @Test
    void mayBeAheadByTheToleranceAndNoMore() {
        var limit = NOW.plus(Duration.ofMinutes(5));

        assertThat(observation(1, limit, null, null).observedBy(NOW)).isEqualTo(limit);
        assertThatThrownBy(() -> observation(1, limit.plusNanos(1), null, null).observedBy(NOW))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.INVALID_INPUT))
                .hasMessageContaining("future")
                .hasMessageContaining("leave observedAt out");
    }

    @Test
    void isKeptToTheMicrosecondThatTheDatabaseKeeps() {
        var fine = Instant.parse("2026-03-02T09:00:00.123456789Z");

        assertThat(observation(1, fine, null, null).observedBy(NOW))
                .isEqualTo(Instant.parse("2026-03-02T09:00:00.123456Z"));
    }

    @Test
    void blankTextsAreNoTexts() {
        var observation = observation(1, NOW, "  ", "\n");

        assertThat(observation.dedupeKey()).isNull();
        assertThat(observation.note()).isNull();
    }

    @Test
    void textsHaveALimitThatTheyMayReach() {
        assertThat(observation(1, NOW, "k".repeat(200), "n".repeat(2_000)).note())
                .hasSize(2_000);
        assertThatThrownBy(() -> observation(1, NOW, "k".repeat(201), null)).hasMessageContaining("201 characters");
        assertThatThrownBy(() -> observation(1, NOW, null, "n".repeat(2_001))).hasMessageContaining("2001 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "half \uD83D of a pair", "\uDE00"})
    void whatTheDatabaseCannotKeepIsRefusedRatherThanFailing(String text) {
        assertThatThrownBy(() -> observation(1, NOW, text, null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> observation(1, NOW, null, text)).isInstanceOf(Refusal.class);
    }

    @Test
    void ordinaryTextOfAnyScriptIsKept() {
        assertThat(observation(1, NOW, null, "größer 😀 ‮rtl\nsecond line").note())
                .isEqualTo("größer 😀 ‮rtl\nsecond line");
    }

    private static Observation observation(double value, Instant observedAt, String id, String note) {
        return new Observation(SIGN_IN_FAILURES, value, observedAt, SignalSource.REST, id, note);
    }
}

package dev.handover.plan;

import static dev.handover.plan.PlanTestData.assertMistake;
import static dev.handover.plan.PlanTestData.mistakesOf;
import static dev.handover.plan.PlanTestData.smallWith;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StabilizationRulesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '      watch: 3' | '      watch: 11' | /stabilization/thresholds/sign-in-failures/watch | A reading would be a breach before it is watched: watch is above breach. | Write a watch of at most 10.
                    '  quiet: PT12H' | '  quiet: P2D' | /stabilization/quiet | The quiet time PT48H is longer than the whole period PT24H. | Write at most PT24H, or lengthen the period.
                    '    sign-in-failures:' | '    signin-failures:' | /stabilization/thresholds/signin-failures | There is no field "signin-failures" here. | Write "sign-in-failures".
                    """)
    void limitsThatDoNotFitTogetherAreTold(
            String place, String replacement, String pointer, String message, String mend) {
        assertMistake(place, replacement, pointer, message, mend);
    }

    @Test
    void thresholdsMayBeEqualAndTheQuietTimeMayFillThePeriod() {
        assertThat(mistakesOf(smallWith("      watch: 3", "      watch: 10"))).isEmpty();
        assertThat(mistakesOf(smallWith("  quiet: PT12H", "  quiet: PT24H"))).isEmpty();
    }
}

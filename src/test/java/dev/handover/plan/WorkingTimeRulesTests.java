package dev.handover.plan;

import static dev.handover.plan.PlanTestData.assertMistake;
import static dev.handover.plan.PlanTestData.mistakesOf;
import static dev.handover.plan.PlanTestData.read;
import static dev.handover.plan.PlanTestData.sample;
import static dev.handover.plan.PlanTestData.smallWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.plan.Plan.Weekday;
import dev.handover.shared.EvidenceKind;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingTimeRulesTests {

    private static final String HOLIDAYS = "[DE-HH, \"2026-12-24\"]";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    to: "16:30" | to: "06:00" | /workingTime/to | The working day ends at 06:00, before it has begun at 07:00. | Write a time after 07:00. Night shifts cannot be stated; take the hours in which decisions are made.
                    to: "16:30" | to: "07:00" | /workingTime/to | The working day ends at 07:00, before it has begun at 07:00. | Write a time after 07:00. Night shifts cannot be stated; take the hours in which decisions are made.
                    to: "16:30" | to: "24:00" | /workingTime/to | "24:00" is not a time of day. | Write it like "08:00", in quotes.
                    to: "16:30" | to: 4 pm | /workingTime/to | "4 pm" is not a time of day. | Write it like "08:00", in quotes.
                    "2026-12-24" | "2026-02-29" | /workingTime/holidays/1 | There is no day 2026-02-29. | Check month and day.
                    DE-HH | DE-XX | /workingTime/holidays/0 | The public holidays of "DE-XX" are not known. | Write the code of a country (DE) or region (DE-HH), or single days (2026-12-24).
                    DE-HH | Hamburg | /workingTime/holidays/0 | The public holidays of "Hamburg" are not known. | Write the code of a country (DE) or region (DE-HH), or single days (2026-12-24).
                    known-issues-list: P10D | known-issues-list: P0D | /shelfLife/known-issues-list | "known-issues-list" is not a length of time. | Write it, for example known-issues-list: P14D. An ISO-8601 duration in days, hours, minutes and seconds, longer than zero.
                    """)
    void hoursAndLimitsThatCannotBeAreTold(
            String place, String replacement, String pointer, String message, String mend) {
        assertMistake(place, replacement, pointer, message, mend);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[DE]", "[US-CA, CH-ZH]", "[\"2028-02-29\"]", "[FR, 2026-12-31]"})
    void countriesRegionsAndDaysAreAccepted(String holidays) {
        assertThat(mistakesOf(smallWith(HOLIDAYS, holidays))).isEmpty();
    }

    @Test
    void aPlanThatSaysNothingHasOfficeHoursAndTheLimitsOfTheInstallation() {
        var plan = read(sample("aurora-large.yaml"));

        assertThat(plan.workingTime().days())
                .containsExactly(Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY, Weekday.THURSDAY, Weekday.FRIDAY);
        assertThat(plan.workingTime().from()).isEqualTo(LocalTime.of(8, 0));
        assertThat(plan.workingTime().to()).isEqualTo(LocalTime.of(18, 0));
        assertThat(plan.workingTime().holidays()).isEmpty();
        assertThat(plan.shelfLife()).isEmpty();
    }

    @Test
    void whatThePlanStatesIsRead() {
        var plan = read(smallWith("days: [monday, tuesday,", "days: [tuesday, monday,"));

        assertThat(plan.workingTime().days())
                .hasSize(6)
                .startsWith(Weekday.MONDAY)
                .endsWith(Weekday.SATURDAY);
        assertThat(plan.calendar().zone()).isEqualTo(plan.releaseWindow().zone());
        assertThat(plan.shelfLife()).isEqualTo(Map.of(EvidenceKind.KNOWN_ISSUES_LIST, Duration.ofDays(10)));
    }
}

package dev.handover.golive;

import static dev.handover.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.shared.HandoverException.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTests {

    /** Clocks in Berlin go forward on 29 March 2026 and back on 25 October; in Santiago the 6 September begins at 01:00. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-02, Europe/Berlin, 2026-03-01T23:00:00Z, PT24H",
        "2026-03-29, 2026-03-29, Europe/Berlin, 2026-03-28T23:00:00Z, PT23H",
        "2026-10-25, 2026-10-25, Europe/Berlin, 2026-10-24T22:00:00Z, PT25H",
        "2026-09-06, 2026-09-06, America/Santiago, 2026-09-06T04:00:00Z, PT23H",
        "2028-02-28, 2028-03-01, UTC, 2028-02-28T00:00:00Z, PT72H",
        "2026-03-02, 2026-03-02, Pacific/Auckland, 2026-03-01T11:00:00Z, PT24H",
    })
    void aDayIsAsLongAsItIsInItsZone(LocalDate first, LocalDate last, ZoneId zone, Instant start, Duration length) {
        var period = new Period(first, last, zone);
        assertThat(period.start()).isEqualTo(start);
        assertThat(Duration.between(period.start(), period.end())).isEqualTo(length);
    }

    @Test
    void itLastsAtMostAYearWithItsLeapDay() {
        var first = LocalDate.parse("2026-03-02");
        assertThat(new Period(first, first.plusDays(365), ZoneOffset.UTC).last())
                .isEqualTo("2027-03-02");
        assertRefused(Code.INVALID_INPUT, () -> new Period(first, first.plusDays(366), ZoneOffset.UTC))
                .contains("at most 366 days");
        assertRefused(Code.INVALID_INPUT, () -> new Period(first, first.minusDays(1), ZoneOffset.UTC))
                .isEqualTo("The last day, 2026-03-01, is before the first, 2026-03-02.");
    }

    /** At ten to midnight in Berlin, Monday is over in Auckland and not begun in Los Angeles' Tuesday. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-02, true",
        "Europe/Berlin, 2026-03-01, false",
        "Pacific/Auckland, 2026-03-03, true",
        "Pacific/Auckland, 2026-03-02, false",
        "UTC, 2028-03-02, true",
        "UTC, 2028-03-03, false",
    })
    void itBeginsTodayOrLaterByTheCalendarOfItsZone(String zone, String first, boolean ahead) {
        var now = Instant.parse("2026-03-02T22:50:00Z");
        var period = Period.read(first, first, zone, ZoneOffset.UTC);
        if (ahead) {
            period.requireAhead(now);
        } else {
            assertRefused(Code.INVALID_INPUT, () -> period.requireAhead(now)).contains("choose a first day");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tomorrow", "2026-02-30", "+999999999-12-31", "-0001-01-01", "0000-01-01", "2026-3-2", "a\0"})
    void whatIsNoDayIsRefused(String text) {
        assertRefused(Code.INVALID_INPUT, () -> Period.read(text, "2026-03-02", "", ZoneOffset.UTC));
        assertRefused(Code.INVALID_INPUT, () -> Period.read("2026-03-02", text, null, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Atlantis", "x", "Berlin", "../../etc", "+19:00"})
    void whatIsNoZoneIsRefused(String text) {
        assertRefused(Code.INVALID_INPUT, () -> Period.read("2026-03-02", "2026-03-02", text, ZoneOffset.UTC))
                .contains("is no time zone");
    }

    @Test
    void withoutAZoneTheUsualOneIsMeantAndWithoutADayNothing() {
        var berlin = ZoneId.of("Europe/Berlin");
        assertThat(Period.read("2026-03-02", "2026-03-03", " ", berlin).zone()).isEqualTo(berlin);
        assertRefused(Code.INVALID_INPUT, () -> Period.read(null, "2026-03-03", null, berlin))
                .isEqualTo("Give the first and the last day.");
        assertRefused(Code.INVALID_INPUT, () -> Period.read("2026-03-02", " ", null, berlin));
    }
}

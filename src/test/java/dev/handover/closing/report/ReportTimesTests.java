package dev.handover.closing.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTimesTests {

    private final ReportTimes berlin = new ReportTimes(ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-12-12T17:00:00Z | 12 Dec 2026, 18:00:00 CET",
                "2026-10-25T00:30:00Z | 25 Oct 2026, 02:30:00 CEST",
                "2026-10-25T01:30:00Z | 25 Oct 2026, 02:30:00 CET",
                "2026-03-29T01:00:00Z | 29 Mar 2026, 03:00:00 CEST"
            })
    void timesAreOfTheZoneAndSayWhichOfTwoEqualHoursIsMeant(Instant at, String shown) {
        assertThat(berlin.show(at).replace('\u00a0', ' ')).isEqualTo(shown);
    }

    @Test
    void timeBreaksAfterTheCommaOnly() {
        assertThat(berlin.show(Instant.EPOCH).chars().filter(c -> c == ' ')).hasSize(1);
    }

    @Test
    void nothingIsADash() {
        assertThat(berlin.show((Instant) null)).isEqualTo("–");
        assertThat(berlin.cell(null)).isSameAs(Cell.nothing());
    }

    @Test
    void dayAndZoneAreInWords() {
        assertThat(berlin.show(LocalDate.of(2026, 1, 2)).replace('\u00a0', ' ')).isEqualTo("2 Jan 2026");
        assertThat(berlin.zoneName()).isEqualTo("Central European Time (Europe/Berlin)");
        assertThat(new ReportTimes(ZoneOffset.UTC).zoneName()).isEqualTo("Z");
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0 ms", "PT0.34S, 340 ms", "PT1.24S, 1.2 s", "PT59.9S, 59.9 s", "PT3M5S, 3 min 5 s"})
    void lengthOfARunIsShort(Duration took, String shown) {
        assertThat(ReportTimes.took(took)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"1, 1 B", "1023, 1023 B", "1024, 1 KB", "12700, 12 KB", "1048576, 1.0 MB", "26214400, 25.0 MB"})
    void sizesAreShort(long bytes, String shown) {
        assertThat(ReportTimes.size(bytes)).isEqualTo(shown);
    }
}

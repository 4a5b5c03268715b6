package dev.handover.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightsTests {

    private static final String KEY = "aurora-production-1";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Nights nightsAt(String time, Duration spread) {
        return new Nights(new RevalidationProperties(LocalTime.parse(time), spread));
    }

    /** On 29 March 2026 clocks in Berlin go from 02:00 to 03:00, on 25 October 2026 from 03:00 back to 02:00. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T10:00:00Z, 2026-03-03T01:30:00Z",
        "2026-03-02T01:00:00Z, 2026-03-02T01:30:00Z",
        "2026-03-02T01:30:00Z, 2026-03-03T01:30:00Z",
        "2026-03-28T12:00:00Z, 2026-03-29T01:30:00Z",
        "2026-03-29T01:30:00Z, 2026-03-30T00:30:00Z",
        "2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z",
        "2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
        "2026-10-25T01:15:00Z, 2026-10-26T01:30:00Z",
        "2028-02-28T12:00:00Z, 2028-02-29T01:30:00Z"
    })
    void aNightIsAtTheSameTimeOnTheClockOfTheZone(Instant after, Instant night) {
        assertThat(nightsAt("02:30", Duration.ZERO).next(KEY, BERLIN, after)).isEqualTo(night);
    }

    @Test
    void thereIsOneNightADayAlsoOverAYearWithBothChanges() {
        var nights = nightsAt("02:30", Duration.ofHours(2));
        var dates = Stream.iterate(
                        nights.next(KEY, BERLIN, Instant.parse("2026-01-01T12:00:00Z")),
                        night -> nights.next(KEY, BERLIN, night))
                .limit(365)
                .map(night -> night.atZone(BERLIN).toLocalDate())
                .toList();
        assertThat(dates)
                .doesNotHaveDuplicates()
                .isSorted()
                .endsWith(dates.get(0).plusDays(364));
    }

    @Test
    void goLivesBeginAtDifferentMomentsWithinTheSpreadAndEachAlwaysAtItsOwn() {
        var nights = nightsAt("02:00", Duration.ofHours(1));
        var noon = Instant.parse("2026-03-02T12:00:00Z");
        var begin = Instant.parse("2026-03-03T02:00:00Z");
        var moments = IntStream.range(0, 200)
                .mapToObj(number -> nights.next("aurora-production-" + number, ZoneOffset.UTC, noon))
                .toList();
        assertThat(moments).allSatisfy(moment -> assertThat(moment).isBetween(begin, begin.plusSeconds(3599)));
        assertThat(moments.stream().distinct().count()).isGreaterThan(150);
        assertThat(nights.next("aurora-production-7", ZoneOffset.UTC, noon)).isEqualTo(moments.get(7));
    }
}

package dev.handover.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimesTests {

    private final Times berlin = new Times(ZoneId.of("Europe/Berlin"));

    @Test
    void aTimeIsShownInItsZoneInSummerAndInWinter() {
        assertThat(berlin.show(Instant.parse("2026-07-01T22:30:00Z"))).isEqualTo("Thu 2 Jul 2026, 00:30");
        assertThat(berlin.showWithZone(Instant.parse("2026-07-01T22:30:00Z"))).isEqualTo("Thu 2 Jul 2026, 00:30 CEST");
        assertThat(berlin.showWithZone(Instant.parse("2026-12-01T22:30:00Z"))).isEqualTo("Tue 1 Dec 2026, 23:30 CET");
    }

    @Test
    void aStretchOnOneDayTellsTheDayOnce() {
        var start = Instant.parse("2026-12-12T17:00:00Z");
        assertThat(berlin.show(start, start.plus(Duration.ofHours(4)))).isEqualTo("Sat 12 Dec 2026, 18:00 to 22:00");
        assertThat(berlin.show(start, start.plus(Duration.ofHours(7))))
                .isEqualTo("Sat 12 Dec 2026, 18:00 to Sun 13 Dec 2026, 01:00");
    }

    @Test
    void aZoneIsNamedInWordsAndById() {
        assertThat(berlin.zoneName()).isEqualTo("Central European Time (Europe/Berlin)");
        assertThat(new Times(ZoneOffset.UTC).zoneName()).isEqualTo("Z");
    }

    @Test
    void whatSomethingTookHasTheUnitThatFits() {
        assertThat(berlin.took(Duration.ofMillis(999))).isEqualTo("999 ms");
        assertThat(berlin.took(Duration.ofMillis(1_240))).isEqualTo("1.2 s");
        assertThat(berlin.took(Duration.ofSeconds(185))).isEqualTo("3 min 5 s");
    }

    @Test
    void aLengthHasItsTwoLargestParts() {
        assertThat(Times.length(Duration.ofDays(90))).isEqualTo("90 days");
        assertThat(Times.length(Duration.ofMinutes(26 * 60 + 5))).isEqualTo("1 day 2 hours");
        assertThat(Times.length(Duration.ofSeconds(30))).isEqualTo("less than a minute");
    }
}

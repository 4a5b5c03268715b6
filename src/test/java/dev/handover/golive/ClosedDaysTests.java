package dev.handover.golive;

import static dev.handover.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.handover.DomainTest;
import dev.handover.Rehearsal;
import dev.handover.TestClock;
import dev.handover.audit.AdminActs;
import dev.handover.audit.AdminActs.AdminAct;
import dev.handover.golive.ClosedDays.ClosedDay;
import dev.handover.shared.HandoverException.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Days on which nobody works. The clock stands at ten o'clock on 2 March 2026 UTC, a Monday. */
@DomainTest
class ClosedDaysTests {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);

    @Autowired
    private ClosedDays days;

    @Autowired
    private Calendars calendars;

    @Autowired
    private AdminActs acts;

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private TestClock clock;

    @Test
    void aClosedDayIsNoWorkingDayOfAnyPlan() {
        var key = rehearsal.submitted();
        var night = Instant.parse("2026-03-02T22:00:00Z");
        assertThat(calendars.of(key).isWorkingDay(TUESDAY)).isTrue();
        var before = calendars.of(key).plusWorking(night, Duration.ofHours(1));
        days.close(TUESDAY, "Company holiday", "admin");
        assertThat(calendars.of(key).isWorkingDay(TUESDAY)).isFalse();
        assertThat(calendars.of(key).plusWorking(night, Duration.ofHours(1)))
                .isEqualTo(before.plus(Duration.ofDays(1)));
        assertThat(calendars.of(key).holidaysAhead(LocalDate.of(2026, 3, 2), 2)).startsWith(TUESDAY);
        days.open(TUESDAY, "admin");
        assertThat(calendars.of(key).isWorkingDay(TUESDAY)).isTrue();
    }

    @Test
    void closingAndOpeningAreOnRecordOnce() {
        days.close(TUESDAY, "Company holiday", "admin");
        days.close(TUESDAY, "Company holiday", "other");
        days.close(TUESDAY, "Move of the office", "other");
        days.open(TUESDAY, "admin");
        days.open(TUESDAY, "admin");
        assertThat(acts.newest(10))
                .extracting(AdminAct::words, AdminAct::actor, AdminAct::detail)
                .containsExactly(
                        tuple("Opened a closed day", "admin", ""),
                        tuple("Closed a day", "other", "Move of the office"),
                        tuple("Closed a day", "admin", "Company holiday"));
    }

    @Test
    void theNextAreListedFirst() {
        days.close(TUESDAY.plusDays(7), "Second", "admin");
        days.close(TUESDAY, "First", "admin");
        assertThat(days.all()).extracting(ClosedDay::name).containsExactly("First", "Second");
        clock.set(Instant.parse("2026-03-05T12:00:00Z"));
        assertThat(days.all()).extracting(ClosedDay::name).containsExactly("Second");
        assertThat(days.days()).contains(TUESDAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-28", "2029-03-03", "+999999999-12-31"})
    void aDayThatIsPastOrFarAwayIsRefused(LocalDate day) {
        assertRefused(Code.INVALID_INPUT, () -> days.close(day, "x", "admin")).contains("Choose a day from");
    }

    @Test
    void aDayIsClosedForAReason() {
        assertRefused(Code.INVALID_INPUT, () -> days.close(TUESDAY, " ", "admin"));
        assertRefused(Code.INVALID_INPUT, () -> days.close(null, "x", "admin"));
        assertRefused(Code.INVALID_INPUT, () -> days.close(TUESDAY, "x".repeat(101), "admin"));
        assertThat(days.all()).isEmpty();
    }
}

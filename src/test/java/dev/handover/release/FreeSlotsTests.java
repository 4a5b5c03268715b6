package dev.handover.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.DomainTest;
import dev.handover.Rehearsal;
import dev.handover.TestClock;
import dev.handover.golive.Progress;
import dev.handover.release.FreeSlots.Slot;
import dev.handover.shared.GoLiveKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The window of the sample begins at 11:20 in Berlin and lasts four hours; work is from 07:00 to 16:30, Monday to Saturday,
 * in Hamburg. The clock of the test stands at 11:00 on a Monday, so two working days end on Wednesday at 11:00, and the next
 * full quarter of an hour after the time of the window is 11:30.
 */
@DomainTest
class FreeSlotsTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    private FreeSlots slots;

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private Progress progress;

    @Autowired
    private TestClock clock;

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private Slot next(GoLiveKey key) {
        return slots.next(key).orElseThrow();
    }

    /** Another go-live of the same environment, so long after now. */
    private GoLiveKey taken(String start, String end) {
        return rehearsal.submitted(Rehearsal.plan()
                .replace("start: PT20M", "start: " + start)
                .replace("end: PT4H20M", "end: " + end)
                .replace("freezeEnd: P1D", "freezeEnd: P30D"));
    }

    @Test
    void theNextSlotIsAsLongAndAtTheSameFullQuarterOfADayThatLeavesTwoWorkingDays() {
        var slot = next(rehearsal.submitted());
        assertThat(slot.start()).isEqualTo(berlin("2026-03-04T11:30"));
        assertThat(slot.end()).isEqualTo(berlin("2026-03-04T15:30"));
        assertThat(slot.passedOver()).isEmpty();
    }

    @Test
    void oneMinuteTooLateIsTheNextDay() {
        var key = rehearsal.submitted();
        clock.forward(Duration.ofMinutes(30));
        assertThat(next(key).start()).isEqualTo(berlin("2026-03-04T11:30"));
        clock.forward(Duration.ofMinutes(1));
        assertThat(next(key).start()).isEqualTo(berlin("2026-03-05T11:30"));
    }

    @Test
    void aWindowOfAnotherGoLiveIsPassedOverAndNamed() {
        var key = rehearsal.submitted();
        var other = taken("P2DT1H", "P2DT2H");
        var slot = next(key);
        assertThat(slot.start()).isEqualTo(berlin("2026-03-05T11:30"));
        assertThat(slot.passedOver()).singleElement().satisfies(taken -> {
            assertThat(taken.by()).isEqualTo(other);
            assertThat(taken.start()).isEqualTo(berlin("2026-03-04T12:00"));
        });
    }

    @Test
    void aWindowThatOnlyTouchesIsNotInTheWay() {
        var key = rehearsal.submitted();
        taken("P2DT4H30M", "P2DT5H");
        assertThat(next(key).start()).isEqualTo(berlin("2026-03-04T11:30"));
    }

    @Test
    void theWindowOfAGoLiveThatHasEndedIsFree() {
        var key = rehearsal.submitted();
        progress.withdraw(taken("P2DT1H", "P2DT2H"), "No site.", "requester");
        assertThat(next(key).start()).isEqualTo(berlin("2026-03-04T11:30"));
    }

    @Test
    void sundaysAndHolidaysAreLeftOut() {
        var key = rehearsal.submitted();
        clock.set(berlin("2026-04-01T12:00"));
        // Thursday, Saturday and no Good Friday: the two days end on Saturday at 12:00, after the time of the window
        assertThat(next(key).start()).isEqualTo(berlin("2026-04-07T11:30"));
    }

    @Test
    void theTimeOnTheClockStaysWhenClocksChange() {
        var key = rehearsal.submitted();
        clock.set(berlin("2026-03-27T11:00"));
        var slot = next(key);
        assertThat(slot.start()).isEqualTo(berlin("2026-03-30T11:30")).isEqualTo(Instant.parse("2026-03-30T09:30:00Z"));
        assertThat(Duration.between(slot.start(), slot.end())).hasHours(4);
    }

    @Test
    void aTimeThatTheClocksLeaveOutIsAsMuchLater() {
        var key = rehearsal.submitted(
                Rehearsal.plan().replace("thursday, friday, saturday]", "thursday, friday, saturday, sunday]"));
        progress.moveWindow(key, berlin("2026-03-20T02:30"), berlin("2026-03-20T06:30"), "requester");
        clock.set(berlin("2026-03-27T07:00"));
        var slot = next(key);
        assertThat(slot.start()).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(Duration.between(slot.start(), slot.end())).hasHours(4);
    }
}

package dev.handover.golive;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.DomainTest;
import dev.handover.Rehearsal;
import dev.handover.shared.GoLiveKey;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The window that is taken is from 10:20 to 14:20 of the day the clock of the test stands at. */
@DomainTest
class WindowConflictsTests {

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private WindowConflicts windows;

    @Autowired
    private Progress progress;

    private GoLiveKey taken;

    @BeforeEach
    void takeAWindow() {
        taken = rehearsal.submitted();
    }

    @ParameterizedTest
    @CsvSource({
        "10:20:00, 14:20:00",
        "10:19:00, 10:20:01",
        "14:19:59, 15:00:00",
        "10:20:00, 10:20:01",
        "11:00:00, 12:00:00",
        "09:00:00, 18:00:00"
    })
    void overlappingWindowsAreRefusedNamingTheOther(String start, String end) {
        assertThatThrownBy(() -> require(start, end))
                .hasMessageContaining(taken.value())
                .hasMessageContaining("Choose another window");
    }

    @ParameterizedTest
    @CsvSource({"09:00:00, 10:20:00", "14:20:00, 15:00:00", "14:20:01, 15:00:00", "09:00:00, 10:19:59"})
    void windowsThatOnlyTouchAreFree(String start, String end) {
        assertThatCode(() -> require(start, end)).doesNotThrowAnyException();
    }

    @Test
    void anotherEnvironmentAndAnotherCustomerAreNotInTheWay() {
        windows.requireFree("aurora", "staging", at("11:00:00"), at("12:00:00"), null);
        windows.requireFree("borealis", "production", at("11:00:00"), at("12:00:00"), null);
    }

    @Test
    void theOwnWindowIsNotInTheWay() {
        windows.requireFree("aurora", "production", at("11:00:00"), at("12:00:00"), taken);
    }

    @Test
    void theWindowOfAGoLiveThatHasEndedIsFree() {
        progress.withdraw(taken, "No site.", "requester");
        require("11:00:00", "12:00:00");
    }

    private void require(String start, String end) {
        windows.requireFree("aurora", "production", at(start), at(end), null);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + "Z");
    }
}

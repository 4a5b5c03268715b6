package dev.handover.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.shared.Refusal;
import dev.handover.shared.Role;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionTermsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static ConditionTerms terms(String due, String expires) {
        return ConditionTerms.of(Role.SUPPORT, day(due), day(expires), TODAY);
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    @Test
    void withoutAnExpiryDayTheApprovalHoldsFourteenDaysMore() {
        assertThat(terms("2026-03-10", null).expires()).isEqualTo(LocalDate.of(2026, 3, 24));
    }

    @Test
    void withoutAnOwnerTheProjectTeamMeetsThem() {
        assertThat(ConditionTerms.of(null, TODAY, null, TODAY).owner()).isEqualTo(Role.REQUESTER);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CHANGE", "VALIDATOR"})
    void rolesThatDoNoWorkOnItMeetNoConditions(Role role) {
        assertThatThrownBy(() -> ConditionTerms.of(role, TODAY, null, TODAY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("choose another owner");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02,2026-03-02", "2026-03-02,2031-03-02", "2031-03-02,"})
    void theSameDayAndTheFarthestDayAreTaken(String due, String expires) {
        assertThat(terms(due, expires).due()).isEqualTo(day(due));
    }

    @ParameterizedTest
    @CsvSource({
        ",,Say by which day",
        "2026-03-01,,from 2026-03-02 on",
        "2031-03-03,,within 5 years",
        "2026-03-10,2026-03-09,before they are due on 2026-03-10",
        "2026-03-10,2031-03-03,expire on 2031-03-03",
    })
    void aDayThatMakesNoSenseIsRefusedWithTheDay(String due, String expires, String words) {
        assertThatThrownBy(() -> terms(due, expires))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(words);
    }
}

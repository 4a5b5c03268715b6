package dev.handover.golive;

import static dev.handover.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.TestClock;
import dev.handover.golive.Participant.State;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.HandoverException.Code;
import dev.handover.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticipantTests {

    private final Participant owner =
            new Participant(new GoLiveKey("aurora-production-1"), Role.SUPPORT, "support", State.NAMED);

    @Test
    void whoIsNamedAcceptsOrDeclinesOnce() {
        owner.decline("On leave.", TestClock.START);
        assertThat(owner.state()).isEqualTo(State.DECLINED);
        assertThat(owner.reason()).isEqualTo("On leave.");
        assertThat(owner.decidedAt()).isEqualTo(TestClock.START);
        assertRefused(Code.CONFLICT, () -> owner.accept(TestClock.START))
                .contains("You have declined this role already");
    }

    @Test
    void acceptingAgainChangesNothingButDecliningThenIsTooLate() {
        owner.accept(TestClock.START);
        owner.accept(TestClock.START.plusSeconds(9));
        assertThat(owner.decidedAt()).isEqualTo(TestClock.START);
        assertRefused(Code.CONFLICT, () -> owner.decline("Changed my mind.", TestClock.START))
                .contains("accepted");
    }

    @Test
    void whoIsNamedAgainStartsAnew() {
        owner.decline("On leave.", TestClock.START);
        owner.nameAgain();
        assertThat(owner.state()).isEqualTo(State.NAMED);
        assertThat(owner.reason()).isNull();
        assertThat(owner.decidedAt()).isNull();
        owner.replace();
        owner.takeOn();
        assertThat(owner.state()).isEqualTo(State.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"NAMED, true", "ACCEPTED, true", "DECLINED, false", "REPLACED, false"})
    void onlyWhoIsNamedOrHasAcceptedHoldsTheRole(State state, boolean holds) {
        var participant = new Participant(new GoLiveKey("aurora-production-1"), Role.SUPPORT, "support", state);
        assertThat(participant.holds()).isEqualTo(holds);
    }
}

package dev.handover.board.golive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.handover.board.OpenTask;
import dev.handover.golive.GoLive;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.signoff.Condition;
import dev.handover.signoff.ConditionLedger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlineTests {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant OPENS = Instant.parse("2026-03-06T18:00:00Z");
    private static final Instant ENDS = Instant.parse("2026-03-06T22:00:00Z");

    @Test
    void theWindowIsNextWhileNothingElseHasADate() {
        assertThat(first(Phase.VALIDATION, NOW)).contains(new Deadline("The release window opens", OPENS, false));
        assertThat(first(Phase.RELEASE, NOW)).contains(new Deadline("The release window opens", OPENS, false));
        assertThat(first(Phase.RELEASE, OPENS)).contains(new Deadline("The release window ends", ENDS, false));
        assertThat(first(Phase.RELEASE, ENDS)).isEmpty();
        assertThat(first(Phase.STABILIZATION, NOW)).isEmpty();
    }

    @Test
    void aTaskComesByItsDueDateWithoutTheNameOfTheGoLive() {
        assertThat(first(Phase.VALIDATION, NOW, task(null), task(NOW.plusSeconds(60))))
                .contains(new Deadline("Accept the role", NOW.plusSeconds(60), false));
        assertThat(first(Phase.VALIDATION, NOW, task(OPENS.plusSeconds(60))))
                .contains(new Deadline("The release window opens", OPENS, false));
    }

    @Test
    void whatIsOverdueComesFirst() {
        assertThat(first(Phase.VALIDATION, NOW, task(NOW.plusSeconds(60)), task(NOW.minusSeconds(1))))
                .contains(new Deadline("Accept the role", NOW.minusSeconds(1), true));
    }

    @Test
    void aConditionMayBeMetUntilItsDayIsOverWhereTheCustomerIs() {
        var condition = condition("Second approver trained", LocalDate.parse("2026-03-02"), true);
        var midnight = Instant.parse("2026-03-02T23:00:00Z");
        assertThat(Deadline.first(goLive(Phase.SIGN_OFF), List.of(), List.of(condition), NOW))
                .contains(new Deadline("Condition: Second approver trained", midnight, false));
        assertThat(Deadline.first(goLive(Phase.SIGN_OFF), List.of(), List.of(condition), midnight))
                .get()
                .extracting(Deadline::overdue)
                .isEqualTo(true);
        var met = condition("Second approver trained", LocalDate.parse("2026-03-02"), false);
        assertThat(Deadline.first(goLive(Phase.STABILIZATION), List.of(), List.of(met), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"HANDED_OVER", "WITHDRAWN", "ROLLED_BACK"})
    void whatHasEndedHasNone(Phase end) {
        assertThat(first(end, NOW, task(NOW.plusSeconds(60)))).isEmpty();
    }

    private static Optional<Deadline> first(Phase phase, Instant now, OpenTask... tasks) {
        return Deadline.first(goLive(phase), List.of(tasks), List.of(), now);
    }

    private static OpenTask task(Instant due) {
        var name = "Accept the role – Aurora Works production";
        return new OpenTask(
                "1", "UserTask_AcceptRole", new GoLiveKey("aurora-1"), name, "support", null, due, NOW, Map.of());
    }

    private static ConditionLedger.Entry condition(String text, LocalDate due, boolean toBeMet) {
        var condition = mock(Condition.class);
        given(condition.text()).willReturn(text);
        given(condition.due()).willReturn(due);
        given(condition.isToBeMet()).willReturn(toBeMet);
        return new ConditionLedger.Entry(condition, Condition.State.OPEN, "support");
    }

    private static GoLive goLive(Phase phase) {
        var goLive = mock(GoLive.class);
        given(goLive.phase()).willReturn(phase);
        given(goLive.windowStart()).willReturn(OPENS);
        given(goLive.windowEnd()).willReturn(ENDS);
        given(goLive.zone()).willReturn(ZoneId.of("Europe/Berlin"));
        given(goLive.caption()).willReturn("Aurora Works production");
        return goLive;
    }
}

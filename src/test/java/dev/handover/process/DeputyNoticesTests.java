package dev.handover.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.handover.golive.Absences;
import dev.handover.golive.Absences.Gap;
import dev.handover.golive.Acting;
import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import dev.handover.notice.Facts;
import dev.handover.notice.NoticeKind;
import dev.handover.notice.Notices;
import dev.handover.process.Assignment.Asked;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** Who is told when a task waits for somebody who cannot or may not act. */
class DeputyNoticesTests {

    private static final GoLiveKey KEY = new GoLiveKey("aurora-production-1");
    private static final Instant BACK = Instant.parse("2026-03-06T00:00:00Z");

    private final GoLiveRegister register = mock();
    private final Absences absences = mock();
    private final Notices notices = mock();
    private final DeputyNotices deputyNotices = new DeputyNotices(register, absences, notices);

    @BeforeEach
    void theGoLiveIsOfTheRequester() {
        var goLive = mock(GoLive.class);
        given(goLive.requester()).willReturn("requester");
        given(goLive.zone()).willReturn(ZoneOffset.UTC);
        given(register.get(KEY)).willReturn(goLive);
        given(absences.gapNow(any())).willReturn(Optional.empty());
    }

    private void away(String person) {
        given(absences.gapNow(person)).willReturn(Optional.of(new Gap(person, Instant.EPOCH, BACK)));
    }

    private void asked(Acting acting) {
        deputyNotices.about(KEY, "task-1", "Sign", new Asked(acting, null, null));
    }

    @Test
    void theRequesterHearsThatATaskWaitsForSomebodyWhoIsAway() {
        away("business");
        asked(Acting.self("business"));
        var facts = ArgumentCaptor.forClass(Facts.class);
        verify(notices).tell(eq(KEY), eq(NoticeKind.NOBODY_STANDS_IN), eq(List.of("requester")), facts.capture());
        assertThat(facts.getValue().person()).isEqualTo("business");
        assertThat(facts.getValue().end()).isEqualTo(BACK);
        assertThat(facts.getValue().taskId()).isEqualTo("task-1");
    }

    @Test
    void theTaskIsCalledWithoutTheCustomerWhomTheMailNamesAnyway() {
        given(register.get(KEY).caption()).willReturn("Aurora Works production");
        away("business");
        deputyNotices.about(
                KEY, "task-1", "Sign – Aurora Works production", new Asked(Acting.self("business"), null, null));
        var facts = ArgumentCaptor.forClass(Facts.class);
        verify(notices).tell(any(), any(), any(), facts.capture());
        assertThat(facts.getValue().taskName()).isEqualTo("Sign");
    }

    @Test
    void theSameTaskAndAbsenceHaveTheSameSubjectSoItIsToldOnce() {
        away("business");
        asked(Acting.self("business"));
        asked(Acting.self("business"));
        var facts = ArgumentCaptor.forClass(Facts.class);
        verify(notices, times(2)).tell(any(), any(), any(), facts.capture());
        assertThat(facts.getAllValues())
                .extracting(Facts::subject)
                .containsOnly(facts.getValue().subject());
    }

    @Test
    void aDeputyWhoIsAwayIsToldOfTheSameWay() {
        away("deputy");
        asked(new Acting("deputy", "business"));
        verify(notices).tell(eq(KEY), eq(NoticeKind.NOBODY_STANDS_IN), eq(List.of("requester")), any());
    }

    @Test
    void nobodyIsToldWhileWhoeverIsAskedIsThere() {
        away("business");
        asked(new Acting("deputy", "business"));
        asked(Acting.self("support"));
        verifyNoInteractions(notices);
    }

    @Test
    void whoWroteThePlanNeedsNotBeToldOfThemselves() {
        away("requester");
        asked(Acting.self("requester"));
        verifyNoInteractions(notices);
    }

    @Test
    void aDeputyWhoIsPassedOverIsNewsForRequesterAndOwner() {
        var deputy = new Acting("deputy", "business");
        var why = Phrase.of("decided-already", "Dora Dietz");
        deputyNotices.about(KEY, "task-1", "Sign", new Asked(Acting.self("business"), deputy, why));
        var facts = ArgumentCaptor.forClass(Facts.class);
        verify(notices)
                .tell(eq(KEY), eq(NoticeKind.DEPUTY_NOT_ASKED), eq(List.of("requester", "business")), facts.capture());
        assertThat(facts.getValue().says()).containsExactly(why);
    }
}

package dev.handover.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Participant;
import dev.handover.golive.PlanChanged;
import dev.handover.golive.Timeline;
import dev.handover.golive.TimelineEntry;
import dev.handover.notice.Facts;
import dev.handover.notice.NoticeKind;
import dev.handover.notice.Notices;
import dev.handover.plan.PlanChange;
import dev.handover.plan.PlanChange.Difference;
import dev.handover.release.FreeSlots;
import dev.handover.release.FreeSlots.Slot;
import dev.handover.release.Release;
import dev.handover.release.ReleaseAct;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** What is told of an act: who, when and what a person wrote; the rest in phrases. */
class HandoffNoticesTests {

    private static final GoLiveKey KEY = new GoLiveKey("aurora-production-1");
    private static final Instant NOW = Instant.parse("2026-03-03T13:00:00Z");

    private final Notices notices = mock();
    private final GoLiveRegister register = mock();
    private final Timeline timeline = mock();
    private final Release release = mock();
    private final FreeSlots slots = mock();
    private final ReleaseAct act = mock();
    private final HandoffNotices handoffNotices =
            new HandoffNotices(notices, register, timeline, release, new WindowProposals(slots, register, mock()));

    @BeforeEach
    void aGoLiveOfOnePerson() {
        var goLive = mock(GoLive.class);
        given(goLive.key()).willReturn(KEY);
        given(goLive.zone()).willReturn(ZoneOffset.UTC);
        given(register.get(KEY)).willReturn(goLive);
        var person = mock(Participant.class);
        given(person.userId()).willReturn("production");
        given(register.people(KEY)).willReturn(List.of(person, person));
        given(release.lastAct(KEY)).willReturn(act);
        given(act.decidedAt()).willReturn(NOW);
        given(slots.next(KEY)).willReturn(Optional.empty());
        timeline(
                entry("production", "Rolled back", "Too many errors."),
                entry("production", "Reopened: Access", "Rolled back: Too many errors."),
                entry(Timeline.SYSTEM, "Entered Validation", null));
    }

    private void timeline(TimelineEntry... entries) {
        given(timeline.of(KEY)).willReturn(List.of(entries));
    }

    private static TimelineEntry entry(String actor, String words, String detail) {
        return new TimelineEntry(NOW, actor, null, words, detail);
    }

    private Facts told(NoticeKind kind) {
        var facts = ArgumentCaptor.forClass(Facts.class);
        verify(notices).tell(eq(KEY), eq(kind), eq(List.of("production")), facts.capture());
        return facts.getValue();
    }

    @Test
    void aRollBackInTheWindowIsToldWithTheReasonAsItWasWritten() {
        given(act.decidedBy()).willReturn("production");
        given(act.reason()).willReturn("Too many errors.");

        handoffNotices.rolledBackInWindow(KEY);

        var facts = told(NoticeKind.ROLLED_BACK);
        assertThat(facts.reason()).isEqualTo("Too many errors.");
        assertThat(facts.person()).isEqualTo("production");
        assertThat(facts.at()).isEqualTo(NOW);
        assertThat(facts.subject()).isEqualTo("act-3");
    }

    @Test
    void aWindowIsLostByNobodysWordAndTheNextFreeOneIsOffered() {
        given(slots.next(KEY)).willReturn(Optional.of(new Slot(NOW.plusSeconds(60), NOW.plusSeconds(120), List.of())));

        handoffNotices.windowMissed(KEY);

        var facts = told(NoticeKind.MISSED_WINDOW);
        assertThat(facts.says())
                .containsExactly(Phrase.of("next-free-window", NOW.plusSeconds(60), NOW.plusSeconds(120)));
        assertThat(facts.person()).isNull();
        assertThat(facts.reason()).isNull();
        assertThat(facts.asks()).isNull();
        assertThat(facts.at()).isEqualTo(NOW);
    }

    @Test
    void noWindowIsOfferedWhereNoneIsFree() {
        handoffNotices.windowReleased(KEY);

        assertThat(told(NoticeKind.WINDOW_RELEASED).says()).isEmpty();
    }

    @Test
    void aWithdrawalIsToldWithTheWordsOfWhoWithdrew() {
        timeline(entry("production", "Withdrew the go-live", "Not this year."));

        handoffNotices.withdrawn(KEY);

        assertThat(told(NoticeKind.WITHDRAWN).reason()).isEqualTo("Not this year.");
    }

    @Test
    void aPlanChangeIsToldWithItsDifferences() {
        var change = new PlanChange(
                List.of(new Difference("/title", null, "Aurora"), new Difference("/window", NOW.toString(), "")),
                Set.of(),
                Set.of(),
                true);

        handoffNotices.on(new PlanChanged(KEY, change, "requester"));

        var facts = told(NoticeKind.PLAN_CHANGED);
        assertThat(facts.person()).isEqualTo("requester");
        assertThat(facts.reason()).isNull();
        assertThat(facts.points())
                .containsExactly(
                        Phrase.of("plan-difference", "/title", Phrase.of("nothing"), "Aurora"),
                        Phrase.of("plan-difference", "/window", NOW, Phrase.of("nothing")));
    }
}

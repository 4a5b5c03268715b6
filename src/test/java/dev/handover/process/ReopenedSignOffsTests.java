package dev.handover.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import dev.handover.TestClock;
import dev.handover.golive.Acting;
import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import dev.handover.notice.Facts;
import dev.handover.notice.NoticeKind;
import dev.handover.notice.Notices;
import dev.handover.notice.TaskNotice;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import dev.handover.shared.Role;
import dev.handover.signoff.SignOff;
import dev.handover.signoff.SignOffRound;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** Who is told of a sign-off that is open again, and whether the task comes with it. The cut-off is before the window. */
class ReopenedSignOffsTests {

    private static final GoLiveKey KEY = new GoLiveKey("aurora-production-1");
    private static final List<Phrase> CHANGES = List.of(Phrase.of("evidence-another"));

    private final SignOffRound round = mock();
    private final GoLiveRegister register = mock();
    private final Notices notices = mock();
    private final GoLive goLive = mock();
    private final SignOff signed = mock();
    private final ReopenedSignOffs reopened = new ReopenedSignOffs(
            round,
            register,
            notices,
            new ProcessProperties(Duration.ofDays(2), Duration.ofHours(1), Duration.ofHours(2)),
            new TestClock());

    @BeforeEach
    void theHolderOfEachRoleHasSignedAndItWasTakenBack() {
        given(register.get(KEY)).willReturn(goLive);
        given(goLive.zone()).willReturn(ZoneOffset.UTC);
        windowIn(Duration.ofDays(3));
        given(signed.id()).willReturn(new UUID(0, 1));
        given(signed.goLive()).willReturn(KEY);
        given(signed.outdatedSaid()).willReturn(CHANGES);
        given(signed.wasTakenBack()).willReturn(true);
        for (var role : Role.signing()) {
            given(register.holder(KEY, role)).willReturn(Optional.of("owner"));
            given(round.lastOutdated(KEY, role)).willReturn(Optional.of(signed));
        }
        signedBy(Acting.self("owner"));
    }

    private void windowIn(Duration time) {
        given(goLive.windowStart()).willReturn(TestClock.START.plus(time));
    }

    private void signedBy(Acting acting) {
        given(signed.acting()).willReturn(acting);
    }

    private static TaskNotice task(String assignee) {
        return new TaskNotice(
                KEY,
                "task-1",
                2,
                "Business sign-off",
                "Sign.",
                List.of(),
                CHANGES,
                null,
                null,
                List.of(assignee),
                TestClock.START,
                ZoneOffset.UTC);
    }

    @Test
    void ownersWhoAreAskedAtOnceHearOfItWithTheirTask() {
        reopened.takenBack(KEY, List.of(Role.BUSINESS, Role.ENVIRONMENT));
        verifyNoInteractions(notices);

        reopened.waiting(task("owner"), Role.BUSINESS);

        var news = ArgumentCaptor.forClass(Facts.class);
        verify(notices).taskWaiting(eq(task("owner")), eq(NoticeKind.SIGN_OFF_REOPENED), eq("owner"), news.capture());
        assertThat(news.getValue())
                .isEqualTo(Facts.about("sign-off-" + new UUID(0, 1))
                        .number(2)
                        .task("task-1", "Business sign-off")
                        .asking("Sign.")
                        .pointing(CHANGES)
                        .until(TestClock.START)
                        .in(ZoneOffset.UTC)
                        .build());
    }

    @Test
    void whoApprovedTheChangeHearsAtOnceSinceItIsNotTheirTurnYet() {
        reopened.takenBack(KEY, List.of(Role.CHANGE));

        assertToldWithoutTask();
    }

    @Test
    void nobodyIsAskedBeforeThereIsAWindowSoTheNewsComesFirst() {
        windowIn(Duration.ofMinutes(1));

        reopened.takenBack(KEY, List.of(Role.BUSINESS));

        assertToldWithoutTask();
    }

    private void assertToldWithoutTask() {
        var news = ArgumentCaptor.forClass(Facts.class);
        verify(notices).tell(eq(KEY), eq(NoticeKind.SIGN_OFF_REOPENED), eq(List.of("owner")), news.capture());
        assertThat(news.getValue().taskId()).isNull();
        assertThat(news.getValue().points()).isEqualTo(CHANGES);
        verifyNoMoreInteractions(notices);
    }

    @Test
    void theOwnerIsWhoHearsOfItWhoeverStandsInAndHasTheTask() {
        reopened.waiting(task("deputy"), Role.BUSINESS);

        verify(notices).taskWaiting(eq(task("deputy")), eq(NoticeKind.SIGN_OFF_REOPENED), eq("owner"), any());
    }

    @Test
    void whatADeputySignedWasTheOwnersSignOff() {
        signedBy(new Acting("deputy", "owner"));
        reopened.waiting(task("owner"), Role.BUSINESS);

        verify(notices).taskWaiting(eq(task("owner")), eq(NoticeKind.SIGN_OFF_REOPENED), eq("owner"), any());
    }

    @Test
    void whoDidNotSignBeforeIsAskedLikeAnybodyElse() {
        signedBy(Acting.self("predecessor"));
        reopened.takenBack(KEY, List.of(Role.CHANGE));
        reopened.waiting(task("owner"), Role.CHANGE);

        verify(notices).taskWaiting(task("owner"));
        verifyNoMoreInteractions(notices);
    }

    @Test
    void whoSignsForTheFirstTimeIsAskedLikeAnybodyElse() {
        given(round.lastOutdated(KEY, Role.BUSINESS)).willReturn(Optional.empty());
        reopened.waiting(task("owner"), Role.BUSINESS);

        verify(notices).taskWaiting(task("owner"));
        assertThat(reopened.changes(KEY, Role.BUSINESS)).isEmpty();
    }

    @Test
    void anApprovalThatIsOnlyAskedForAnewIsNoNews() {
        given(signed.wasTakenBack()).willReturn(false);
        reopened.waiting(task("owner"), Role.CHANGE);

        verify(notices).taskWaiting(task("owner"));
        assertThat(reopened.changes(KEY, Role.CHANGE)).isEqualTo(CHANGES);
    }
}

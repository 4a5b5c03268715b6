package dev.handover.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyDouble;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.handover.Rehearsal;
import dev.handover.TestClock;
import dev.handover.golive.Acting;
import dev.handover.golive.Authority;
import dev.handover.golive.Calendars;
import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import dev.handover.notice.Facts;
import dev.handover.notice.NoticeKind;
import dev.handover.notice.Notices;
import dev.handover.plan.Plan;
import dev.handover.plan.PlanReader;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Person;
import dev.handover.shared.Phrase;
import dev.handover.shared.Role;
import dev.handover.signoff.PendingSignOffs;
import dev.handover.signoff.SignOff;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** The business sign-off of the small sample, whose people work in Berlin from 07:00 to 16:30; it is 11:00 there. */
class SignOffRemindersTests {

    private static final GoLiveKey KEY = new GoLiveKey("aurora-production-1");
    private static final Plan PLAN = new PlanReader(id -> Optional.of(new Person(id, id, id + "@handover.example")))
            .read(Rehearsal.plan(), TestClock.START, "requester");

    private final TestClock clock = new TestClock();
    private final PendingSignOffs pendingSignOffs = mock();
    private final GoLiveRegister register = mock();
    private final Calendars calendars = mock();
    private final DecisionTables tables = mock();
    private final Authority authority = mock();
    private final OpenTasks openTasks = mock();
    private final Notices notices = mock();
    private final SignOff pending = mock();
    private final Task task = mock();
    private final SignOffReminders reminders = new SignOffReminders(
            pendingSignOffs,
            register,
            calendars,
            tables,
            authority,
            openTasks,
            notices,
            new ProcessProperties(Duration.ofDays(2), Duration.ofHours(1), Duration.ofHours(2)),
            clock);

    @BeforeEach
    void aSignOffIsPending() {
        var goLive = mock(GoLive.class);
        given(goLive.requester()).willReturn("requester");
        given(goLive.windowStart()).willReturn(TestClock.START.plus(Duration.ofDays(1)));
        given(goLive.zone()).willReturn(PLAN.releaseWindow().zone());
        given(register.get(KEY)).willReturn(goLive);
        given(calendars.of(KEY)).willReturn(PLAN.calendar());
        given(register.holder(KEY, Role.BUSINESS)).willReturn(Optional.of("business"));
        given(register.holder(KEY, Role.PRODUCTION)).willReturn(Optional.of("production"));
        given(pending.id()).willReturn(UUID.randomUUID());
        given(pending.role()).willReturn(Role.BUSINESS);
        given(pending.toldAt()).willReturn(TestClock.START.minus(Duration.ofHours(3)));
        given(pendingSignOffs.hold(KEY)).willReturn(List.of(pending));
        given(task.getId()).willReturn("task-1");
        given(task.getAssignee()).willReturn("business");
        given(task.getCreateTime()).willReturn(Date.from(TestClock.START.minus(Duration.ofHours(2))));
        given(openTasks.signing(KEY, Role.BUSINESS)).willReturn(Optional.of(task));
    }

    private void answering(String action) {
        given(tables.escalation(anyDouble(), anyInt(), anyDouble())).willReturn(action);
    }

    private Facts told(NoticeKind kind, String person) {
        var facts = ArgumentCaptor.forClass(Facts.class);
        verify(notices).tell(eq(KEY), eq(kind), eq(List.of(person)), facts.capture());
        return facts.getValue();
    }

    @Test
    void theTableIsAskedInWorkingHours() {
        answering("wait");
        reminders.send(KEY);
        // 5.5 hours today and 2 tomorrow until the cut-off at 09:00; the task was given out two hours ago
        verify(tables).escalation(7.5, 0, 2.0);
        verifyNoInteractions(notices);
    }

    @Test
    void outsideOfWorkingTimeNobodyIsDisturbed() {
        answering("escalate");
        clock.set(Instant.parse("2026-03-02T15:30:00Z"));
        reminders.send(KEY);
        clock.set(Instant.parse("2026-03-08T10:00:00Z"));
        reminders.send(KEY);
        verifyNoInteractions(notices, tables);
    }

    @Test
    void whoIsNotAskedYetIsNotReminded() {
        answering("remind");
        given(openTasks.signing(KEY, Role.BUSINESS)).willReturn(Optional.empty());
        reminders.send(KEY);
        verifyNoInteractions(notices);
    }

    @Test
    void aReminderGoesToTheHolderAndIsCounted() {
        answering("remind");
        reminders.send(KEY);
        verify(pendingSignOffs).reminded(pending);
        assertThat(told(NoticeKind.REMINDER, "business").taskId()).isEqualTo("task-1");
    }

    @Test
    void aDeputyInForceHasTheTaskAndIsReminded() {
        answering("deputy");
        given(task.getAssignee()).willReturn("deputy");
        given(pendingSignOffs.askDeputy(pending)).willReturn(true);
        given(authority.deputyOf("business")).willReturn(Optional.of(new Acting("deputy", "business")));
        reminders.send(KEY);
        told(NoticeKind.REMINDER, "deputy");
        verify(notices, never()).tell(any(), eq(NoticeKind.ESCALATION), any(), any());
    }

    @Test
    void withoutADeputyTheRequesterIsTold() {
        answering("deputy");
        given(pendingSignOffs.askDeputy(pending)).willReturn(true);
        given(authority.deputyOf("business")).willReturn(Optional.empty());
        reminders.send(KEY);
        assertThat(told(NoticeKind.ESCALATION, "requester").says()).containsExactly(Phrase.of("nobody-stands-in"));
    }

    @Test
    void aDeputyWhoWasAskedIsNotAskedAgain() {
        answering("deputy");
        given(pendingSignOffs.askDeputy(pending)).willReturn(false);
        reminders.send(KEY);
        verifyNoInteractions(notices, authority);
    }

    @Test
    void requesterAndProductionOwnerAreAskedToStepIn() {
        answering("escalate");
        given(pendingSignOffs.escalate(KEY, pending)).willReturn(true);
        reminders.send(KEY);
        assertThat(told(NoticeKind.ESCALATION, "requester").person()).isEqualTo("business");
        told(NoticeKind.ESCALATION, "production");
        told(NoticeKind.REMINDER, "business");
    }

    @Test
    void theCutOffIsLeftToTheModel() {
        answering("cut-off");
        reminders.send(KEY);
        verifyNoInteractions(notices);
    }
}

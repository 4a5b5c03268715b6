package dev.handover.notice;

import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends one notice as a mail of its own, or says why not. */
@Component
class Sending {

    private static final String DONE = "The task was done before the notice was sent, or went to somebody else.";

    private static final String OVERTAKEN = "The person has been told something newer of the same release window.";

    private static final String HANDED_OVER_AGAIN = "The task went to somebody else and came back: it is told anew.";

    private final StoredNotices notices;
    private final WaitingTasks tasks;
    private final StoredInvitations invitations;
    private final AddressBook addresses;
    private final Headlines headlines;
    private final Preferences preferences;
    private final LetterWriter writer;
    private final LetterTemplates templates;
    private final CalendarWriter calendars;
    private final Delivery delivery;

    Sending(
            StoredNotices notices,
            WaitingTasks tasks,
            StoredInvitations invitations,
            AddressBook addresses,
            Headlines headlines,
            Preferences preferences,
            LetterWriter writer,
            LetterTemplates templates,
            CalendarWriter calendars,
            Delivery delivery) {
        this.notices = notices;
        this.tasks = tasks;
        this.invitations = invitations;
        this.addresses = addresses;
        this.headlines = headlines;
        this.preferences = preferences;
        this.writer = writer;
        this.templates = templates;
        this.calendars = calendars;
        this.delivery = delivery;
    }

    /** @throws MailNotTaken if the mail server cannot be reached or does not take it now */
    void send(Notice notice, Instant now) {
        var against = against(notice);
        if (against.isPresent()) {
            notice.skip(against.get(), now);
            return;
        }
        dropTaskOfSomebodyElse(notice);
        var found = addresses.find(notice.recipient());
        if (found.address() == null) {
            notice.giveUp(found.why().reason(), now);
            return;
        }
        var refused = delivery.deliver("notice-" + notice.id(), found.address(), mail(notice, found.address()), now);
        refused.ifPresentOrElse(
                reason -> notice.giveUp(reason, now),
                () -> notice.sent(found.address().getAddress(), now));
    }

    private void dropTaskOfSomebodyElse(Notice notice) {
        var taskId = notice.facts().taskId();
        if (taskId != null
                && notice.kind().asksWhoeverHasTheTask()
                && !tasks.isStillWaitingFor(taskId, notice.recipient())) {
            notice.dropTask();
        }
    }

    private Mail mail(Notice notice, InternetAddress recipient) {
        var headline = headlines.of(notice.goLive());
        var reader = preferences.reader(notice.recipient());
        var letter = writer.write(notice.kind(), notice.goLive(), notice.facts(), headline, reader);
        var mail = templates.print(letter);
        return notice.kind().carriesCalendarEntry()
                ? mail.with(calendars.write(notice, headline, reader, recipient))
                : mail;
    }

    /** Why it is not wanted any more; empty if it is. */
    Optional<String> against(Notice notice) {
        if (isObsolete(notice)) {
            return Optional.of(DONE);
        }
        if (isOvertaken(notice)) {
            return Optional.of(OVERTAKEN);
        }
        return isToldAnew(notice) ? Optional.of(HANDED_OVER_AGAIN) : Optional.empty();
    }

    /** Of a task that went away and came back before anything was mailed, only the latest handing-over is. */
    private boolean isToldAnew(Notice notice) {
        return notice.kind() == NoticeKind.TASK_WAITING
                && notices.existsByGoLiveAndKindAndSubjectAndRecipientAndSequenceGreaterThan(
                        notice.goLive().value(),
                        notice.kind(),
                        notice.subject(),
                        notice.recipient(),
                        notice.sequence());
    }

    /** Mails of several attempts may arrive in any order: what is older must not be sent after what is newer. */
    private boolean isOvertaken(Notice notice) {
        return notice.kind().carriesCalendarEntry()
                && invitations
                        .findByGoLiveAndPerson(notice.goLive().value(), notice.recipient())
                        .filter(invitation -> invitation.isAfter(notice.facts().sequence()))
                        .isPresent();
    }

    /** True if the task it tells of has been done, or is no longer the recipient's if it was told as theirs. */
    private boolean isObsolete(Notice notice) {
        var taskId = notice.facts().taskId();
        if (taskId == null) {
            return false;
        }
        return notice.kind().isToldToWhoeverHasTheTask()
                ? !tasks.isStillWaitingFor(taskId, notice.recipient())
                : !tasks.isStillWaiting(taskId);
    }
}

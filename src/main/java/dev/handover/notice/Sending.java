package dev.handover.notice;

import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Sends one notice as a mail of its own, or says why not. */
@Component
class Sending {

    static final String DONE = "The task was done before the notice was sent, or went to somebody else.";

    static final String OVERTAKEN = "The person has been told something newer of the same release window.";

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
            WaitingTasks tasks,
            StoredInvitations invitations,
            AddressBook addresses,
            Headlines headlines,
            Preferences preferences,
            LetterWriter writer,
            LetterTemplates templates,
            CalendarWriter calendars,
            Delivery delivery) {
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
        if (isObsolete(notice)) {
            notice.skip(DONE, now);
            return;
        }
        if (isOvertaken(notice)) {
            notice.skip(OVERTAKEN, now);
            return;
        }
        dropTaskOfSomebodyElse(notice);
        var found = addresses.find(notice.recipient());
        if (found.address() == null) {
            notice.giveUp(found.reason(), now);
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

    /** Mails of several attempts may arrive in any order: what is older must not be sent after what is newer. */
    private boolean isOvertaken(Notice notice) {
        return notice.kind().carriesCalendarEntry()
                && invitations
                        .findByGoLiveAndPerson(notice.goLive().value(), notice.recipient())
                        .filter(invitation -> invitation.isAfter(notice.facts().sequence()))
                        .isPresent();
    }

    /** True if the task it tells of has been done, or is no longer the recipient's if it was told as theirs. */
    boolean isObsolete(Notice notice) {
        var taskId = notice.facts().taskId();
        if (taskId == null) {
            return false;
        }
        return notice.kind().isToldToWhoeverHasTheTask()
                ? !tasks.isStillWaitingFor(taskId, notice.recipient())
                : !tasks.isStillWaiting(taskId);
    }
}

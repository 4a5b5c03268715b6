package dev.handover.notice;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** Sends one notice as a mail of its own, or says why not. */
@Component
class Sending {

    static final String DONE = "The task was done before the notice was sent, or went to somebody else.";

    private final WaitingTasks tasks;
    private final AddressBook addresses;
    private final Headlines headlines;
    private final Preferences preferences;
    private final LetterWriter writer;
    private final LetterTemplates templates;
    private final Delivery delivery;

    Sending(
            WaitingTasks tasks,
            AddressBook addresses,
            Headlines headlines,
            Preferences preferences,
            LetterWriter writer,
            LetterTemplates templates,
            Delivery delivery) {
        this.tasks = tasks;
        this.addresses = addresses;
        this.headlines = headlines;
        this.preferences = preferences;
        this.writer = writer;
        this.templates = templates;
        this.delivery = delivery;
    }

    /** @throws MailNotTaken if the mail server cannot be reached or does not take it now */
    void send(Notice notice, Instant now) {
        if (isObsolete(notice)) {
            notice.skip(DONE, now);
            return;
        }
        var found = addresses.find(notice.recipient());
        if (found.address() == null) {
            notice.giveUp(found.reason(), now);
            return;
        }
        var letter = writer.write(
                notice.kind(),
                notice.goLive(),
                notice.facts(),
                headlines.of(notice.goLive()),
                preferences.reader(notice.recipient()));
        var refused = delivery.deliver("notice-" + notice.id(), found.address(), templates.print(letter), now);
        refused.ifPresentOrElse(
                reason -> notice.giveUp(reason, now),
                () -> notice.sent(found.address().getAddress(), now));
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

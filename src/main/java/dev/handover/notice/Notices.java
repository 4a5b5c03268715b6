package dev.handover.notice;

import dev.handover.shared.Directory;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Person;
import dev.handover.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells people what waits for them and what has happened: records it first, and sends it later. */
@Service
@Transactional
public class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final Limit SHOWN = Limit.of(200);

    private final StoredNotices stored;
    private final NoticeProcess process;
    private final WaitingTasks tasks;
    private final Directory directory;
    private final Headlines headlines;
    private final LetterWriter writer;
    private final LetterTemplates templates;
    private final Delivery delivery;
    private final FactsConverter json = new FactsConverter();
    private final Clock clock;

    Notices(
            StoredNotices stored,
            NoticeProcess process,
            WaitingTasks tasks,
            Directory directory,
            Headlines headlines,
            LetterWriter writer,
            LetterTemplates templates,
            Delivery delivery,
            Clock clock) {
        this.stored = stored;
        this.process = process;
        this.tasks = tasks;
        this.directory = directory;
        this.headlines = headlines;
        this.writer = writer;
        this.templates = templates;
        this.delivery = delivery;
        this.clock = clock;
    }

    /**
     * Tells of a task. Telling it again changes nothing; a new recipient of the same task gets a notice of their own.
     */
    public void taskWaiting(TaskNotice task) {
        tell(task.key(), NoticeKind.TASK_WAITING, task.recipients(), task.facts());
    }

    /**
     * Records a notice to each recipient and has it sent. The same kind, subject and sequence to the same person is
     * told once, whatever the facts.
     *
     * @param recipients user ids; a repeated one counts once
     */
    public void tell(GoLiveKey key, NoticeKind kind, List<String> recipients, Facts facts) {
        recipients.stream().distinct().forEach(recipient -> tell(key, kind, recipient, facts));
    }

    private void tell(GoLiveKey key, NoticeKind kind, String recipient, Facts facts) {
        var id = UUID.randomUUID();
        var added = stored.addIfAbsent(
                id,
                key.value(),
                kind.name(),
                facts.subject(),
                recipient,
                facts.sequence(),
                json.convertToDatabaseColumn(facts),
                now());
        if (added > 0) {
            process.send(key, id);
        }
    }

    /**
     * Sends a notice, unless that was done before or is not wanted any more. If the transaction fails after the mail
     * server has taken it, it is sent again under the same Message-ID.
     *
     * @throws MailNotTaken if the mail server cannot be reached or does not take it now: try again later
     * @throws IllegalStateException if there is no such notice
     */
    public void send(UUID id) {
        var notice = stored.lock(id).orElseThrow(() -> new IllegalStateException("there is no notice " + id));
        if (notice.isWaiting()) {
            settle(notice);
            LOG.info(
                    "notice {} ({}) of go-live {}: {}",
                    id,
                    notice.kind().slug(),
                    notice.goLive(),
                    notice.view().state());
        }
    }

    private void settle(Notice notice) {
        var taskId = notice.facts().taskId();
        if (taskId != null && !tasks.isStillWaiting(taskId)) {
            notice.skip("The task was done before the notice was sent.", now());
            return;
        }
        var person = directory.find(notice.recipient());
        if (person.isEmpty()) {
            notice.giveUp("The identity provider does not know this person.", now());
            return;
        }
        send(notice, person.get());
    }

    private void send(Notice notice, Person recipient) {
        var address = MailAddress.of(recipient);
        if (address.isEmpty()) {
            notice.giveUp("The person has no usable e-mail address in the identity provider.", now());
            return;
        }
        var letter = writer.write(notice.kind(), notice.goLive(), notice.facts(), headlines.of(notice.goLive()));
        var refused = delivery.deliver(notice.id(), address.get(), templates.print(letter), now());
        refused.ifPresentOrElse(
                reason -> notice.giveUp(reason, now()),
                () -> notice.sent(address.get().getAddress(), now()));
    }

    /**
     * Has a notice sent that could not be delivered, after somebody has mended the cause.
     *
     * @throws Refusal (not found) if there is no such notice; (conflict) if it was not given up
     */
    public void tryAgain(UUID id) {
        var notice = stored.lock(id).orElseThrow(() -> Refusal.notFound("notice", id));
        if (notice.view().state() != NoticeState.UNDELIVERABLE) {
            throw Refusal.conflict(
                    "Notice %s was not given up; only what could not be delivered is sent again. Reload the page."
                            .formatted(id));
        }
        notice.waitAgain();
        process.send(notice.goLive(), id);
    }

    /** The newest notices of a go-live, at most 200. */
    @Transactional(readOnly = true)
    public List<NoticeView> of(GoLiveKey key) {
        return views(stored.findByGoLiveOrderByCreatedAtDesc(key.value(), SHOWN));
    }

    /** The newest notices of all go-lives that could not be delivered, at most 200. */
    @Transactional(readOnly = true)
    public List<NoticeView> undeliverable() {
        return views(stored.findByStateOrderBySettledAtDesc(NoticeState.UNDELIVERABLE, SHOWN));
    }

    private static List<NoticeView> views(List<Notice> notices) {
        return notices.stream().map(Notice::view).toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

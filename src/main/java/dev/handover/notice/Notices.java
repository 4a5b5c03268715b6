package dev.handover.notice;

import dev.handover.shared.GoLiveKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    static final String NOT_WANTED = "The person has chosen not to get this kind of mail.";

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final Limit SHOWN = Limit.of(200);

    private final StoredNotices stored;
    private final NoticeProcess process;
    private final GoLivePeople people;
    private final Postage postage;
    private final Sending sending;
    private final FactsConverter json = new FactsConverter();
    private final Clock clock;

    Notices(
            StoredNotices stored,
            NoticeProcess process,
            GoLivePeople people,
            Postage postage,
            Sending sending,
            Clock clock) {
        this.stored = stored;
        this.process = process;
        this.people = people;
        this.postage = postage;
        this.sending = sending;
        this.clock = clock;
    }

    /**
     * Tells of a task. Telling it again changes nothing; whoever the task is handed over to gets a notice of their own, and
     * another one if it comes to them a second time.
     */
    public void taskWaiting(TaskNotice task) {
        tell(task.key(), NoticeKind.TASK_WAITING, task.recipients(), task.facts());
    }

    /**
     * Records a notice to each recipient and has it sent. The same kind, subject and sequence to the same person is
     * told once, whatever the facts. Whoever stands in now for a recipient is told as well, and for whom.
     *
     * @param recipients user ids; a repeated one counts once
     */
    public void tell(GoLiveKey key, NoticeKind kind, List<String> recipients, Facts facts) {
        told(key, kind, recipients, facts).forEach((recipient, what) -> tell(key, kind, recipient, what));
    }

    /**
     * Tells of news from which a task follows, in one notice: the owner and who stands in are told, and whoever has the task is
     * asked. What was told before by {@link #tell} under the same subject, without the task, leaves the task to a notice of its own,
     * and so does a task that comes to somebody else or anew.
     *
     * @param owner user id of whose task it is, whoever stands in
     * @param news about {@code task}; not told if it was
     */
    public void taskWaiting(TaskNotice task, NoticeKind kind, String owner, Facts news) {
        var told = stored.findByGoLiveAndKindAndSubject(task.key().value(), kind, news.subject());
        if (told.isEmpty()) {
            tell(task.key(), kind, List.of(owner), news);
        } else if (told.stream().noneMatch(notice -> notice.asksIn(task))) {
            taskWaiting(task);
        }
    }

    /** In one order for all, so that two who tell the same people never wait for each other. */
    private Map<String, Facts> told(GoLiveKey key, NoticeKind kind, List<String> recipients, Facts facts) {
        var told = new TreeMap<String, Facts>();
        recipients.forEach(recipient -> told.put(recipient, facts));
        if (kind.isToldToStandIns()) {
            recipients.forEach(recipient -> people.deputyOf(key, recipient)
                    .ifPresent(deputy -> told.putIfAbsent(deputy, facts.onBehalfOf(recipient))));
        }
        return told;
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
            post(key, id, postage.of(recipient, kind, facts));
        }
    }

    private void post(GoLiveKey key, UUID id, Postage.Way way) {
        switch (way.manner()) {
            case AT_ONCE -> process.send(key, id);
            case DIGEST -> locked(id).collect(way.digest());
            case NEVER -> locked(id).skip(NOT_WANTED, now());
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
        var notice = locked(id);
        if (notice.isWaiting()) {
            sending.send(notice, now());
            LOG.info(
                    "notice {} ({}) of go-live {}: {}",
                    id,
                    notice.kind().slug(),
                    notice.goLive(),
                    notice.view().state());
        }
    }

    private Notice locked(UUID id) {
        return stored.lock(id).orElseThrow(() -> new IllegalStateException("there is no notice " + id));
    }

    /** The newest notices of a go-live, at most 200. */
    @Transactional(readOnly = true)
    public List<NoticeView> of(GoLiveKey key) {
        return stored.findByGoLiveOrderByCreatedAtDesc(key.value(), SHOWN).stream()
                .map(Notice::view)
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

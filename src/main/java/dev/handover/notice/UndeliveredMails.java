package dev.handover.notice;

import dev.handover.audit.AdminActs;
import dev.handover.shared.Directory;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Person;
import dev.handover.shared.Refusal;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails that were given up because of an address or an account, until somebody has mended that and has them sent again. */
@Service
@Transactional
public class UndeliveredMails {

    /** Largest number that is given out at once. */
    public static final int MOST = 200;

    private final StoredNotices stored;
    private final Sending sending;
    private final NoticeProcess process;
    private final AddressBook addresses;
    private final Directory directory;
    private final AdminActs acts;

    UndeliveredMails(
            StoredNotices stored,
            Sending sending,
            NoticeProcess process,
            AddressBook addresses,
            Directory directory,
            AdminActs acts) {
        this.stored = stored;
        this.sending = sending;
        this.process = process;
        this.addresses = addresses;
        this.directory = directory;
        this.acts = acts;
    }

    /** Those of all go-lives, what was given up last first. @param count at most {@link #MOST} */
    @Transactional(readOnly = true)
    public List<UndeliveredMail> newest(int count) {
        var limit = Limit.of(Math.max(1, Math.min(count, MOST)));
        return stored.findByStateOrderBySettledAtDesc(NoticeState.UNDELIVERABLE, limit).stream()
                .map(this::view)
                .toList();
    }

    /** Those of one go-live that would still tell something new, what was given up last first, at most {@link #MOST}. */
    @Transactional(readOnly = true)
    public List<UndeliveredMail> of(GoLiveKey key) {
        return stored
                .findByGoLiveAndStateOrderBySettledAtDesc(key.value(), NoticeState.UNDELIVERABLE, Limit.of(MOST))
                .stream()
                .filter(notice -> sending.against(notice).isEmpty())
                .map(this::view)
                .toList();
    }

    /**
     * Has a mail sent once more, under the Message-ID it has as a mail of its own. That it was asked for is on record. If it cannot
     * be delivered again, it is among these again.
     *
     * @param by user id of an admin
     * @throws Refusal (not found) if there is no such mail; (conflict) if it was not given up, or is sent again already: nothing
     *     is sent twice
     */
    public void sendAgain(UUID id, String by) {
        var notice = stored.lock(id).orElseThrow(() -> Refusal.notFound("mail", id));
        if (!notice.isGivenUp()) {
            throw Refusal.conflict("This mail is none of those that could not be delivered: it is on its way already,"
                    + " was sent, or is not needed any more. Reload the page.");
        }
        notice.waitAgain();
        process.send(notice.goLive(), id);
        acts.record(
                by,
                "Had a mail sent again",
                notice.recipient(),
                "%s, go-live %s".formatted(view(notice).inWords(), notice.goLive()));
    }

    private UndeliveredMail view(Notice notice) {
        var person = directory.find(notice.recipient());
        var name = person.map(Person::name).orElse(notice.recipient());
        var given = notice.view();
        return new UndeliveredMail(
                notice.id(),
                notice.goLive(),
                notice.kind(),
                given.about(),
                notice.recipient(),
                name,
                person.isPresent(),
                person.map(Person::email).map(MailText::line).orElse(null),
                given.settledAt(),
                given.explanation(),
                sending.against(notice)
                        .map(against -> against + " Sent again, it only leaves this list.")
                        .orElseGet(() -> mend(notice.recipient(), name)));
    }

    /** Whoever can be reached as things are now was refused by a mail server, or the cause was mended since. */
    private String mend(String recipient, String name) {
        var why = addresses.find(recipient).why();
        return why == null
                ? "Correct the address of %s, unless that was done since; then send it again.".formatted(name)
                : why.mend(name);
    }
}

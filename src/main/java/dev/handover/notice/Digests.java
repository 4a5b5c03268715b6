package dev.handover.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends what was collected for a person as one mail. */
@Service
@Transactional
public class Digests {

    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);

    private final StoredDigests stored;
    private final StoredNotices notices;
    private final Sending sending;
    private final AddressBook addresses;
    private final Preferences preferences;
    private final GoLivePeople people;
    private final DigestWriter writer;
    private final LetterTemplates templates;
    private final Delivery delivery;
    private final Clock clock;

    Digests(
            StoredDigests stored,
            StoredNotices notices,
            Sending sending,
            AddressBook addresses,
            Preferences preferences,
            GoLivePeople people,
            DigestWriter writer,
            LetterTemplates templates,
            Delivery delivery,
            Clock clock) {
        this.stored = stored;
        this.notices = notices;
        this.sending = sending;
        this.addresses = addresses;
        this.preferences = preferences;
        this.people = people;
        this.writer = writer;
        this.templates = templates;
        this.delivery = delivery;
        this.clock = clock;
    }

    /**
     * Sends a digest without what is not wanted any more; nothing is sent if that is all, or if it was sent before. If
     * the transaction fails after the mail server has taken it, it is sent again under the same Message-ID.
     *
     * @throws MailNotTaken if the mail server cannot be reached or does not take it now: try again later
     * @throws IllegalStateException if there is no such digest
     */
    public void send(UUID id) {
        var digest = stored.lock(id).orElseThrow(() -> new IllegalStateException("there is no digest " + id));
        if (digest.isWaiting()) {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            settle(digest, stillWanted(digest, now), now);
            LOG.info("digest {}: {}", id, digest.state());
        }
    }

    private List<Notice> stillWanted(Digest digest, Instant now) {
        var chosen = preferences.of(digest.recipient());
        var waiting = notices.findByDigestOrderByCreatedAt(digest.id()).stream()
                .filter(Notice::isWaiting)
                .toList();
        for (var notice : waiting) {
            sending.against(notice)
                    .or(() -> chosen.mannerOf(notice.kind()) == Manner.NEVER
                            ? Optional.of(Notices.NOT_WANTED)
                            : Optional.empty())
                    .ifPresent(why -> notice.skip(why, now));
        }
        return waiting.stream().filter(Notice::isWaiting).toList();
    }

    private void settle(Digest digest, List<Notice> told, Instant now) {
        if (told.isEmpty()) {
            digest.settle(NoticeState.SKIPPED, "Nothing was left to tell.", now);
            return;
        }
        var found = addresses.find(digest.recipient());
        if (found.address() == null) {
            giveUp(digest, told, found.why().reason(), now);
            return;
        }
        var reader = preferences.reader(digest.recipient());
        var letter = writer.write(told, reader, now, people.usualZone(digest.recipient()));
        delivery.deliver("digest-" + digest.id(), found.address(), templates.print(letter), now)
                .ifPresentOrElse(reason -> giveUp(digest, told, reason, now), () -> {
                    told.forEach(notice -> notice.sent(found.address().getAddress(), now));
                    digest.settle(NoticeState.SENT, null, now);
                });
    }

    /** Each of them is among what could not be delivered, and can be sent by itself once the cause is mended. */
    private static void giveUp(Digest digest, List<Notice> told, String reason, Instant now) {
        told.forEach(notice -> notice.giveUp(reason, now));
        digest.settle(NoticeState.UNDELIVERABLE, reason, now);
    }
}

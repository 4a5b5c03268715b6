package dev.handover.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Decides how a notice goes: what is urgent, due within a day, or for calendars, at once; all else as its recipient wants it. Whoever
 * had several mails within an hour gets what else is not urgent together, when the hour is over.
 */
@Component
class Postage {

    private static final Duration SOON = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Preferences preferences;
    private final StoredNotices notices;
    private final StoredDigests digests;
    private final DigestProcess process;
    private final NoticeProperties settings;
    private final Clock clock;

    Postage(
            Preferences preferences,
            StoredNotices notices,
            StoredDigests digests,
            DigestProcess process,
            NoticeProperties settings,
            Clock clock) {
        this.preferences = preferences;
        this.notices = notices;
        this.digests = digests;
        this.process = process;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param digest what it is put into; null unless it waits for a digest */
    record Way(Manner manner, UUID digest) {

        private static final Way AT_ONCE = new Way(Manner.AT_ONCE, null);
        private static final Way NEVER = new Way(Manner.NEVER, null);

        private static Way in(UUID digest) {
            return new Way(Manner.DIGEST, digest);
        }
    }

    /** @param recipient to whom the notice is on record already */
    Way of(String recipient, NoticeKind kind, Facts facts) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (isPressing(kind, facts, now)) {
            return Way.AT_ONCE;
        }
        var chosen = preferences.of(recipient).mannerOf(kind);
        if (kind.carriesCalendarEntry() && chosen != Manner.NEVER) {
            return Way.AT_ONCE;
        }
        return switch (chosen) {
            case NEVER -> Way.NEVER;
            case DIGEST -> collected(recipient, preferences.nextDigest(recipient, now));
            case AT_ONCE ->
                endOfBusyHour(recipient, now)
                        .map(end -> collected(
                                recipient,
                                digests.nextBegun(recipient, now, end).orElse(end)))
                        .orElse(Way.AT_ONCE);
        };
    }

    private static boolean isPressing(NoticeKind kind, Facts facts, Instant now) {
        return kind.urgency() == Urgency.URGENT
                || kind.isAboutATask() && facts.end() != null && !facts.end().isAfter(now.plus(SOON));
    }

    private Optional<Instant> endOfBusyHour(String recipient, Instant now) {
        var mails = notices.mailsSince(recipient, now.minus(HOUR));
        return mails.count() > settings.atOncePerHour()
                ? Optional.of(mails.first().plus(HOUR))
                : Optional.empty();
    }

    /** A digest whose time has come while we were at it takes nothing more. */
    private Way collected(String recipient, Instant due) {
        var id = Digest.idOf(recipient, due);
        if (digests.addIfAbsent(id, recipient, due) > 0) {
            process.begin(id, due);
        }
        return digests.share(id).filter(Digest::isWaiting).isPresent() ? Way.in(id) : Way.AT_ONCE;
    }
}

package dev.handover.evidence;

import dev.handover.evidence.EvidenceVersion.Item;
import dev.handover.evidence.EvidenceVersion.Particulars;
import dev.handover.shared.GoLiveKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records what has arrived: content, version and event in one transaction, one writer at a time for each go-live. */
@Component
class EvidenceRegister {

    /** First half of our advisory locks, so that they meet nobody else's. */
    private static final int LOCK_SPACE = 0x45564944;

    private final EvidenceVersions versions;
    private final Contents contents;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EvidenceRegister(
            EvidenceVersions versions,
            Contents contents,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.contents = contents;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records the next version of the item, or returns the latest one if that says the same.
     *
     * @param source address of a link; else null
     */
    @Transactional
    Evidence add(Item item, Material material, String mediaType, String fileName, URI source, String by) {
        holdStill(item.goLive());
        var particulars = new Particulars(material.digest(), material.size(), mediaType, fileName, source);
        var latest = versions.findFirstByGoLiveAndKindAndTitleAndFormOrderByVersionDesc(
                item.goLive().value(), item.kind(), item.title(), item.form());
        if (latest.filter(version -> version.says(particulars)).isPresent()) {
            return latest.get().view();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // PostgreSQL keeps no more
        try {
            contents.store(material, now);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what was received", e);
        }
        var added = versions.save(new EvidenceVersion(item, latest, particulars, by, now))
                .view();
        events.publishEvent(new EvidenceChanged(
                item.goLive(),
                added.id(),
                item.kind(),
                latest.map(EvidenceVersion::digest).orElse(null),
                added.sha256(),
                by));
        return added;
    }

    /** Keeps others from changing the go-live's evidence until the current transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    void holdStill(GoLiveKey goLive) {
        jdbc.sql("select pg_advisory_xact_lock(?, ?)")
                .params(LOCK_SPACE, goLive.value().hashCode())
                .query(row -> {});
    }
}

package dev.handover.evidence;

import dev.handover.evidence.EvidenceVersion.Item;
import dev.handover.evidence.EvidenceVersion.Particulars;
import dev.handover.shared.GoLiveKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final Attestations attestations;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EvidenceRegister(
            EvidenceVersions versions,
            Contents contents,
            Attestations attestations,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.contents = contents;
        this.attestations = attestations;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What has arrived, before it is recorded.
     *
     * @param source address of a link; else null
     */
    record Arrival(Item item, Material material, String mediaType, String fileName, URI source) {

        private Particulars particulars() {
            return new Particulars(material.digest(), material.size(), mediaType, fileName, source);
        }
    }

    private record Addition(Material material, Optional<EvidenceVersion> before, EvidenceVersion version) {}

    /** Records the next version of the item, or returns the latest one if that says the same. */
    @Transactional
    Evidence add(Arrival arrival, String by) {
        var item = arrival.item();
        holdStill(item.goLive());
        var latest = versions.findFirstByGoLiveAndKindAndTitleAndFormOrderByVersionDesc(
                item.goLive().value(), item.kind(), item.title(), item.form());
        var known = new HashMap<Item, EvidenceVersion>();
        latest.ifPresent(version -> known.put(item, version));
        return record(List.of(arrival), known, by).get(0);
    }

    /** The same for many at once, all of one go-live, in their order; an item may be among them more than once. */
    @Transactional
    List<Evidence> addAll(GoLiveKey goLive, List<Arrival> arrivals, String by) {
        holdStill(goLive);
        var kinds = arrivals.stream().map(arrival -> arrival.item().kind()).collect(Collectors.toSet());
        var known = versions.current(goLive.value(), kinds).stream()
                .collect(Collectors.toMap(EvidenceVersion::item, Function.identity()));
        return record(arrivals, new HashMap<>(known), by);
    }

    /** @param latest the latest version of each item that has one; what is recorded is put there as well */
    private List<Evidence> record(List<Arrival> arrivals, Map<Item, EvidenceVersion> latest, String by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS); // PostgreSQL keeps no more
        var added = new ArrayList<Addition>();
        var standing = new ArrayList<EvidenceVersion>(arrivals.size());
        var again = new ArrayList<UUID>();
        for (var arrival : arrivals) {
            var before = Optional.ofNullable(latest.get(arrival.item()));
            var version = before.filter(each -> each.says(arrival.particulars()))
                    .orElseGet(() -> new EvidenceVersion(arrival.item(), before, arrival.particulars(), by, now));
            if (latest.put(arrival.item(), version) != version) {
                added.add(new Addition(arrival.material(), before, version));
            } else if (version.view().id() != null) {
                again.add(version.view().id());
            }
            standing.add(version);
        }
        attestations.attest(again, by);
        if (!added.isEmpty()) {
            save(added, now);
            events.publishEvent(new EvidenceChanged(
                    added.get(0).version().view().goLive(),
                    added.stream().map(EvidenceRegister::change).toList(),
                    by));
        }
        return standing.stream().map(EvidenceVersion::view).toList();
    }

    private void save(List<Addition> added, Instant now) {
        try {
            contents.store(added.stream().map(Addition::material).toList(), now);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what was received", e);
        }
        versions.saveAll(added.stream().map(Addition::version).toList());
    }

    private static EvidenceChanged.Change change(Addition addition) {
        var version = addition.version().view();
        return new EvidenceChanged.Change(
                version.id(),
                version.kind(),
                addition.before().map(EvidenceVersion::digest).orElse(null),
                version.sha256());
    }

    /** Keeps others from changing the go-live's evidence until the current transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    void holdStill(GoLiveKey goLive) {
        jdbc.sql("select pg_advisory_xact_lock(?, ?)")
                .params(LOCK_SPACE, goLive.value().hashCode())
                .query(row -> {});
    }
}

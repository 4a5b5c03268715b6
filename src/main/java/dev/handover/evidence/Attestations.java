package dev.handover.evidence;

import dev.handover.shared.GoLiveKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * When evidence was last seen to hold: recorded, added once more with the very same bytes, found again by a check, or
 * confirmed by a person. Evidence itself never changes by it, so nothing that was signed is touched.
 */
@Service
public class Attestations {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    Attestations(JdbcTemplate batches, Clock clock) {
        this.jdbc = JdbcClient.create(batches);
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * That these still hold now. Only ever added to.
     *
     * @param evidence ids of recorded versions; a repeated one counts once
     * @param by user id, or {@code handover} for a check
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void attest(Collection<UUID> evidence, String by) {
        var now = Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
        batches.batchUpdate(
                "insert into evidence_attestation (evidence, attested_at, attested_by) values (?, ?, ?)",
                evidence.stream()
                        .distinct()
                        .map(id -> new Object[] {id, now, by})
                        .toList());
    }

    /** When each of these, all of one go-live, was last seen to hold; at least since it was recorded. */
    @Transactional(readOnly = true)
    public Map<UUID, Instant> lastOf(GoLiveKey goLive, List<Evidence> items) {
        var last = new HashMap<UUID, Instant>();
        items.forEach(item -> last.put(item.id(), item.addedAt()));
        jdbc.sql("""
                        select a.evidence, max(a.attested_at) as attested_at
                          from evidence_attestation a join evidence e on e.id = a.evidence
                         where e.go_live = ? group by a.evidence
                        """)
                .param(goLive.value())
                .query((row, number) -> Map.entry(
                        row.getObject("evidence", UUID.class),
                        row.getTimestamp("attested_at").toInstant()))
                .list()
                .forEach(each -> last.computeIfPresent(
                        each.getKey(), (id, at) -> each.getValue().isAfter(at) ? each.getValue() : at));
        return last;
    }
}

package dev.handover.audit;

import dev.handover.audit.AuditEntry.Kind;
import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the audit log; only ever added to. */
@Repository
class AuditEntries {

    static final String COLUMNS =
            "e.id, e.go_live, e.at, e.kind, e.actor, e.on_behalf_of, e.words, e.detail, e.manifest, e.origin";

    private final JdbcClient jdbc;
    private final EntityManager entities;

    AuditEntries(JdbcClient jdbc, EntityManager entities) {
        this.jdbc = jdbc;
        this.entities = entities;
    }

    /** Adds an entry; what was saved before it in the transaction is written first, since the entry may refer to it. */
    long add(GoLiveKey goLive, Instant at, Kind kind, Act act) {
        entities.flush();
        return jdbc.sql("""
                        insert into audit_entry (go_live, at, kind, actor, on_behalf_of, words, detail, manifest, origin)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(
                        goLive.value(),
                        Timestamp.from(at.truncatedTo(ChronoUnit.MICROS)),
                        kind.name(),
                        act.actor(),
                        act.onBehalfOf(),
                        act.words(),
                        act.detail(),
                        act.manifest() == null ? null : act.manifest().sha256(),
                        Origin.current())
                .query(Long.class)
                .single();
    }

    /** Those of one kind, oldest first. */
    List<AuditEntry> of(GoLiveKey goLive, Kind kind) {
        return jdbc.sql("select %s from audit_entry e where e.go_live = ? and e.kind = ? order by e.id"
                        .formatted(COLUMNS))
                .params(goLive.value(), kind.name())
                .query(AuditEntries::read)
                .list();
    }

    /** As they are stored, by id. */
    List<AuditEntry> find(Collection<Long> ids) {
        return jdbc.sql("select %s from audit_entry e where e.id in (:ids) order by e.id".formatted(COLUMNS))
                .param("ids", ids)
                .query(AuditEntries::read)
                .list();
    }

    /** Up to {@code count} of the go-live whose ids follow {@code after}. */
    List<AuditEntry> following(GoLiveKey goLive, long after, int count) {
        return jdbc.sql("select %s from audit_entry e where e.go_live = ? and e.id > ? order by e.id limit ?"
                        .formatted(COLUMNS))
                .params(goLive.value(), after, count)
                .query(AuditEntries::read)
                .list();
    }

    /** The first of the go-live that is no part of its chain. */
    Optional<AuditEntry> firstNotLinked(GoLiveKey goLive) {
        return jdbc.sql("select %s from audit_entry e where e.go_live = ?".formatted(COLUMNS)
                        + " and not exists (select 1 from audit_link l where l.entry = e.id) order by e.id limit 1")
                .param(goLive.value())
                .query(AuditEntries::read)
                .optional();
    }

    /** Whether the person was shown just this since then. */
    boolean wasShown(GoLiveKey goLive, Act shown, Instant since) {
        return jdbc.sql("""
                        select exists (select 1 from audit_entry
                         where go_live = ? and kind = 'SHOWN' and actor = ? and words = ?
                           and manifest is not distinct from ? and at > ?)
                        """)
                .params(
                        goLive.value(),
                        shown.actor(),
                        shown.words(),
                        shown.manifest() == null ? null : shown.manifest().sha256(),
                        Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    static AuditEntry read(ResultSet row, int number) throws SQLException {
        var manifest = row.getString("manifest");
        return new AuditEntry(
                row.getLong("id"),
                new GoLiveKey(row.getString("go_live")),
                row.getTimestamp("at").toInstant(),
                Kind.valueOf(row.getString("kind")),
                new Act(
                        row.getString("actor"),
                        row.getString("on_behalf_of"),
                        row.getString("words"),
                        row.getString("detail"),
                        manifest == null ? null : new Digest(manifest)),
                row.getString("origin"));
    }
}

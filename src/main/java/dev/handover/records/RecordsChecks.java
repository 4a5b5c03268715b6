package dev.handover.records;

import dev.handover.records.RecordsResult.Finding;
import dev.handover.shared.GoLiveKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The checks of all records, how far each has come, and what it found. */
@Repository
class RecordsChecks {

    private final JdbcClient jdbc;

    RecordsChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far a check has come. @param evidenceUntil the last digest read back; @param chainsUntil the last go-live verified */
    record Cursor(String evidenceUntil, String chainsUntil) {}

    /** Where the check stands; one that is unknown begins now. */
    Cursor resume(String id, Instant now) {
        jdbc.sql("insert into records_check (id, begun_at) values (?, ?) on conflict do nothing")
                .params(id, Timestamp.from(now))
                .update();
        return jdbc.sql("select evidence_until, chains_until from records_check where id = ? for update")
                .param(id)
                .query((row, number) -> new Cursor(row.getString(1), row.getString(2)))
                .single();
    }

    void evidenceRead(String id, String until, long contents) {
        jdbc.sql("update records_check set evidence_until = ?, contents = contents + ? where id = ?")
                .params(until, contents, id)
                .update();
    }

    void chainVerified(String id, GoLiveKey goLive, long entries) {
        jdbc.sql("update records_check set chains_until = ?, chains = chains + 1, entries = entries + ? where id = ?")
                .params(goLive.value(), entries, id)
                .update();
    }

    /** Remembers where the chain ends, for whoever verifies it later. */
    void keepEnd(GoLiveKey goLive, long length, String hash, Instant now) {
        jdbc.sql("insert into audit_checkpoint (go_live, length, hash, checked_at) values (?, ?, ?, ?)")
                .params(goLive.value(), length, hash, Timestamp.from(now))
                .update();
    }

    void found(String id, Finding finding) {
        jdbc.sql("insert into records_finding (records_check, go_live, words) values (?, ?, ?)")
                .params(id, finding.goLive() == null ? null : finding.goLive().value(), finding.words())
                .update();
    }

    void end(String id, Instant now) {
        jdbc.sql("update records_check set ended_at = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    /** Up to {@code count} go-lives after that one, in the order of keys. */
    List<GoLiveKey> goLives(String after, int count) {
        return jdbc.sql("select key from go_live where key > ? order by key limit ?")
                .params(after, count)
                .query((row, number) -> new GoLiveKey(row.getString(1)))
                .list();
    }

    /** The check that came to its end last. */
    Optional<RecordsResult> newest() {
        return jdbc.sql("select id, begun_at, ended_at, contents, chains, entries from records_check"
                        + " where ended_at is not null order by ended_at desc, id limit 1")
                .query((row, number) -> result(row))
                .optional();
    }

    private RecordsResult result(ResultSet row) throws SQLException {
        return new RecordsResult(
                row.getTimestamp("begun_at").toInstant(),
                row.getTimestamp("ended_at").toInstant(),
                row.getLong("contents"),
                row.getLong("chains"),
                row.getLong("entries"),
                findings(row.getString("id")));
    }

    private List<Finding> findings(String id) {
        return jdbc.sql("select go_live, words from records_finding where records_check = ? order by id")
                .param(id)
                .query((row, number) -> new Finding(
                        row.getString("go_live") == null ? null : new GoLiveKey(row.getString("go_live")),
                        row.getString("words")))
                .list();
    }
}

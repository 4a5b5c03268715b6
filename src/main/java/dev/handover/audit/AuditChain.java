package dev.handover.audit;

import dev.handover.shared.GoLiveKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which entry follows which in each go-live. */
@Repository
class AuditChain {

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final AuditEntries entries;

    AuditChain(JdbcClient jdbc, JdbcOperations batches, AuditEntries entries) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.entries = entries;
    }

    /** Where a chain ends. @param length count of its entries; @param hash of the last one */
    record Head(long length, String hash) {}

    /**
     * One entry in its place.
     *
     * @param seq place, counted from 1
     * @param entry null if there is none any more
     */
    record Link(long seq, String previous, String hash, AuditEntry entry) {

        /** Whether hash, entry and what it claims to follow fit each other. */
        boolean isConsistent() {
            return entry != null && entry.hash(previous).sha256().equals(hash);
        }
    }

    /**
     * Adds entries to the end of their go-live's chain, as they are stored. Holds the end until the transaction does, so call it last.
     *
     * @param ids of entries that this transaction has added
     */
    void extend(GoLiveKey goLive, List<Long> ids) {
        var head = hold(goLive);
        var links = new ArrayList<Object[]>();
        var length = head.length();
        var last = head.hash();
        for (var entry : entries.find(ids)) {
            var hash = entry.hash(last).sha256();
            links.add(new Object[] {goLive.value(), ++length, entry.id(), last, hash});
            last = hash;
        }
        batches.batchUpdate(
                "insert into audit_link (go_live, seq, entry, previous, hash) values (?, ?, ?, ?, ?)", links);
        jdbc.sql("update audit_head set length = ?, hash = ? where go_live = ?")
                .params(length, last, goLive.value())
                .update();
    }

    private Head hold(GoLiveKey goLive) {
        jdbc.sql("insert into audit_head (go_live, length, hash) values (?, 0, ?) on conflict do nothing")
                .params(goLive.value(), AuditEntry.genesis(goLive).sha256())
                .update();
        return jdbc.sql("select length, hash from audit_head where go_live = ? for update")
                .param(goLive.value())
                .query(AuditChain::head)
                .single();
    }

    /** As it stands now; of length 0 if nothing is recorded. */
    Head head(GoLiveKey goLive) {
        return jdbc.sql("select length, hash from audit_head where go_live = ?")
                .param(goLive.value())
                .query(AuditChain::head)
                .optional()
                .orElse(new Head(0, AuditEntry.genesis(goLive).sha256()));
    }

    /** Where the chain ended when all records were read back last. */
    Optional<Head> checkpoint(GoLiveKey goLive) {
        return jdbc.sql("select length, hash from audit_checkpoint where go_live = ? order by id desc limit 1")
                .param(goLive.value())
                .query(AuditChain::head)
                .optional();
    }

    /** Up to {@code count} links that follow a place, in order. */
    List<Link> following(GoLiveKey goLive, long seq, int count) {
        return jdbc.sql(
                        "select l.seq, l.previous, l.hash as link_hash, %s from audit_link l"
                                        .formatted(AuditEntries.COLUMNS)
                                + " left join audit_entry e on e.id = l.entry where l.go_live = ? and l.seq > ? order by l.seq limit ?")
                .params(goLive.value(), seq, count)
                .query(AuditChain::link)
                .list();
    }

    /** Whether any link of the go-live has that hash. */
    boolean has(GoLiveKey goLive, String hash) {
        return jdbc.sql("select exists (select 1 from audit_link where go_live = ? and hash = ?)")
                .params(goLive.value(), hash)
                .query(Boolean.class)
                .single();
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(row.getLong("length"), row.getString("hash"));
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        row.getLong("id");
        var entry = row.wasNull() ? null : AuditEntries.read(row, number);
        return new Link(row.getLong("seq"), row.getString("previous"), row.getString("link_hash"), entry);
    }
}

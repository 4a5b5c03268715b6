package dev.handover.evidence;

import dev.handover.shared.Digest;
import dev.handover.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The bytes of evidence, once for each digest, in pieces. See {@code docs/adr/0007-evidence-contents-in-postgresql.md}. */
@Component
class Contents {

    /** Bytes of a piece; the last one of a content may have fewer. */
    static final int PIECE = 256 * 1024;

    /** Pieces are sent together up to so many bytes. */
    private static final int SHIPMENT = 1024 * 1024;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final QuotaSettings quota;

    Contents(JdbcClient jdbc, JdbcOperations batches, QuotaSettings quota) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.quota = quota;
    }

    /**
     * Stores the bytes of each unless they are there already. A simultaneous writer of the same bytes waits for the first
     * one's commit, and stores them itself if that one rolls back. Always in the order of digests, so that two writers of
     * several do not wait for each other.
     *
     * @throws Refusal (no room) beyond the quota; nothing is stored then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void store(List<Material> materials, Instant at) throws IOException {
        var byDigest = new TreeMap<String, Material>();
        materials.forEach(each -> byDigest.putIfAbsent(each.digest().sha256(), each));
        if (byDigest.isEmpty()) {
            return;
        }
        var added = jdbc.sql("insert into evidence_content (sha256, size, stored_at)"
                        + " select sha256, size, ? from unnest(?::text[], ?::bigint[]) as new (sha256, size)"
                        + " on conflict do nothing returning sha256")
                .params(
                        Timestamp.from(at),
                        byDigest.keySet().toArray(String[]::new),
                        byDigest.values().stream().map(Material::size).toArray(Long[]::new))
                .query(String.class)
                .set();
        var standing = new TreeSet<>(byDigest.keySet());
        standing.removeAll(added);
        added.addAll(revived(standing, at));
        byDigest.keySet().retainAll(added);
        requireRoom(byDigest.values());
        storePieces(byDigest.values());
    }

    /** The rows of what is new are there already, so their sizes are in the sum. */
    private void requireRoom(Collection<Material> added) {
        if (quota.quota() != null && !added.isEmpty()) {
            quota.requireRoomFor(jdbc.sql("select sum(size) from evidence_content where purged_at is null")
                    .query(Long.class)
                    .single());
        }
    }

    /**
     * Holds what is there until the current transaction ends, so that it is not purged just as somebody refers to it; what was
     * purged before comes back.
     *
     * @return the digests whose pieces have to be stored again
     */
    private Set<String> revived(Set<String> known, Instant at) {
        if (known.isEmpty()) {
            return Set.of();
        }
        var kept = jdbc.sql("select sha256 from evidence_content where sha256 in (:known) and purged_at is null"
                        + " order by sha256 for key share")
                .param("known", known)
                .query(String.class)
                .set();
        var purged = new TreeSet<>(known);
        purged.removeAll(kept);
        return purged.isEmpty()
                ? purged
                : jdbc.sql("update evidence_content set purged_at = null, stored_at = :at"
                                + " where sha256 in (:purged) and purged_at is not null returning sha256")
                        .param("at", Timestamp.from(at))
                        .param("purged", purged)
                        .query(String.class)
                        .set();
    }

    private void storePieces(Collection<Material> materials) throws IOException {
        var shipment = new ArrayList<Object[]>();
        int weight = 0;
        for (var material : materials) {
            var buffer = new byte[(int) Math.min(PIECE, material.size())];
            try (var bytes = material.open()) {
                int position = 0;
                for (int n = bytes.readNBytes(buffer, 0, buffer.length);
                        n > 0;
                        n = bytes.readNBytes(buffer, 0, buffer.length)) {
                    shipment.add(new Object[] {material.digest().sha256(), position++, Arrays.copyOf(buffer, n)});
                    weight += n;
                    if (weight >= SHIPMENT) {
                        ship(shipment);
                        weight = 0;
                    }
                }
            }
        }
        ship(shipment);
    }

    private void ship(List<Object[]> pieces) {
        if (!pieces.isEmpty()) {
            batches.batchUpdate("insert into evidence_piece (sha256, position, bytes) values (?, ?, ?)", pieces);
            pieces.clear();
        }
    }

    /**
     * The bytes of that digest, read piece by piece as the caller goes on, and checked against the digest before the last
     * piece is handed out. The stream throws {@link DamagedContent} where they are not what was stored.
     *
     * @throws Refusal (gone) if they were deleted when their time was over
     */
    InputStream open(Digest digest) {
        requireKept(digest);
        long size = jdbc.sql("select size from evidence_content where sha256 = ?")
                .param(digest.sha256())
                .query(Long.class)
                .optional()
                .orElse(0L);
        return new ContentStream(digest, size, position -> piece(digest, position));
    }

    /** @throws Refusal (gone) if the bytes were deleted when their time was over */
    void requireKept(Digest digest) {
        jdbc.sql("select purged_at from evidence_content where sha256 = ? and purged_at is not null")
                .param(digest.sha256())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional()
                .ifPresent(purgedAt -> {
                    throw Refusal.gone("This content was kept as long as it had to be, and deleted on %s."
                                    .formatted(LocalDate.ofInstant(purgedAt, ZoneOffset.UTC))
                            + " Its digest stays, so a copy that somebody kept can still be compared: SHA-256 %s."
                                    .formatted(digest));
                });
    }

    private Optional<byte[]> piece(Digest digest, int position) {
        return jdbc.sql("select bytes from evidence_piece where sha256 = ? and position = ?")
                .params(digest.sha256(), position)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** The contents of these digests that have no more than one piece and are what was stored; by digest. */
    Map<Digest, byte[]> small(Collection<Digest> digests) {
        if (digests.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select bytes from evidence_piece where position = 0 and sha256 in (:digests)")
                .param("digests", digests.stream().map(Digest::sha256).toList())
                .query((row, number) -> row.getBytes(1))
                .list()
                .stream()
                .filter(bytes -> digests.contains(Digest.of(bytes)))
                .collect(Collectors.toMap(Digest::of, Function.identity()));
    }

    /** Up to {@code count} digests of kept contents that follow {@code after}, in ascending order. */
    List<Digest> digests(String after, int count) {
        return jdbc.sql(
                        "select sha256 from evidence_content where sha256 > ? and purged_at is null order by sha256 limit ?")
                .params(after, count)
                .query((row, number) -> new Digest(row.getString(1)))
                .list();
    }
}

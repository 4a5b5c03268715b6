package dev.handover.evidence;

import dev.handover.shared.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    Contents(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Stores the bytes of each unless they are there already. A simultaneous writer of the same bytes waits for the first
     * one's commit, and stores them itself if that one rolls back. Always in the order of digests, so that two writers of
     * several do not wait for each other.
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
        byDigest.keySet().retainAll(added);
        storePieces(byDigest.values());
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
     */
    InputStream open(Digest digest) {
        long size = jdbc.sql("select size from evidence_content where sha256 = ?")
                .param(digest.sha256())
                .query(Long.class)
                .optional()
                .orElse(0L);
        return new ContentStream(digest, size, position -> piece(digest, position));
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

    /** Up to {@code count} digests of stored contents that follow {@code after}, in ascending order. */
    List<Digest> digests(String after, int count) {
        return jdbc.sql("select sha256 from evidence_content where sha256 > ? order by sha256 limit ?")
                .params(after, count)
                .query((row, number) -> new Digest(row.getString(1)))
                .list();
    }
}

package dev.handover.evidence;

import dev.handover.shared.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The bytes of evidence, once for each digest, in pieces. See {@code docs/adr/0007-evidence-contents-in-postgresql.md}. */
@Component
class Contents {

    /** Bytes of a piece; the last one of a content may have fewer. */
    static final int PIECE = 256 * 1024;

    private final JdbcClient jdbc;

    Contents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores the bytes unless they are there already. A simultaneous writer of the same bytes waits for the first one's
     * commit, and stores them itself if that one rolls back.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void store(Material material, Instant at) throws IOException {
        int added = jdbc.sql(
                        "insert into evidence_content (sha256, size, stored_at) values (?, ?, ?) on conflict do nothing")
                .params(material.digest().sha256(), material.size(), Timestamp.from(at))
                .update();
        if (added == 0) {
            return;
        }
        var buffer = new byte[(int) Math.min(PIECE, material.size())];
        try (var bytes = material.open()) {
            int position = 0;
            for (int n = bytes.readNBytes(buffer, 0, buffer.length);
                    n > 0;
                    n = bytes.readNBytes(buffer, 0, buffer.length)) {
                var piece = n == buffer.length ? buffer : Arrays.copyOf(buffer, n);
                jdbc.sql("insert into evidence_piece (sha256, position, bytes) values (?, ?, ?)")
                        .params(material.digest().sha256(), position++, piece)
                        .update();
            }
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

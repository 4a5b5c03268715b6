package dev.handover.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handover.evidence.Evidence.Form;
import dev.handover.evidence.Manifest.Entry;
import dev.handover.shared.Digest;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Slugged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Manifests that somebody signed, kept word for word under their digest. */
@Component
public class Manifests {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Manifests(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps the manifest; one that is kept already stays as it is. */
    @Transactional
    public Digest keep(Manifest manifest) {
        var document = manifest.document();
        var digest = Digest.of(document);
        jdbc.sql("insert into evidence_manifest (sha256, go_live, document, kept_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(
                        digest.sha256(),
                        manifest.goLive().value(),
                        document,
                        Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .update();
        return digest;
    }

    /**
     * The manifest kept under that digest.
     *
     * @throws IllegalStateException if the stored document is not the one that was kept
     */
    public Optional<Manifest> find(Digest digest) {
        return jdbc.sql("select document from evidence_manifest where sha256 = ?")
                .param(digest.sha256())
                .query(String.class)
                .optional()
                .map(document -> read(digest, document));
    }

    private Manifest read(Digest digest, String document) {
        if (!Digest.of(document).equals(digest)) {
            throw new IllegalStateException(
                    "The stored manifest %s is damaged. Restore it from a backup.".formatted(digest));
        }
        try {
            var root = json.readTree(document);
            return new Manifest(
                    new GoLiveKey(root.get("goLive").textValue()),
                    StreamSupport.stream(root.get("kinds").spliterator(), false)
                            .map(kind -> Slugged.of(EvidenceKind.class, kind.textValue()))
                            .toList(),
                    StreamSupport.stream(root.get("evidence").spliterator(), false)
                            .map(Manifests::entry)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the stored manifest %s is no JSON".formatted(digest), e);
        }
    }

    private static Entry entry(JsonNode entry) {
        return new Entry(
                Slugged.of(EvidenceKind.class, entry.get("kind").textValue()),
                entry.get("title").textValue(),
                Slugged.of(Form.class, entry.get("form").textValue()),
                new Digest(entry.get("sha256").textValue()),
                entry.path("source").textValue());
    }
}

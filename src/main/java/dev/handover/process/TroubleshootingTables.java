package dev.handover.process;

import dev.handover.shared.Digest;
import dev.handover.shared.Refusal;
import dev.handover.validation.TroubleshootingEditions;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which troubleshooting table is in force: what the last change says, read each time, so that all nodes see it at once. */
@Component
@Transactional
class TroubleshootingTables implements TroubleshootingEditions {

    private static final Logger LOG = LoggerFactory.getLogger(TroubleshootingTables.class);
    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final TroubleshootingModels models;
    private final Clock clock;

    TroubleshootingTables(JdbcClient jdbc, TroubleshootingModels models, Clock clock) {
        this.jdbc = jdbc;
        this.models = models;
        this.clock = clock;
    }

    /** @param definition id of the edition in the engine; null if the product's table was put back */
    private record Kept(String definition, String shipped, Change change) {

        static Kept of(ResultSet row, int number) throws SQLException {
            var definition = row.getString("definition");
            return new Kept(
                    definition,
                    row.getString("shipped_sha256"),
                    new Change(
                            row.getInt("number"),
                            new Digest(row.getString("sha256")),
                            definition == null,
                            row.getString("changed_by"),
                            row.getTimestamp("changed_at").toInstant()));
        }
    }

    /** Id of the table that the engine has to ask now. */
    @Transactional(readOnly = true)
    String definitionInForce() {
        return edited().map(Kept::definition).orElseGet(models::shipped);
    }

    @Override
    @Transactional(readOnly = true)
    public Edition inForce() {
        return edition(definitionInForce());
    }

    @Override
    @Transactional(readOnly = true)
    public Edition shipped() {
        return edition(models.shipped());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isNewerShipped() {
        return edited().filter(kept -> !kept.shipped().equals(shipped().digest().sha256()))
                .isPresent();
    }

    private Edition edition(String definition) {
        var document = models.document(definition);
        var table = TroubleshootingDocument.read(document.getBytes(StandardCharsets.UTF_8));
        return new Edition(document, Digest.of(document), table);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Change> changes() {
        return last(SHOWN).stream().map(Kept::change).toList();
    }

    @Override
    public Edition replace(byte[] document, String seen, String by) {
        if (document.length > MOST_BYTES) {
            throw Refusal.tooLarge("The table is too large: at most %d KiB are taken.".formatted(MOST_BYTES / 1024));
        }
        var table = TroubleshootingDocument.read(document);
        var before = holdUnchanged(seen);
        var text = TroubleshootingDocument.write(shipped().document(), table);
        if (text.equals(before.document())) {
            return before;
        }
        return keep(models.deploy(text), Digest.of(text), by);
    }

    @Override
    public Edition putBack(String seen, String by) {
        var before = holdUnchanged(seen);
        return edited().isEmpty() ? before : keep(null, shipped().digest(), by);
    }

    /** Nobody else changes the table until the transaction ends. */
    private Edition holdUnchanged(String seen) {
        // Not a lock of the table itself: that takes a right to change rows, which the application does not have.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('troubleshooting_change', 0))")
                .query(row -> {});
        var now = inForce();
        if (!ANY.equals(seen) && !now.digest().sha256().equals(seen)) {
            throw Refusal.conflict("Another troubleshooting table is in force than the one you started from."
                    + " Nothing was changed; look at what is there now and make your change to it.");
        }
        return now;
    }

    private Edition keep(String definition, Digest digest, String by) {
        jdbc.sql("insert into troubleshooting_change (definition, sha256, shipped_sha256, changed_by, changed_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(definition, digest.sha256(), shipped().digest().sha256(), by, Timestamp.from(clock.instant()))
                .update();
        LOG.warn(
                "Troubleshooting table {} by {}, sha256 {}",
                definition == null ? "put back" : "replaced",
                by,
                digest.sha256());
        return inForce();
    }

    private Optional<Kept> edited() {
        return last(1).stream().filter(kept -> kept.definition() != null).findFirst();
    }

    private List<Kept> last(int most) {
        return jdbc.sql("select * from troubleshooting_change order by number desc limit ?")
                .param(most)
                .query(Kept::of)
                .list();
    }
}

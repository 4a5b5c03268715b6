package dev.handover.evidence;

import static dev.handover.shared.EvidenceKind.SUPPORT_HANDOFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.DatabaseOwner;
import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Quota reached, or disk full: all or nothing, and the rest goes on. */
@EvidenceTest
class NoRoomTests {

    private static final EvidenceSettings LIMITS = new EvidenceSettings(DataSize.ofMegabytes(25));

    @Autowired
    private DatabaseOwner owner;

    @Autowired
    private EvidenceStore store;

    @Autowired
    private TestGoLives goLives;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JdbcOperations batches;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void beyondTheQuotaNothingIsStoredAndWhatIsThereAlreadyCostsNothing() {
        store.addStatement(goLives.create(), SUPPORT_HANDOFF, "Before", "Some room is taken.", "support");
        var room = 1_000;
        var quota = new QuotaSettings(DataSize.ofBytes(taken() + room));
        var contents = new Contents(jdbc, batches, quota);
        var fits = random(room);
        var tooMuch = random(1);

        store(contents, fits);
        assertThatThrownBy(() -> store(contents, tooMuch))
                .isInstanceOfSatisfying(
                        HandoverException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(Code.NO_ROOM));
        store(contents, fits);

        assertThat(isStored(fits)).isTrue();
        assertThat(isStored(tooMuch)).isFalse();
    }

    @Test
    void withoutAQuotaThereIsNoLimit() {
        new QuotaSettings(null).requireRoomFor(Long.MAX_VALUE);
    }

    @Test
    void whatTheDatabaseHasNoRoomForLeavesNoTraceAndCanBeSentAgain() throws IOException {
        var goLive = goLives.create();
        var bytes = random(600_000);
        var whileFull = store.addStatement(goLive, SUPPORT_HANDOFF, "Small", "Was there before.", "support");
        fillDisk();
        try {
            assertThatThrownBy(() -> add(goLive, bytes)).rootCause().hasMessageContaining("could not extend file");
            assertThat(store.history(goLive)).containsExactly(whileFull);
            assertThat(isStored(bytes)).isFalse();
            assertThat(orphans()).isZero();
            try (var content = store.open(whileFull)) {
                assertThat(content.readAllBytes())
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo("Was there before.");
            }
        } finally {
            freeDisk();
        }

        var added = add(goLive, bytes);

        try (var content = store.open(added)) {
            assertThat(content.readAllBytes()).isEqualTo(bytes);
        }
    }

    private Evidence add(GoLiveKey goLive, byte[] bytes) {
        return store.addFile(goLive, SUPPORT_HANDOFF, "Large", "large.bin", new ByteArrayInputStream(bytes), "support");
    }

    /** From the second piece on, the database says what it says when a file cannot grow. */
    private void fillDisk() {
        owner.jdbc().execute("""
                        create function disk_is_full() returns trigger language plpgsql as $$
                        begin
                            if new.position > 0 then
                                raise exception 'could not extend file: No space left on device' using errcode = '53100';
                            end if;
                            return new;
                        end
                        $$
                        """);
        owner.jdbc()
                .execute(
                        "create trigger disk_is_full before insert on evidence_piece for each row execute function disk_is_full()");
    }

    private void freeDisk() {
        owner.jdbc().execute("drop trigger disk_is_full on evidence_piece");
        owner.jdbc().execute("drop function disk_is_full()");
    }

    private void store(Contents contents, byte[] bytes) {
        transaction.executeWithoutResult(status -> {
            try (var material = Material.of(bytes, LIMITS)) {
                contents.store(List.of(material), Instant.EPOCH);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static byte[] random(int size) {
        var bytes = EvidenceTestData.bytes(size + 40);
        System.arraycopy(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII), 0, bytes, 1, 36);
        return size < 40
                ? UUID.randomUUID().toString().substring(0, size).getBytes(StandardCharsets.US_ASCII)
                : Arrays.copyOf(bytes, size);
    }

    private long taken() {
        return jdbc.sql("select sum(size) from evidence_content where purged_at is null")
                .query(Long.class)
                .single();
    }

    private boolean isStored(byte[] bytes) {
        var digest = Digest.of(bytes).sha256();
        var rows = jdbc.sql("select (select count(*) from evidence_content where sha256 = :digest)"
                        + " + (select count(*) from evidence_piece where sha256 = :digest)"
                        + " + (select count(*) from evidence where sha256 = :digest)")
                .param("digest", digest)
                .query(Long.class)
                .single();
        return rows > 0;
    }

    private long orphans() {
        return jdbc.sql("select count(*) from evidence where not exists"
                        + " (select 1 from evidence_content c where c.sha256 = evidence.sha256)")
                .query(Long.class)
                .single();
    }
}

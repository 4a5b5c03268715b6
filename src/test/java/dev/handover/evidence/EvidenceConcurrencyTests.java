package dev.handover.evidence;

import static dev.handover.shared.EvidenceKind.SUPPORT_HANDOFF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EvidenceTest
class EvidenceConcurrencyTests {

    private static final int WRITERS = 8;

    @Autowired
    private EvidenceStore store;

    @Autowired
    private TestGoLives goLives;

    @Autowired
    private ChangesSeen changes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void sameBytesForManyGoLivesAtOnceAreStoredOnce() throws Exception {
        var bytes = EvidenceTestData.bytes(700_001);
        var keys = IntStream.range(0, WRITERS).mapToObj(i -> goLives.create()).toList();

        var added = atOnce(writer -> addFile(keys.get(writer), "Handoff", bytes));

        assertThat(added).extracting(Evidence::sha256).containsOnly(Digest.of(bytes));
        assertThat(pieces(Digest.of(bytes))).isEqualTo(3);
        for (var evidence : added) {
            try (var content = store.open(evidence)) {
                assertThat(content.readAllBytes()).isEqualTo(bytes);
            }
        }
    }

    @Test
    void sameBytesForOneItemAtOnceAreOneVersion() throws Exception {
        var goLive = goLives.create();
        var bytes = EvidenceTestData.bytes(300_000);

        var added = atOnce(writer -> addFile(goLive, "Handoff", bytes));

        assertThat(added).hasSize(WRITERS).containsOnly(added.get(0));
        assertThat(store.history(goLive)).hasSize(1);
        assertThat(changes.of(goLive)).hasSize(1);
    }

    @Test
    void differentBytesForOneItemAtOnceAreVersionsWithoutGaps() throws Exception {
        var goLive = goLives.create();

        atOnce(writer -> addFile(goLive, "Handoff", EvidenceTestData.bytes(1_000 + writer)));

        assertThat(store.history(goLive))
                .extracting(Evidence::version)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, WRITERS).boxed().toList());
        assertThat(changes.of(goLive)).hasSize(WRITERS);
        assertThat(store.current(goLive)).extracting(Evidence::version).containsExactly(WRITERS);
    }

    @Test
    void bytesOfAWriterThatRollsBackAreStoredByTheOneThatWaited() throws Exception {
        var text = "first writer rolls back " + UUID.randomUUID();
        var one = goLives.create();
        var other = goLives.create();
        var stored = new CountDownLatch(1);
        var undo = new CountDownLatch(1);

        var first = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            store.addStatement(one, SUPPORT_HANDOFF, "Handoff", text, "support");
            stored.countDown();
            await(undo);
            status.setRollbackOnly();
        }));
        await(stored);
        var second = CompletableFuture.supplyAsync(
                () -> store.addStatement(other, SUPPORT_HANDOFF, "Handoff", text, "support"));
        awaitBlockedStatement("evidence_content");
        undo.countDown();
        first.get(30, TimeUnit.SECONDS);

        assertThat(second.get(30, TimeUnit.SECONDS).sha256()).isEqualTo(Digest.of(text));
        assertThat(pieces(Digest.of(text))).isEqualTo(1);
        assertThat(store.history(one)).isEmpty();
    }

    @Test
    void evidenceHeldStillDoesNotChangeUntilTheSignatureIsRecorded() throws Exception {
        var goLive = goLives.create();
        var held = new CountDownLatch(1);
        var sign = new CountDownLatch(1);

        var signing = CompletableFuture.supplyAsync(() -> transaction.execute(status -> {
            store.holdStill(goLive);
            var before = store.manifest(goLive).digest();
            held.countDown();
            await(sign);
            return before.equals(store.manifest(goLive).digest());
        }));
        await(held);
        var change = CompletableFuture.supplyAsync(
                () -> store.addStatement(goLive, SUPPORT_HANDOFF, "Handoff", "changed", "support"));
        awaitBlockedStatement("pg_advisory_xact_lock");
        assertThat(change).isNotDone();
        sign.countDown();

        assertThat(signing.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(change.get(30, TimeUnit.SECONDS).version()).isEqualTo(1);
    }

    private interface Write {
        Evidence by(int writer) throws Exception;
    }

    private static List<Evidence> atOnce(Write write) throws Exception {
        var barrier = new CyclicBarrier(WRITERS);
        var executor = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Evidence>> writers = IntStream.range(0, WRITERS)
                    .<Callable<Evidence>>mapToObj(writer -> () -> {
                        barrier.await(30, TimeUnit.SECONDS);
                        return write.by(writer);
                    })
                    .toList();
            var added = new ArrayList<Evidence>();
            for (Future<Evidence> each : executor.invokeAll(writers, 60, TimeUnit.SECONDS)) {
                added.add(each.get());
            }
            return added;
        } finally {
            executor.shutdownNow();
        }
    }

    private Evidence addFile(GoLiveKey goLive, String title, byte[] bytes) {
        return store.addFile(goLive, SUPPORT_HANDOFF, title, "handoff.bin", new ByteArrayInputStream(bytes), "support");
    }

    private int pieces(Digest digest) {
        return jdbc.sql("select count(*) from evidence_piece where sha256 = ?")
                .param(digest.sha256())
                .query(Integer.class)
                .single();
    }

    /** Returns once a statement with that text waits for another transaction. */
    private void awaitBlockedStatement(String text) {
        org.awaitility.Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> jdbc.sql("""
                                select count(*) from pg_stat_activity
                                 where datname = current_database() and wait_event_type = 'Lock'
                                   and query like ? and pid <> pg_backend_pid()
                                """)
                                .param("%" + text + "%")
                                .query(Integer.class)
                                .single()
                        > 0);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited in vain");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

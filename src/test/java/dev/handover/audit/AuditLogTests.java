package dev.handover.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.audit.AuditEntry.Kind;
import dev.handover.evidence.EvidenceTest;
import dev.handover.evidence.TestGoLives;
import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@EvidenceTest
class AuditLogTests {

    private static final int THREADS = 8;
    private static final int ENTRIES = 50;

    @Autowired
    private AuditLog log;

    @Autowired
    private AuditVerification verification;

    @Autowired
    private TestGoLives goLives;

    @Autowired
    private TransactionTemplate transaction;

    private GoLiveKey key;

    @BeforeEach
    void create() {
        key = goLives.create();
    }

    @Test
    void anActIsOnRecordWithItsTransactionAndReadableWithinIt() {
        transaction.executeWithoutResult(status -> {
            log.record(key, Act.of("requester", "Submitted the plan", null));
            assertThat(log.acts(key)).hasSize(1);
            assertThat(log.length(key)).isZero();
        });
        assertThat(log.read(key, 0, 10)).singleElement().satisfies(first -> {
            assertThat(first.seq()).isOne();
            assertThat(first.previous()).isEqualTo(AuditEntry.genesis(key).sha256());
            assertThat(first.hash())
                    .isEqualTo(first.entry().hash(first.previous()).sha256());
            assertThat(first.entry().origin()).isEqualTo(Origin.JOB);
        });
    }

    @Test
    void whatIsRolledBackIsNotOnRecord() {
        transaction.executeWithoutResult(status -> {
            log.record(key, Act.of("requester", "Submitted the plan", null));
            status.setRollbackOnly();
        });
        assertThat(log.acts(key)).isEmpty();
        assertThat(verification.verify(key).isUnbroken()).isTrue();
    }

    @Test
    void anActWithoutATransactionIsRefused() {
        assertThatThrownBy(() -> log.record(key, Act.of("requester", "Did", null)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whatIsRecordedWhileTheTransactionEndsIsPartOfTheChain() {
        transaction.executeWithoutResult(status -> {
            log.record(key, Act.of("requester", "First", null));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    log.record(key, Act.of("requester", "Early", null));
                }
            });
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCompletion() {
                    log.record(key, Act.of("requester", "Late", null));
                }
            });
        });
        var report = verification.verify(key);
        assertThat(report.broken()).isNull();
        assertThat(report.length()).isEqualTo(3);
    }

    @Test
    void theSameShownToTheSamePersonIsOneEntryAndAnythingElseAnother() {
        var first = Digest.of("first");
        log.shown(key, "business", "Briefing: Sign off", first);
        log.shown(key, "business", "Briefing: Sign off", first);
        log.shown(key, "business", "Briefing: Sign off", Digest.of("second"));
        log.shown(key, "change", "Briefing: Sign off", first);
        log.shown(key, "business", "Report", first);
        log.shown(key, "business", "Report", null);
        log.shown(key, "business", "Report", null);
        assertThat(log.read(key, 0, 10))
                .hasSize(5)
                .allSatisfy(each -> assertThat(each.entry().kind()).isEqualTo(Kind.SHOWN));
        assertThat(log.acts(key)).isEmpty();
    }

    @Test
    void aRefusalIsOnRecordAlthoughTheAttemptIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            log.record(key, Act.of("business", "Signed", null));
            log.refused(key, "business", "Sign off", "The evidence changed.");
            status.setRollbackOnly();
        });
        assertThat(log.read(key, 0, 10)).singleElement().satisfies(only -> {
            assertThat(only.entry().kind()).isEqualTo(Kind.REFUSED);
            assertThat(only.entry().act().detail()).isEqualTo("The evidence changed.");
        });
        assertThat(verification.verify(key).isUnbroken()).isTrue();
    }

    @Test
    void writersAtTheSameTimeMakeOneUnbrokenChain() throws Exception {
        var others = List.of(goLives.create(), goLives.create());
        var writers = new ArrayList<Callable<Void>>();
        for (var i = 0; i < THREADS; i++) {
            var ascending = i % 2 == 0;
            var writer = "writer-" + i;
            writers.add(() -> {
                for (var n = 0; n < ENTRIES; n++) {
                    var other = others.get(n % 2);
                    transaction.executeWithoutResult(status -> {
                        record(ascending ? key : other, writer);
                        record(ascending ? other : key, writer);
                    });
                }
                return null;
            });
        }
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (var written : threads.invokeAll(writers, 2, TimeUnit.MINUTES)) {
                written.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(verification.verify(key).broken()).isNull();
        assertThat(verification.verify(key).length()).isEqualTo(THREADS * ENTRIES);
        assertThat(others).allSatisfy(each -> {
            assertThat(verification.verify(each).broken()).isNull();
            assertThat(verification.verify(each).length()).isEqualTo(THREADS * ENTRIES / 2);
        });
    }

    @Test
    void aLongTransactionKeepsNobodyWaitingUntilItCommits() throws Exception {
        var added = new CountDownLatch(1);
        var others = new CountDownLatch(1);
        var thread = Executors.newSingleThreadExecutor();
        try {
            var slow = thread.submit(() -> transaction.executeWithoutResult(status -> {
                record(key, "slow");
                added.countDown();
                await(others);
            }));
            await(added);
            IntStream.range(0, 3).forEach(n -> transaction.executeWithoutResult(status -> record(key, "quick")));
            assertThat(log.length(key)).isEqualTo(3);
            others.countDown();
            slow.get(30, TimeUnit.SECONDS);
        } finally {
            thread.shutdownNow();
        }
        assertThat(log.read(key, 0, 10))
                .extracting(each -> each.entry().act().actor())
                .containsExactly("quick", "quick", "quick", "slow");
        assertThat(verification.verify(key).isUnbroken()).isTrue();
    }

    private void record(GoLiveKey goLive, String actor) {
        log.record(goLive, Act.of(actor, "Did something", null));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

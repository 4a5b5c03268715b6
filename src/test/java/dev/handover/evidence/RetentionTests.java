package dev.handover.evidence;

import static dev.handover.shared.EvidenceKind.SUPPORT_HANDOFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.DatabaseOwner;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Period;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What goes when its time is over, and that nothing goes before, whoever tries. */
@EvidenceTest
class RetentionTests {

    private static final int PLENTY = 1_000;
    private static final int USUAL_YEARS = 10;

    @Autowired
    private DatabaseOwner owner;

    @Autowired
    private Retention retention;

    @Autowired
    private EvidenceStore store;

    @Autowired
    private Manifests manifests;

    @Autowired
    private IntegrityCheck check;

    @Autowired
    private TestGoLives goLives;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private GoLiveKey goLive;
    private byte[] bytes;
    private Evidence evidence;

    @BeforeEach
    void addEvidence() {
        goLive = goLives.create();
        bytes = EvidenceTestData.bytes(300_000);
        System.arraycopy(UUID.randomUUID().toString().getBytes(), 0, bytes, 1, 36);
        evidence = add(goLive, bytes);
    }

    @Test
    void contentsGoWhenTheirTimeIsOverAndWhatWasSignedStaysVerifiable() {
        var signed = manifests.keep(store.manifest(goLive));
        endedYearsAgo(goLive, USUAL_YEARS + 1);

        assertThat(retention.purgeDue(PLENTY)).isPositive();

        assertThat(pieces()).isZero();
        assertGone();
        assertThat(store.history(goLive)).containsExactly(evidence);
        assertThat(manifests.find(signed)).contains(store.manifest(goLive));
        assertThat(check.run().damaged())
                .extracting(IntegrityCheck.Damage::content)
                .doesNotContain(evidence.sha256());
    }

    @Test
    void theDayBeforeNothingGoes() throws IOException {
        ended(goLive, "10 years - interval '1 day'");

        retention.purgeDue(PLENTY);

        assertKept();
    }

    @Test
    void whatARunningGoLiveNeedsStays() throws IOException {
        endedYearsAgo(goLive, USUAL_YEARS + 1);
        add(goLives.create(), bytes);

        retention.purgeDue(PLENTY);

        assertKept();
    }

    @Test
    void whatAnotherGoLiveNeedsLongerStaysUntilThatTimeIsOverToo() throws IOException {
        var other = goLives.create();
        add(other, bytes);
        endedYearsAgo(goLive, USUAL_YEARS + 5);
        endedYearsAgo(other, USUAL_YEARS - 1);
        retention.purgeDue(PLENTY);
        assertKept();

        endedYearsAgo(other, USUAL_YEARS + 1);
        retention.purgeDue(PLENTY);

        assertGone();
    }

    @Test
    void evidenceOfALegalHoldStaysUntilItIsLifted() throws IOException {
        endedYearsAgo(goLive, USUAL_YEARS + 1);
        jdbc.sql("insert into legal_hold values (?, 'Dispute', 'admin', now())")
                .param(goLive.value())
                .update();
        retention.purgeDue(PLENTY);
        assertKept();

        jdbc.sql("delete from legal_hold where go_live = ?")
                .param(goLive.value())
                .update();
        retention.purgeDue(PLENTY);

        assertGone();
    }

    @Test
    void aShorterPromiseDoesNotHastenWhatWasPromisedBefore() throws IOException {
        var shorter = new Retention(jdbc, new RetentionSettings(Map.of(SUPPORT_HANDOFF, Period.ofYears(1))));
        endedYearsAgo(goLive, 5);
        shorter.declare();
        try {
            retention.purgeDue(PLENTY);
            assertKept();
        } finally {
            retention.declare();
        }
        assertThat(jdbc.sql("select keep_for = interval '10 years' from evidence_retention where kind = ?"
                                + " order by id desc limit 1")
                        .param(SUPPORT_HANDOFF.name())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void declaringTheSameAgainAddsNothing() {
        var before = promises();

        retention.declare();

        assertThat(promises()).isEqualTo(before).isGreaterThanOrEqualTo(EvidenceKind.values().length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update evidence_content set purged_at = now() where sha256 = ?",
                "delete from evidence_piece where sha256 = ?",
                "delete from evidence_content where sha256 = ?",
                "update evidence_piece set bytes = '' where sha256 = ?",
                "update evidence_content set size = 1 where sha256 = ?"
            })
    void nobodyDeletesBeforeTheTimeIsOver(String attempt) throws IOException {
        endedYearsAgo(goLive, USUAL_YEARS - 1);

        assertThatThrownBy(() ->
                        jdbc.sql(attempt).param(evidence.sha256().sha256()).update())
                .rootCause()
                .hasMessageMatching("(?s).*(evidence is only ever added to|permission denied).*");
        assertKept();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update evidence_retention set keep_for = interval '1 year'",
                "delete from evidence_retention",
                "insert into evidence_retention (kind, keep_for) values ('SUPPORT_HANDOFF', interval '1 day')"
            })
    void promisesAreNeitherTakenBackNorShorterThanAYear(String attempt) {
        assertThatThrownBy(() -> jdbc.sql(attempt).update()).hasMessageContaining("evidence");
    }

    @Test
    void aPromiseIsDatedByTheDatabase() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(
                            "insert into evidence_retention (kind, keep_for, declared_at) values ('X', interval '1 year', '2001-01-01')")
                    .update();
            assertThat(jdbc.sql("select declared_at = now() from evidence_retention where kind = 'X'")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
            status.setRollbackOnly();
        });
    }

    @Test
    void theApplicationHasNoRightToDeleteAndPurgesWhatIsDue() {
        assertThatThrownBy(() -> jdbc.sql("delete from evidence_piece").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        endedYearsAgo(goLive, USUAL_YEARS + 1);
        assertThat(retention.purgeDue(PLENTY)).isPositive();
        assertThat(pieces()).isZero();
    }

    @Test
    void aTableOfTheSameNameInASessionDoesNotFoolTheRule() throws IOException {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(
                            "create temporary table go_live as select key, timestamptz '1990-01-01' as finished_at from go_live")
                    .update();
            retention.purgeDue(PLENTY);
            status.setRollbackOnly();
            assertThat(pieces()).isEqualTo(2);
        });
        assertKept();
    }

    @Test
    void theSameBytesAddedLaterBringTheContentBack() throws IOException {
        endedYearsAgo(goLive, USUAL_YEARS + 1);
        retention.purgeDue(PLENTY);
        assertGone();

        var again = add(goLives.create(), bytes);

        assertThat(again.sha256()).isEqualTo(evidence.sha256());
        assertKept();
    }

    @Test
    void whatIsReferredToAtThisVeryMomentIsPassedBy() throws IOException {
        endedYearsAgo(goLive, USUAL_YEARS + 1);
        var later = goLives.create();
        var meanwhile = new TransactionTemplate(transaction.getTransactionManager());
        meanwhile.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        transaction.executeWithoutResult(status -> {
            add(later, bytes);
            meanwhile.executeWithoutResult(other -> retention.purgeDue(PLENTY));
        });

        retention.purgeDue(PLENTY);
        assertKept();
    }

    @Test
    void noMoreThanAskedForGoAtATime() {
        var second = add(goLive, EvidenceTestData.bytes(1_000 + (int) (System.nanoTime() % 10_000)));
        endedYearsAgo(goLive, USUAL_YEARS + 1);

        assertThat(retention.purgeDue(1)).isOne();
        assertThat(retention.purgeDue(0)).isZero();
        retention.purgeEveryNight();

        assertGone();
        assertThatThrownBy(() -> store.requireKept(second)).isInstanceOf(HandoverException.class);
    }

    private Evidence add(GoLiveKey key, byte[] content) {
        return store.addFile(
                key,
                SUPPORT_HANDOFF,
                "Handoff " + content.length,
                "h.bin",
                new ByteArrayInputStream(content),
                "support");
    }

    private void endedYearsAgo(GoLiveKey key, int years) {
        ended(key, years + " years");
    }

    /** Makes go-live and evidence older than they are, as only an owner of the database can. */
    private void ended(GoLiveKey key, String ago) {
        var since =
                ago.contains("interval") ? "interval '" + ago.replaceFirst(" - ", "' - ") : "interval '" + ago + "'";
        owner.tamper(
                "update go_live set phase = 'HANDED_OVER', finished_at = now() - (%s) where key = ?".formatted(since),
                key.value());
        owner.tamper(
                "update evidence set added_at = now() - (%s) - interval '1 month' where go_live = ?".formatted(since),
                key.value());
        owner.tamper(
                "update evidence_content set stored_at = now() - interval '30 years'"
                        + " where sha256 in (select sha256 from evidence where go_live = ?)",
                key.value());
        evidence = store.find(goLive, evidence.id());
    }

    private void assertKept() throws IOException {
        try (var content = store.open(evidence)) {
            assertThat(content.readAllBytes()).isEqualTo(bytes);
        }
    }

    private void assertGone() {
        assertThatThrownBy(() -> store.open(evidence)).isInstanceOfSatisfying(HandoverException.class, gone -> {
            assertThat(gone.code()).isEqualTo(Code.GONE);
            assertThat(gone)
                    .hasMessageContaining("deleted on")
                    .hasMessageContaining(evidence.sha256().sha256());
        });
    }

    private long pieces() {
        return jdbc.sql("select count(*) from evidence_piece where sha256 = ?")
                .param(evidence.sha256().sha256())
                .query(Long.class)
                .single();
    }

    private long promises() {
        return jdbc.sql("select count(*) from evidence_retention")
                .query(Long.class)
                .single();
    }
}

package dev.handover.records;

import static dev.handover.shared.EvidenceKind.SUPPORT_HANDOFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.DatabaseOwner;
import dev.handover.audit.Act;
import dev.handover.audit.AuditLog;
import dev.handover.evidence.Evidence;
import dev.handover.evidence.EvidenceStore;
import dev.handover.evidence.EvidenceTest;
import dev.handover.evidence.TestGoLives;
import dev.handover.shared.GoLiveKey;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The database of the evidence tests has damaged contents of others; each test looks for its own. */
@EvidenceTest
class RecordsCheckTests {

    private static final int LIMIT = 1_000;

    @Autowired
    private RecordsCheck check;

    @Autowired
    private RecordsHealth health;

    @Autowired
    private SeparateRoles roles;

    @Autowired
    private EvidenceStore store;

    @Autowired
    private AuditLog log;

    @Autowired
    private TestGoLives goLives;

    @Autowired
    private DatabaseOwner owner;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void everythingIsReadBackInPortionsAndCounted() {
        var key = logged();
        add(key);
        var result = run();
        assertThat(result.contents()).isEqualTo(count("evidence_content where purged_at is null"));
        assertThat(result.chains()).isEqualTo(count("go_live"));
        assertThat(result.entries()).isLessThanOrEqualTo(count("audit_entry")).isPositive();
        assertThat(result.findings()).noneMatch(of(key));
        assertThat(jdbc.sql("select length from audit_checkpoint where go_live = ?")
                        .param(key.value())
                        .query(Long.class)
                        .list())
                .contains(1L);
    }

    @Test
    void aDamagedContentIsFoundWithTheEvidenceItBelongsToAndTheJobEndsInWordsForPeople() {
        var key = goLives.create();
        var evidence = add(key);
        owner.tamper(
                "update evidence_piece set bytes = set_byte(bytes, 0, 0) where sha256 = ?",
                evidence.sha256().sha256());
        var result = run();
        assertThat(result.isSound()).isFalse();
        assertThat(result.findings())
                .filteredOn(of(key))
                .singleElement()
                .satisfies(finding -> assertThat(finding.words())
                        .contains(
                                "\"Handoff\", version 1",
                                key.value(),
                                evidence.sha256().sha256()));
        assertThatThrownBy(check::requireMended)
                .isInstanceOf(RecordsDamaged.class)
                .hasMessageContaining("records are not what was recorded")
                .hasMessageContaining("POST /api/records-check");
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void aChangedAuditLogIsFoundAndItsEndNotKept() {
        var key = logged();
        owner.tamper("update audit_entry set words = 'Signed' where go_live = ?", key.value());
        assertThat(run().findings())
                .filteredOn(of(key))
                .singleElement()
                .satisfies(finding -> assertThat(finding.words())
                        .contains("is broken: entry 1 (\"Signed\" by business at", "found changed"));
        assertThat(jdbc.sql("select count(*) from audit_checkpoint where go_live = ?")
                        .param(key.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aPortionThatIsRolledBackAndTriedAgainCountsOnce() {
        add(goLives.create());
        var name = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> {
            check.readBackEvidence(name);
            status.setRollbackOnly();
        });
        assertThat(run(name).contents()).isEqualTo(count("evidence_content where purged_at is null"));
    }

    @Test
    void theApplicationOfTheTestsCannotChangeRecords() {
        assertThat(roles.health().getDetails()).containsOnlyKeys("separate").containsEntry("separate", true);
        assertThatCode(roles::warn).doesNotThrowAnyException();
    }

    @Test
    void oneRoleForEverythingIsToldWithWhatItCosts() {
        var everything = new SeparateRoles(JdbcClient.create(owner.jdbc()));
        assertThat(everything.health().getStatus()).isEqualTo(Status.UP);
        assertThat(everything.health().getDetails())
                .containsEntry("separate", false)
                .containsEntry("warning", SeparateRoles.ONE_ROLE);
    }

    private RecordsResult run() {
        return run(UUID.randomUUID().toString());
    }

    private RecordsResult run(String name) {
        repeat(() -> check.readBackEvidence(name));
        repeat(() -> check.verifyAuditLogs(name));
        transaction.execute(status -> check.end(name));
        return check.newest().orElseThrow();
    }

    private void repeat(java.util.function.BooleanSupplier portion) {
        for (var i = 0; i < LIMIT; i++) {
            if (Boolean.TRUE.equals(transaction.execute(status -> portion.getAsBoolean()))) {
                return;
            }
        }
        throw new AssertionError("there is no end");
    }

    private GoLiveKey logged() {
        var key = goLives.create();
        transaction.executeWithoutResult(status -> log.record(key, Act.of("business", "Accepted the role", null)));
        return key;
    }

    private Evidence add(GoLiveKey key) {
        var text = "handoff " + UUID.randomUUID();
        return store.addStatement(key, SUPPORT_HANDOFF, "Handoff", text, "support");
    }

    private long count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
    }

    private static Predicate<RecordsResult.Finding> of(GoLiveKey key) {
        return finding -> key.equals(finding.goLive());
    }
}

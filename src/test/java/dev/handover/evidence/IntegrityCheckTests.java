package dev.handover.evidence;

import static dev.handover.shared.EvidenceKind.SUPPORT_HANDOFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.DatabaseOwner;
import dev.handover.shared.Digest;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EvidenceTest
class IntegrityCheckTests {

    @Autowired
    private IntegrityCheck check;

    @Autowired
    private EvidenceStore store;

    @Autowired
    private TestGoLives goLives;

    @Autowired
    private DatabaseOwner owner;

    @Test
    void readsEverythingBackAndFindsNothingWrong() {
        var before = check.run();
        var evidence = add();

        var after = check.run();

        assertThat(after.checked()).isEqualTo(before.checked() + 1);
        assertThat(after.damaged()).extracting(IntegrityCheck.Damage::content).doesNotContain(evidence.sha256());
    }

    @Test
    void oneChangedBitIsReportedWithEveryItemThatReliesOnIt() {
        var evidence = add();
        var other = store.addObservation(
                goLives.create(), SUPPORT_HANDOFF, "Other", "text/plain", new byte[] {1, 2, 3}, "system");
        tamper(
                "update evidence_piece set bytes = set_bit(bytes, 12345, 1 - get_bit(bytes, 12345)) where sha256 = ? and position = 1",
                evidence);

        var report = check.run();

        assertThat(report.isSound()).isFalse();
        assertThat(report.damaged())
                .contains(new IntegrityCheck.Damage(evidence.sha256(), java.util.List.of(evidence)));
        assertThat(report.damaged()).extracting(IntegrityCheck.Damage::content).doesNotContain(other.sha256());
        assertThatThrownBy(() -> store.open(evidence).readAllBytes()).isInstanceOf(DamagedContent.class);
    }

    @Test
    void missingPieceIsReported() {
        var evidence = add();
        tamper("delete from evidence_piece where sha256 = ? and position = 2", evidence);

        assertThat(check.run().damaged())
                .extracting(IntegrityCheck.Damage::content)
                .contains(evidence.sha256());
    }

    @Test
    void surplusPieceIsReported() {
        var evidence = add();
        tamper(
                "insert into evidence_piece select sha256, 3, bytes from evidence_piece where sha256 = ? and position = 0",
                evidence);
        tamper("update evidence_content set size = size + 262144 where sha256 = ?", evidence);

        assertThat(check.run().damaged())
                .extracting(IntegrityCheck.Damage::content)
                .contains(evidence.sha256());
    }

    @Test
    void portionsGoOnWhereTheLastOneEndedUntilEverythingWasRead() {
        add();
        add();
        var all = check.run();
        var checked = 0;
        var portion = check.portion("", 1);
        while (!portion.isLast()) {
            assertThat(portion.report().checked())
                    .as("the first content is larger already")
                    .isPositive();
            checked += portion.report().checked();
            portion = check.portion(portion.until(), 1);
        }
        assertThat(checked + portion.report().checked()).isEqualTo(all.checked());
    }

    private Evidence add() {
        var bytes = EvidenceTestData.bytes(600_000);
        System.arraycopy(UUID.randomUUID().toString().getBytes(), 0, bytes, 1, 36);
        var evidence = store.addFile(
                goLives.create(),
                SUPPORT_HANDOFF,
                "Handoff",
                "handoff.bin",
                new ByteArrayInputStream(bytes),
                "support");
        assertThat(evidence.sha256()).isEqualTo(Digest.of(bytes));
        return evidence;
    }

    /** What only an owner of the database can do: switch our triggers off first. */
    private void tamper(String statement, Evidence evidence) {
        owner.tamper(statement, evidence.sha256().sha256());
    }
}

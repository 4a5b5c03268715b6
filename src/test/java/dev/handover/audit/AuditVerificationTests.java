package dev.handover.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.DatabaseOwner;
import dev.handover.audit.ChainReport.Flaw;
import dev.handover.evidence.EvidenceTest;
import dev.handover.evidence.TestGoLives;
import dev.handover.shared.GoLiveKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What an owner of the database does by hand is found, and the first broken entry is named. */
@EvidenceTest
class AuditVerificationTests {

    private static final int ENTRIES = 9;

    @Autowired
    private AuditLog log;

    @Autowired
    private AuditVerification verification;

    @Autowired
    private AuditChain chain;

    @Autowired
    private TestGoLives goLives;

    @Autowired
    private DatabaseOwner owner;

    @Autowired
    private TransactionTemplate transaction;

    private GoLiveKey key;

    /** A log of nine entries: "Act 1" by person-1, and so on. */
    @BeforeEach
    void record() {
        key = goLives.create();
        for (var i = 1; i <= ENTRIES; i++) {
            var number = i;
            transaction.executeWithoutResult(
                    status -> log.record(key, Act.of("person-" + number, "Act " + number, "detail")));
        }
    }

    @Test
    void whatNobodyTouchedIsUnbroken() {
        var report = verification.verify(key);
        assertThat(report.isUnbroken()).isTrue();
        assertThat(report.length()).isEqualTo(ENTRIES);
        assertThat(report.hash()).isEqualTo(chain.head(key).hash());
        assertThat(report.inWords()).endsWith("is unbroken: 9 entries.");
    }

    @Test
    void aGoLiveWithoutEntriesIsUnbroken() {
        assertThat(verification.verify(goLives.create()).isUnbroken()).isTrue();
    }

    @Test
    void aLogOfSeveralPagesIsWalkedToItsEnd() {
        var entries = AuditVerification.PAGE + 1;
        var longer = goLives.create();
        transaction.executeWithoutResult(status -> {
            for (var i = 0; i < entries; i++) {
                log.record(longer, Act.of("handover", "Act " + i, null));
            }
        });
        assertThat(verification.verify(longer).length()).isEqualTo(entries);
        tamper(
                "update audit_entry set detail = 'x' where id = (select entry from audit_link where go_live = ? and seq = %d)"
                        .formatted(entries),
                longer);
        assertThat(verification.verify(longer).broken().seq()).isEqualTo(entries);
    }

    @ParameterizedTest
    @MethodSource
    void aChangedFieldIsFound(String change) {
        tamper("update audit_entry set %s where go_live = ? and actor = 'person-4'".formatted(change), key);
        assertBroken(4, Flaw.CHANGED);
    }

    static Stream<String> aChangedFieldIsFound() {
        return Stream.of(
                "at = at + interval '1 microsecond'",
                "kind = 'SHOWN'",
                "words = 'Act 5'",
                "detail = ''",
                "on_behalf_of = 'person-5'",
                "manifest = repeat('0', 64)",
                "origin = '203.0.113.7'");
    }

    @Test
    void aChangedActorIsFoundAndNamedAsItStandsThereNow() {
        tamper("update audit_entry set actor = 'mallory' where go_live = ? and actor = 'person-4'", key);
        var broken = verification.verify(key).broken();
        assertThat(broken.seq()).isEqualTo(4);
        assertThat(broken.flaw()).isEqualTo(Flaw.CHANGED);
        assertThat(broken.actor()).isEqualTo("mallory");
        assertThat(broken.at()).isNotNull();
        assertThat(verification.verify(key).inWords()).contains("entry 4 (\"Act 4\" by mallory at", "found changed.");
    }

    @Test
    void anEntryMovedToAnotherGoLiveIsFoundInBoth() {
        var other = goLives.create();
        owner.tamper(
                "update audit_entry set go_live = ? where go_live = ? and actor = 'person-4'",
                other.value(),
                key.value());
        assertBroken(4, Flaw.CHANGED);
    }

    @ParameterizedTest
    @MethodSource
    void theFirstBrokenEntryIsNamed(String what, long seq, Flaw flaw, List<String> statements) {
        statements.forEach(statement -> tamper(statement, key));
        assertBroken(seq, flaw);
    }

    static Stream<Arguments> theFirstBrokenEntryIsNamed() {
        var entry = "(select id from audit_entry where go_live = l.go_live and actor = 'person-%d')";
        return Stream.of(
                Arguments.of(
                        "hash",
                        4L,
                        Flaw.CHANGED,
                        List.of("update audit_link set hash = repeat('0', 64) where go_live = ? and seq = 4")),
                Arguments.of(
                        "previous",
                        4L,
                        Flaw.CHANGED,
                        List.of("update audit_link set previous = repeat('0', 64) where go_live = ? and seq = 4")),
                Arguments.of(
                        "entry deleted",
                        4L,
                        Flaw.MISSING,
                        List.of("delete from audit_entry where go_live = ? and actor = 'person-4'")),
                Arguments.of(
                        "link deleted",
                        4L,
                        Flaw.MISSING,
                        List.of("delete from audit_link where go_live = ? and seq = 4")),
                Arguments.of(
                        "deleted and numbered anew",
                        4L,
                        Flaw.MISSING,
                        List.of(
                                "delete from audit_link where go_live = ? and seq = 4",
                                "delete from audit_entry where go_live = ? and actor = 'person-4'",
                                "update audit_link set seq = seq + 1000 where go_live = ? and seq > 4",
                                "update audit_link set seq = seq - 1001 where go_live = ? and seq > 1000")),
                Arguments.of(
                        "first deleted and numbered anew",
                        1L,
                        Flaw.MISSING,
                        List.of(
                                "delete from audit_link where go_live = ? and seq = 1",
                                "update audit_link set seq = seq + 1000 where go_live = ? and seq > 1",
                                "update audit_link set seq = seq - 1001 where go_live = ? and seq > 1000")),
                Arguments.of(
                        "entries swapped",
                        4L,
                        Flaw.REORDERED,
                        List.of(
                                "update audit_link l set entry = -%s where go_live = ? and seq = 4"
                                        .formatted(entry.formatted(7)),
                                "update audit_link l set entry = %s where go_live = ? and seq = 7"
                                        .formatted(entry.formatted(4)),
                                "update audit_link l set entry = -entry where go_live = ? and seq = 4")),
                Arguments.of(
                        "places swapped",
                        4L,
                        Flaw.REORDERED,
                        List.of(
                                "update audit_link set seq = 1000 where go_live = ? and seq = 4",
                                "update audit_link set seq = 4 where go_live = ? and seq = 5",
                                "update audit_link set seq = 5 where go_live = ? and seq = 1000")),
                Arguments.of(
                        "end cut off",
                        8L,
                        Flaw.CUT_OFF,
                        List.of(
                                "delete from audit_link where go_live = ? and seq >= 8",
                                "delete from audit_entry where go_live = ? and actor in ('person-8', 'person-9')")),
                Arguments.of(
                        "all cut off",
                        1L,
                        Flaw.CUT_OFF,
                        List.of(
                                "delete from audit_link where go_live = ?",
                                "delete from audit_entry where go_live = ?")));
    }

    @Test
    void aForgedEntryIsFound() {
        makeRoomAt(4);
        forge(4, chain.following(key, 2, 1).get(0).hash());
        var broken = verification.verify(key).broken();
        assertThat(broken.seq()).isEqualTo(4);
        assertThat(broken.flaw()).isEqualTo(Flaw.INSERTED);
        assertThat(broken.actor()).isEqualTo("mallory");
    }

    @Test
    void aForgedEntryThatFollowsNothingIsFound() {
        makeRoomAt(4);
        forge(4, "0".repeat(64));
        var broken = verification.verify(key).broken();
        assertThat(broken.seq()).isEqualTo(4);
        assertThat(broken.flaw()).isEqualTo(Flaw.INSERTED);
        assertThat(broken.actor()).isEqualTo("mallory");
    }

    @Test
    void anEntryBehindTheEndIsFound() {
        forge(ENTRIES + 1, chain.head(key).hash());
        assertBroken(ENTRIES + 1, Flaw.INSERTED, "mallory");
    }

    @Test
    void anEntryAddedPastTheApplicationIsNoPartOfTheChain() {
        tamper(FORGED, key);
        assertBroken(ENTRIES + 1, Flaw.NOT_LINKED, "mallory");
    }

    @Test
    void aChainThatWasCutOffWithItsEndMovedIsFoundByWhatTheLastNightKept() {
        checkpoint();
        var seventh = chain.following(key, 6, 1).get(0);
        tamper("delete from audit_link where go_live = ? and seq > 7", key);
        tamper("delete from audit_entry where go_live = ? and actor in ('person-8', 'person-9')", key);
        tamper("update audit_head set length = 7, hash = '%s' where go_live = ?".formatted(seventh.hash()), key);
        assertBroken(8, Flaw.CUT_OFF, null);
    }

    @Test
    void aChainThatWasMadeAnewIsFoundByWhatTheLastNightKept() {
        checkpoint();
        tamper("update audit_entry set words = 'Act 0' where go_live = ? and actor = 'person-9'", key);
        var last = chain.following(key, ENTRIES - 1, 1).get(0);
        var hash = last.entry().hash(last.previous()).sha256();
        tamper("update audit_link set hash = '%s' where go_live = ? and seq = 9".formatted(hash), key);
        tamper("update audit_head set hash = '%s' where go_live = ?".formatted(hash), key);
        assertBroken(ENTRIES, Flaw.CHANGED, "person-9");
    }

    private static final String FORGED =
            "insert into audit_entry (go_live, at, kind, actor, words, detail, origin) values (?, now(), 'ACT', 'mallory', 'Signed', '', 'job')";

    private void makeRoomAt(long seq) {
        tamper("update audit_link set seq = seq + 1000 where go_live = ? and seq >= " + seq, key);
        tamper("update audit_link set seq = seq - 999 where go_live = ? and seq > 1000", key);
    }

    /** Adds an entry that proves itself to be the one after {@code previous}. */
    private void forge(long seq, String previous) {
        tamper(FORGED, key);
        var forged = log.acts(key).stream()
                .filter(entry -> entry.act().actor().equals("mallory"))
                .findFirst()
                .orElseThrow();
        tamper(
                "insert into audit_link (go_live, seq, entry, previous, hash) values (?, %d, %d, '%s', '%s')"
                        .formatted(seq, forged.id(), previous, forged.hash(previous)),
                key);
    }

    private void checkpoint() {
        tamper(
                "insert into audit_checkpoint (go_live, length, hash, checked_at)"
                        + " select go_live, length, hash, now() from audit_head where go_live = ?",
                key);
    }

    private void assertBroken(long seq, Flaw flaw) {
        var gone = flaw == Flaw.MISSING || flaw == Flaw.CUT_OFF;
        var broken = verification.verify(key).broken();
        assertThat(broken).isNotNull();
        assertThat(broken.seq()).isEqualTo(seq);
        assertThat(broken.flaw()).isEqualTo(flaw);
        assertThat(broken.actor() == null).isEqualTo(gone);
    }

    private void assertBroken(long seq, Flaw flaw, String actor) {
        assertBroken(seq, flaw);
        assertThat(verification.verify(key).broken().actor()).isEqualTo(actor);
    }

    private void tamper(String statement, GoLiveKey goLive) {
        owner.tamper(statement, goLive.value());
    }
}

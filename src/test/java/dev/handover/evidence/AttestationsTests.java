package dev.handover.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@EvidenceTest
class AttestationsTests {

    @Autowired
    private Attestations attestations;

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

    private GoLiveKey goLive;

    @BeforeEach
    void begin() {
        goLive = goLives.create();
    }

    private Evidence statement(String words) {
        return store.addStatement(goLive, EvidenceKind.SUPPORT_HANDOFF, "Support desk", words, "requester");
    }

    private long attestationsOf(UUID evidence) {
        return jdbc.sql("select count(*) from evidence_attestation where evidence = ?")
                .param(evidence)
                .query(Long.class)
                .single();
    }

    @Test
    void whatWasNeverSeenAgainIsAsOldAsItsRecord() {
        var item = statement("Is briefed.");
        assertThat(attestations.lastOf(goLive, List.of(item)))
                .containsExactlyEntriesOf(Map.of(item.id(), item.addedAt()));
        assertThat(attestationsOf(item.id())).isZero();
    }

    @Test
    void theVerySameBytesMakeNoVersionAndAreRememberedAsSeenAgain() {
        var first = statement("Is briefed.");
        assertThat(changes.eventsOf(goLive)).isOne();
        var again = statement("Is briefed.");
        assertThat(again).isEqualTo(first);
        assertThat(changes.eventsOf(goLive)).isOne();
        assertThat(attestationsOf(first.id())).isOne();
        assertThat(attestations.lastOf(goLive, List.of(first)).get(first.id())).isAfter(first.addedAt());
    }

    @Test
    void aNewVersionHasAnAgeOfItsOwn() {
        var first = statement("Is briefed.");
        statement("Is briefed.");
        var second = statement("Is briefed and trained.");
        assertThat(second.version()).isEqualTo(2);
        assertThat(attestationsOf(second.id())).isZero();
        assertThat(attestations.lastOf(goLive, List.of(second))).containsEntry(second.id(), second.addedAt());
        assertThat(attestationsOf(first.id())).isOne();
    }

    @Test
    void theSameItemTwiceInOneArrivalIsSeenOnceMore() {
        var observation =
                new NewObservation(EvidenceKind.ENVIRONMENT_INVENTORY, "Check", "text/plain", new byte[] {65});
        var added = store.addObservations(goLive, List.of(observation, observation), "handover");
        assertThat(added.get(0)).isEqualTo(added.get(1));
        store.addObservations(goLive, List.of(observation, observation), "handover");
        assertThat(attestationsOf(added.get(0).id())).isOne();
    }

    @Test
    void whatWasSaidIsNeverTakenBack() {
        var item = statement("Is briefed.");
        transaction.executeWithoutResult(status -> attestations.attest(List.of(item.id()), "validator"));
        assertThatThrownBy(() -> jdbc.sql("update evidence_attestation set attested_at = now() where evidence = ?")
                        .param(item.id())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("delete from evidence_attestation").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void nothingIsSaidOutsideOfTheActThatSaysIt() {
        assertThatThrownBy(() -> attestations.attest(List.of(UUID.randomUUID()), "validator"))
                .isInstanceOf(IllegalTransactionStateException.class);
    }
}

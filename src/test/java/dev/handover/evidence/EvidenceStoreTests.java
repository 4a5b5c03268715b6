package dev.handover.evidence;

import static dev.handover.evidence.EvidenceTestData.stream;
import static dev.handover.shared.EvidenceKind.ENVIRONMENT_INVENTORY;
import static dev.handover.shared.EvidenceKind.INTEGRATION_VALIDATION;
import static dev.handover.shared.EvidenceKind.KNOWN_ISSUES_LIST;
import static dev.handover.shared.EvidenceKind.SUPPORT_HANDOFF;
import static dev.handover.shared.EvidenceKind.USER_AND_ROLE_VALIDATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.handover.evidence.Evidence.Form;
import dev.handover.shared.Digest;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@EvidenceTest
class EvidenceStoreTests {

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

    @Autowired
    private TestPages pages;

    private GoLiveKey goLive;

    @BeforeEach
    void createGoLive() {
        goLive = goLives.create();
    }

    @Test
    void fileIsKeptWithAllThatIsKnownOfIt() {
        var evidence = store.addFile(
                goLive, INTEGRATION_VALIDATION, " ERP  export ", "../export.csv", stream("a,b\n1,2\n"), "requester");

        assertThat(evidence.goLive()).isEqualTo(goLive);
        assertThat(evidence.kind()).isEqualTo(INTEGRATION_VALIDATION);
        assertThat(evidence.title()).isEqualTo("ERP export");
        assertThat(evidence.form()).isEqualTo(Form.FILE);
        assertThat(evidence.version()).isEqualTo(1);
        assertThat(evidence.sha256()).isEqualTo(Digest.of("a,b\n1,2\n"));
        assertThat(evidence.size()).isEqualTo(8);
        assertThat(evidence.mediaType()).isEqualTo("text/csv");
        assertThat(evidence.fileName()).isEqualTo("export.csv");
        assertThat(evidence.source()).isNull();
        assertThat(evidence.addedBy()).isEqualTo("requester");
        assertThat(evidence.addedAt()).isNotNull();
        assertThat(store.find(goLive, evidence.id())).isEqualTo(evidence);
        assertThat(text(evidence)).isEqualTo("a,b\n1,2\n");
    }

    @Test
    void changedBytesAreTheNextVersionAndTheOldOneStaysReadable() {
        var first = add("Scan", "one");
        var second = add("Scan", "two");

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(store.current(goLive)).containsExactly(second);
        assertThat(store.history(goLive)).containsExactly(first, second);
        assertThat(text(store.find(goLive, first.id()))).isEqualTo("one");
        assertThat(text(second)).isEqualTo("two");
    }

    @Test
    void sameBytesAgainChangeNothing() {
        var first = add("Scan", "one");
        var again = store.addFile(goLive, ENVIRONMENT_INVENTORY, "Scan", "renamed.txt", stream("one"), "support");

        assertThat(again).isEqualTo(first);
        assertThat(store.history(goLive)).containsExactly(first);
        assertThat(changes.of(goLive)).hasSize(1);
    }

    @Test
    void goingBackToEarlierBytesIsAChangeLikeAnyOther() {
        var first = add("Scan", "one");
        add("Scan", "two");
        var third = add("Scan", "one");

        assertThat(third.version()).isEqualTo(3);
        assertThat(third.sha256()).isEqualTo(first.sha256());
        assertThat(changes.of(goLive)).hasSize(3);
    }

    @Test
    void otherTitleKindFormOrGoLiveIsAnotherItem() {
        var other = goLives.create();
        add("Scan", "one");
        add("scan", "one");
        store.addFile(goLive, SUPPORT_HANDOFF, "Scan", "scan.txt", stream("one"), "requester");
        store.addStatement(goLive, ENVIRONMENT_INVENTORY, "Scan", "one", "requester");
        store.addFile(other, ENVIRONMENT_INVENTORY, "Scan", "scan.txt", stream("one"), "requester");

        assertThat(store.current(goLive)).hasSize(4).allMatch(each -> each.version() == 1);
        assertThat(store.current(other)).hasSize(1);
    }

    @Test
    void equalBytesAreStoredOnceForAllGoLives() {
        var text = "stored once " + UUID.randomUUID();
        add("One", text);
        add("Two", text);
        store.addStatement(goLives.create(), SUPPORT_HANDOFF, "Three", text, "support");

        assertThat(jdbc.sql("select count(*) from evidence_piece where sha256 = ?")
                        .param(Digest.of(text).sha256())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void eachRealChangeIsPublishedWithBeforeAndAfter() {
        var first = add("Scan", "one");
        var second = add("Scan", "two");

        assertThat(changes.of(goLive))
                .containsExactly(
                        new EvidenceChanged.Change(first.id(), ENVIRONMENT_INVENTORY, null, first.sha256()),
                        new EvidenceChanged.Change(
                                second.id(), ENVIRONMENT_INVENTORY, first.sha256(), second.sha256()));
    }

    @Test
    void whatIsRecordedTogetherIsToldOnceAndEachItemHasItsVersions() {
        var kept = store.addObservations(
                goLive, List.of(observation("A", "1"), observation("B", "2"), observation("A", "3")), "requester");

        assertThat(kept)
                .extracting(Evidence::title, Evidence::version)
                .containsExactly(tuple("A", 1), tuple("B", 1), tuple("A", 2));
        assertThat(changes.eventsOf(goLive)).isEqualTo(1);
        assertThat(changes.of(goLive)).hasSize(3);
        store.addObservations(goLive, List.of(observation("A", "3"), observation("B", "2")), "requester");
        assertThat(changes.eventsOf(goLive)).isEqualTo(1);
    }

    private static NewObservation observation(String title, String text) {
        return new NewObservation(ENVIRONMENT_INVENTORY, title, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatListensInTheSameTransactionCanUndoTheChange() {
        var text = "undone " + UUID.randomUUID();

        assertThatThrownBy(() -> store.addStatement(goLive, SUPPORT_HANDOFF, "Handoff", text, "saboteur"))
                .isInstanceOf(IllegalStateException.class);

        assertThat(store.history(goLive)).isEmpty();
        assertThat(contentsOf(text)).isZero();
    }

    @Test
    void statementIsPlainText() {
        var statement = store.addStatement(goLive, SUPPORT_HANDOFF, "On call", "We are.\r\nDay and night.", "support");

        assertThat(statement.form()).isEqualTo(Form.STATEMENT);
        assertThat(statement.mediaType()).isEqualTo("text/plain");
        assertThat(statement.fileName()).isEqualTo("On call.txt");
        assertThat(text(statement)).isEqualTo("We are.\nDay and night.");
        assertThat(store.addStatement(goLive, SUPPORT_HANDOFF, "On call", "We are.\nDay and night.\n", "support"))
                .isEqualTo(statement);
    }

    @Test
    void observationKeepsTheTypeItsCheckStates() {
        var observation = store.addObservation(
                goLive,
                INTEGRATION_VALIDATION,
                "Connector erp",
                "application/json",
                "{\"status\":200}".getBytes(StandardCharsets.UTF_8),
                "system");

        assertThat(observation.form()).isEqualTo(Form.OBSERVATION);
        assertThat(observation.mediaType()).isEqualTo("application/json");
        assertThat(observation.fileName()).isEqualTo("Connector erp.json");
    }

    @Test
    void linkIsKeptWithACopyOfWhatItAnswers() {
        pages.show(200, "<html>v1</html>");
        var first = addLink(pages.address("/runbook"));
        var again = addLink(pages.address("/runbook"));
        var moved = addLink(pages.address("/moved"));
        pages.show(200, "<html>v2</html>");
        var changed = addLink(pages.address("/moved"));

        assertThat(first.form()).isEqualTo(Form.LINK);
        assertThat(first.source()).isEqualTo(pages.address("/runbook"));
        assertThat(first.mediaType()).isEqualTo("text/html");
        assertThat(text(first)).as("the copy outlives the page").isEqualTo("<html>v1</html>");
        assertThat(again).isEqualTo(first);
        assertThat(moved.version()).isEqualTo(2);
        assertThat(moved.sha256()).isEqualTo(first.sha256());
        assertThat(changed.version()).isEqualTo(3);
        assertThat(text(changed)).isEqualTo("<html>v2</html>");
    }

    @Test
    void linkToAHostThatIsNotAllowedIsRefusedAndRecordsNothing() {
        assertRefused(Code.INVALID_INPUT, () -> addLink(URI.create("http://169.254.169.254/latest/meta-data")));
        assertThatThrownBy(() -> addLink(URI.create("https://elsewhere.example/")))
                .hasMessageContaining("elsewhere.example:443 is not on the list of hosts")
                .hasMessageContaining("as a file");
    }

    @Test
    void redirectToAHostThatIsNotAllowedIsRefusedByTheNameOfThatHost() {
        pages.redirectTo(URI.create("http://intranet.example/secret"));

        assertThatThrownBy(() -> addLink(pages.address("/")))
                .satisfies(e -> hasCode(e, Code.INVALID_INPUT))
                .hasMessageContaining("intranet.example:80");
        assertThat(store.history(goLive)).isEmpty();
    }

    @Test
    void linkThatAnswersNothingOrAnErrorIsRefused() {
        pages.show(200, "");
        assertRefused(Code.INVALID_INPUT, () -> addLink(pages.address("/")));
        pages.show(404, "no such page");
        assertRefused(Code.INVALID_INPUT, () -> addLink(pages.address("/")));
        assertRefused(Code.INVALID_INPUT, () -> addLink(URI.create("ftp://localhost/")));
    }

    @Test
    void refusalsRecordNothing() {
        var tooMuch = new EvidenceTestData.Endless();

        assertRefused(Code.TOO_LARGE, () -> store.addFile(goLive, SUPPORT_HANDOFF, "x", "x", tooMuch, "support"));
        assertThat(tooMuch.given()).isLessThan(26L * 1024 * 1024);
        assertRefused(Code.INVALID_INPUT, () -> add("Empty", ""));
        assertRefused(Code.INVALID_INPUT, () -> add(" \u200b ", "one"));
        assertRefused(Code.INVALID_INPUT, () -> add("x".repeat(201), "one"));
        assertRefused(Code.UNSUPPORTED_MEDIA, () -> add("Script", "#!/bin/sh\n"));
        assertRefused(Code.INVALID_INPUT, () -> store.addStatement(goLive, SUPPORT_HANDOFF, "Words", " \n", "support"));
    }

    @Test
    void titleIsJudgedBeforeAnythingIsRead() {
        var unread = new EvidenceTestData.Endless();

        assertRefused(Code.INVALID_INPUT, () -> store.addFile(goLive, SUPPORT_HANDOFF, "", "x", unread, "support"));
        assertThat(unread.given()).isZero();
    }

    @Test
    void brokenStreamRecordsNothing() {
        var broken = new InputStream() {
            private final InputStream start = new ByteArrayInputStream(EvidenceTestData.bytes(100_000));

            @Override
            public int read() throws IOException {
                int next = start.read();
                if (next < 0) {
                    throw new IOException("connection reset");
                }
                return next;
            }
        };

        assertThatThrownBy(() -> store.addFile(goLive, SUPPORT_HANDOFF, "x", "x", broken, "support"))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(store.history(goLive)).isEmpty();
    }

    @Test
    void finishedGoLiveTakesNoMoreFromAnybody() {
        add("Scan", "one");
        goLives.finish(goLive);

        assertThatThrownBy(() -> add("Scan", "two")).satisfies(e -> hasCode(e, Code.WRONG_PHASE));
        assertThatThrownBy(() ->
                        store.addObservation(goLive, SUPPORT_HANDOFF, "x", "text/plain", new byte[] {'x'}, "system"))
                .satisfies(e -> hasCode(e, Code.WRONG_PHASE));
        assertThat(store.history(goLive)).hasSize(1);
    }

    @Test
    void unknownGoLiveIsNotFound() {
        var unknown = new GoLiveKey("nowhere");

        assertThatThrownBy(() -> store.addStatement(unknown, SUPPORT_HANDOFF, "x", "x", "support"))
                .satisfies(e -> hasCode(e, Code.NOT_FOUND));
    }

    @Test
    void evidenceOfAnotherGoLiveIsNotFound() {
        var evidence = add("Scan", "one");

        assertThatThrownBy(() -> store.find(goLives.create(), evidence.id()))
                .satisfies(e -> hasCode(e, Code.NOT_FOUND));
        assertThatThrownBy(() -> store.find(goLive, UUID.randomUUID())).satisfies(e -> hasCode(e, Code.NOT_FOUND));
    }

    @Test
    void manifestIsWhatIsCurrentOfTheKindsAskedFor() {
        add("Scan", "one");
        var scan = add("Scan", "two");
        var handoff = store.addStatement(goLive, SUPPORT_HANDOFF, "On call", "We are.", "support");
        var users = store.addStatement(goLive, USER_AND_ROLE_VALIDATION, "Users", "Seen.", "validator");

        assertThat(store.manifest(goLive).entries())
                .extracting(Manifest.Entry::sha256)
                .containsExactly(scan.sha256(), users.sha256(), handoff.sha256());
        var some = store.manifest(goLive, Set.of(SUPPORT_HANDOFF, KNOWN_ISSUES_LIST));
        assertThat(some.kinds()).containsExactly(SUPPORT_HANDOFF, KNOWN_ISSUES_LIST);
        assertThat(some.entries()).extracting(Manifest.Entry::sha256).containsExactly(handoff.sha256());
        assertThat(store.manifest(goLive, Set.of()).entries()).isEmpty();
    }

    @Test
    void manifestChangesWithItsOwnKindsOnly() {
        add("Scan", "one");
        var all = store.manifest(goLive).digest();
        var inventory = store.manifest(goLive, Set.of(ENVIRONMENT_INVENTORY)).digest();

        store.addStatement(goLive, SUPPORT_HANDOFF, "On call", "We are.", "support");

        assertThat(store.manifest(goLive).digest()).isNotEqualTo(all);
        assertThat(store.manifest(goLive, Set.of(ENVIRONMENT_INVENTORY)).digest())
                .isEqualTo(inventory);
    }

    @Test
    void kindsWithoutEvidenceAreMissing() {
        assertThat(store.missingKinds(goLive)).containsExactly(EvidenceKind.values());

        add("Scan", "one");
        store.addStatement(goLive, SUPPORT_HANDOFF, "On call", "We are.", "support");

        assertThat(store.missingKinds(goLive))
                .isEqualTo(EnumSet.complementOf(EnumSet.of(ENVIRONMENT_INVENTORY, SUPPORT_HANDOFF)));
    }

    @Test
    void databaseRefusesToChangeOrDeleteEvidence() {
        var evidence = add("Scan", "one");

        for (var statement : Set.of(
                "update evidence set title = 'x' where id = '%s'".formatted(evidence.id()),
                "delete from evidence where id = '%s'".formatted(evidence.id()),
                "update evidence_piece set bytes = 'x' where sha256 = '%s'".formatted(evidence.sha256()),
                "delete from evidence_piece where sha256 = '%s'".formatted(evidence.sha256()),
                "delete from evidence_content where sha256 = '%s'".formatted(evidence.sha256()))) {
            assertThatThrownBy(() -> jdbc.sql(statement).update()).hasStackTraceContaining("permission denied");
        }
        // A right to update there is, for contents that come back after their time; the rule stands in the trigger.
        assertThatThrownBy(() -> jdbc.sql("update evidence_content set size = 1 where sha256 = ?")
                        .param(evidence.sha256().sha256())
                        .update())
                .hasStackTraceContaining("evidence is only ever added to");
    }

    @Test
    void joinsTheTransactionOfItsCaller() {
        transaction.executeWithoutResult(status -> {
            add("Scan", "one");
            status.setRollbackOnly();
        });

        assertThat(store.history(goLive)).isEmpty();
    }

    @Test
    void holdingStillNeedsATransactionToEndWith() {
        assertThatThrownBy(() -> store.holdStill(goLive)).isInstanceOf(IllegalTransactionStateException.class);
    }

    private Evidence add(String title, String text) {
        return store.addFile(goLive, ENVIRONMENT_INVENTORY, title, "scan.txt", stream(text), "requester");
    }

    private Evidence addLink(URI link) {
        return store.addLink(goLive, SUPPORT_HANDOFF, "Runbook", link, "support");
    }

    private String text(Evidence evidence) {
        try (var bytes = store.open(evidence)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int contentsOf(String text) {
        return jdbc.sql("select count(*) from evidence_content where sha256 = ?")
                .param(Digest.of(text).sha256())
                .query(Integer.class)
                .single();
    }

    private void assertRefused(Code code, ThrowingCallable call) {
        assertThatThrownBy(call).satisfies(e -> hasCode(e, code));
        assertThat(store.history(goLive)).isEmpty();
        assertThat(changes.of(goLive)).isEmpty();
    }

    private static void hasCode(Throwable refusal, Code code) {
        assertThat(refusal)
                .isInstanceOfSatisfying(
                        HandoverException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

package dev.handover.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.DatabaseOwner;
import dev.handover.golive.Acting;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import dev.handover.validation.Blocker;
import dev.handover.validation.Blockers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ClosingTest
class AcceptanceTests {

    @Autowired
    private Story story;

    @Autowired
    private Acceptance acceptance;

    @Autowired
    private OpenIssues openIssues;

    @Autowired
    private Blockers blockers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DatabaseOwner owner;

    @Test
    void customerOwnerTakesOverExactlyTheListThatWasShown() {
        var key = story.quiet();
        var shown = openIssues.present(key);

        acceptance.accept(key, shown.digest().sha256(), "We take over.", "customer");

        var accepted = acceptance.of(key).orElseThrow();
        assertThat(accepted.list()).isEqualTo(shown);
        assertThat(accepted.by()).isEqualTo(Acting.self("customer"));
        assertThat(accepted.words()).isEqualTo("We take over.");
        assertThat(accepted.at()).isNotNull();
        assertThat(acceptance.changedSince(key)).isEmpty();
    }

    @Test
    void listThatHasChangedSinceIsRefusedWithWhatHasChanged() {
        var key = story.quiet();
        var shown = openIssues.present(key).digest().sha256();
        raise(key, "Printer on fire");

        assertRefused(key, shown, "customer", Code.STALE_EVIDENCE, "New: Printer on fire (high)");
    }

    @Test
    void listThatNobodyWasShownIsRefused() {
        var key = story.quiet();

        assertRefused(key, "0".repeat(64), "customer", Code.STALE_EVIDENCE, "It now has 3 open issues");
        assertRefused(key, null, "customer", Code.STALE_EVIDENCE, "Reload the task");
        assertRefused(key, "not a digest", "customer", Code.STALE_EVIDENCE, "Reload the task");
    }

    @Test
    void listOfAnotherGoLiveIsRefused() {
        var key = story.quiet();
        var other = openIssues.present(story.submitted()).digest().sha256();

        assertRefused(key, other, "customer", Code.STALE_EVIDENCE, "It now has 3 open issues");
    }

    @Test
    void manyChangesAreToldInPart() {
        var key = story.quiet();
        var shown = openIssues.present(key).digest().sha256();
        for (int i = 0; i < 10; i++) {
            raise(key, "Blocker " + i);
        }

        assertRefused(key, shown, "customer", Code.STALE_EVIDENCE, "and 2 more");
    }

    @Test
    void nobodyElseAccepts() {
        var key = story.quiet();
        var shown = openIssues.present(key).digest().sha256();

        for (var person : new String[] {"requester", "support", "business", "admin", "outsider"}) {
            assertRefused(key, shown, person, Code.NOT_ALLOWED, "Only the customer owner");
        }
    }

    @Test
    void nothingIsTakenOverBeforeStabilization() {
        var key = story.submitted();
        var shown = openIssues.present(key).digest().sha256();

        assertRefused(key, shown, "customer", Code.WRONG_PHASE, "not in stabilization");
    }

    @Test
    void whatComesUpAfterTheAcceptanceIsTold() {
        var key = story.quiet();
        acceptance.accept(key, openIssues.present(key).digest().sha256(), null, "customer");
        raise(key, "Printer on fire");

        assertThat(acceptance.changedSince(key)).containsExactly("New: Printer on fire (high)");
        assertThat(acceptance.of(key).orElseThrow().words()).isEmpty();
    }

    @Test
    void laterAcceptanceCounts() {
        var key = story.quiet();
        acceptance.accept(key, openIssues.present(key).digest().sha256(), "first", "customer");
        raise(key, "Printer on fire");
        acceptance.accept(key, openIssues.present(key).digest().sha256(), "second", "customer");

        assertThat(acceptance.of(key).orElseThrow().words()).isEqualTo("second");
        assertThat(acceptance.changedSince(key)).isEmpty();
    }

    @Test
    void acceptedListIsNeverChangedUnnoticed() {
        var key = story.quiet();
        var digest = openIssues.present(key).digest().sha256();
        acceptance.accept(key, digest, null, "customer");

        assertThatThrownBy(() -> jdbc.sql("update open_issue_list set document = '{}' where sha256 = ?")
                        .param(digest)
                        .update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("delete from handover_acceptance where go_live = ?")
                        .param(key.value())
                        .update())
                .hasStackTraceContaining("permission denied");
        owner.tamper("update open_issue_list set document = '{}' where sha256 = ?", digest);
        assertThatThrownBy(() -> acceptance.of(key)).hasMessageContaining("damaged");
    }

    private void raise(GoLiveKey key, String title) {
        blockers.raise(key, new Blocker.Report(null, null, title, null), "support");
    }

    private void assertRefused(GoLiveKey key, String digest, String by, Code code, String words) {
        assertThatThrownBy(() -> acceptance.accept(key, digest, null, by))
                .isInstanceOfSatisfying(
                        HandoverException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(words);
        assertThat(acceptance.of(key)).isEmpty();
    }
}

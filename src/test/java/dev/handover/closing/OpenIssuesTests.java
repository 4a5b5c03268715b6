package dev.handover.closing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.shared.SignalKind;
import dev.handover.signoff.ConditionLedger;
import dev.handover.validation.Blocker;
import dev.handover.validation.Blockers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ClosingTest
class OpenIssuesTests {

    @Autowired
    private Story story;

    @Autowired
    private OpenIssues openIssues;

    @Autowired
    private Blockers blockers;

    @Autowired
    private ConditionLedger ledger;

    @Test
    void knownIssuesOfThePlanAreThereFromTheBeginning() {
        var list = openIssues.of(story.submitted());

        assertThat(list.issues())
                .containsExactly(new OpenIssue(
                        "AUR-117",
                        "Scenes with more than 10,000 parts take 20 seconds to open",
                        "medium",
                        "Open the scene once before the shift starts; it is fast from then on.",
                        "Vendor project team",
                        "Known issue of the plan"));
    }

    @Test
    void rhythmCoversMonitoringBackupSupportAndReleases() {
        var list = openIssues.of(story.submitted());

        assertThat(list.rhythm())
                .extracting(Duty::area, Duty::text, Duty::responsible)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                Duty.Area.MONITORING,
                                "Fewer than one request in a hundred fails: http_error_rate < 0.01",
                                "Support owner: support"),
                        org.assertj.core.groups.Tuple.tuple(
                                Duty.Area.BACKUP_AND_RECOVERY,
                                "Back in service within 4 hours (RTO)",
                                "Environment owner: environment"),
                        org.assertj.core.groups.Tuple.tuple(
                                Duty.Area.SUPPORT,
                                "Customer IT owner: environment@handover.example, +49 40 5550 1202",
                                "Erik Engel"),
                        org.assertj.core.groups.Tuple.tuple(
                                Duty.Area.SUPPORT,
                                "Escalation window: Monday to Friday 06:00 to 22:00, first answer within 30 minutes",
                                "Support owner: support"));
        assertThat(list.rhythm())
                .filteredOn(duty -> duty.area() == Duty.Area.RELEASE_MAINTENANCE)
                .extracting(Duty::text)
                .anyMatch(text -> text.startsWith("Rollback: Back to the previous system within 60 minutes."))
                .anyMatch(text -> text.startsWith("Communication to Shift leads in Hamburg by E-mail"));
    }

    @Test
    void openBlockerIsAnIssueUntilItIsResolved() {
        var key = story.submitted();
        var blocker = blockers.raise(key, new Blocker.Report(null, null, "No phone number of support", "x"), "support");

        assertThat(openIssues.of(key).issues().get(0))
                .isEqualTo(new OpenIssue(
                        "blocker-" + blocker.id(), "No phone number of support", "high", "", "support", "Blocker"));

        blockers.resolve(key, blocker.id(), "Found it.", "support");
        assertThat(openIssues.of(key).issues()).extracting(OpenIssue::id).containsExactly("AUR-117");
    }

    @Test
    void conditionOfAStandingApprovalIsAnIssue() {
        var list = openIssues.of(story.signed());

        assertThat(list.issues())
                .filteredOn(issue -> issue.title().equals("Train the second shift"))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.severity()).isEqualTo("medium");
                    assertThat(issue.owner()).isEqualTo("requester");
                    assertThat(issue.source()).isEqualTo("Condition of the business acceptance owner");
                    assertThat(issue.workaround()).startsWith("To be met by 20");
                });
    }

    @Test
    void conditionThatIsMetIsNoIssueAnyMore() {
        var key = story.live();
        var condition = ledger.of(key).get(0).condition();
        ledger.meet(key, condition.id(), "All were there.", null, "requester");

        assertThat(openIssues.of(key).issues()).extracting(OpenIssue::title).doesNotContain("Train the second shift");
    }

    @Test
    void signalIsAnIssueWhileItIsWatchedOrBreachedAndNotWithEachReading() {
        var key = story.quiet();
        assertThat(signals(openIssues.of(key))).containsExactly("Sign-in failures: to be watched");
        var digest = openIssues.of(key).digest();

        story.record(key, SignalKind.SIGN_IN_FAILURES, 5);
        assertThat(openIssues.of(key).digest()).as("still to be watched").isEqualTo(digest);

        story.record(key, SignalKind.SIGN_IN_FAILURES, 50);
        assertThat(signals(openIssues.of(key))).containsExactly("Sign-in failures: over the limit that was agreed");

        story.record(key, SignalKind.SIGN_IN_FAILURES, 0);
        assertThat(signals(openIssues.of(key)))
                .as("its exception is still open")
                .containsExactly("Sign-in failures: over the limit that was agreed");
    }

    private static java.util.List<String> signals(OpenIssueList list) {
        return list.issues().stream()
                .filter(issue -> issue.id().startsWith("signal-"))
                .map(OpenIssue::title)
                .toList();
    }
}

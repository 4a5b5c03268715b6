package dev.handover.closing;

import static dev.handover.closing.Duty.Area.MONITORING;
import static dev.handover.closing.Duty.Area.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenIssueListTests {

    private static final GoLiveKey GO_LIVE = new GoLiveKey("aurora-production-1");
    private static final OpenIssue SLOW =
            new OpenIssue("AUR-1", "Slow scenes", "low", "Wait", "vendor", "Known issue of the plan");
    private static final OpenIssue LOST =
            new OpenIssue("AUR-2", "Lost orders", "high", null, null, "Known issue of the plan");
    private static final Duty WATCH = new Duty(MONITORING, "up >= 1", "Support owner: support");
    private static final Duty CALL = new Duty(SUPPORT, "Escalation window: always", "Support owner: support");

    @Test
    void documentIsCanonicalJson() {
        assertThat(list(List.of(SLOW), List.of(WATCH)).document()).isEqualTo("""
                        {"goLive":"aurora-production-1","issues":[{"id":"AUR-1","owner":"vendor","severity":"low",\
                        "source":"Known issue of the plan","title":"Slow scenes","workaround":"Wait"}],\
                        "openIssueList":"handover-1","rhythm":[{"area":"monitoring",\
                        "responsible":"Support owner: support","text":"up >= 1"}]}""");
    }

    @Test
    void mostSevereComesFirstHoweverTheListWasGathered() {
        var one = list(List.of(SLOW, LOST), List.of(CALL, WATCH));
        var other = list(List.of(LOST, SLOW), List.of(WATCH, CALL));

        assertThat(one.issues()).containsExactly(LOST, SLOW);
        assertThat(one.rhythm()).containsExactly(WATCH, CALL);
        assertThat(one).isEqualTo(other);
        assertThat(one.digest()).isEqualTo(other.digest()).isEqualTo(Digest.of(one.document()));
    }

    @Test
    void everyFieldOfEveryItemCounts() {
        var base = list(List.of(SLOW), List.of(WATCH));

        assertThat(List.of(
                        list(List.of(), List.of(WATCH)),
                        list(List.of(SLOW, LOST), List.of(WATCH)),
                        list(List.of(SLOW), List.of()),
                        list(List.of(SLOW), List.of(new Duty(MONITORING, "up >= 1", ""))),
                        list(List.of(changed("severity")), List.of(WATCH)),
                        list(List.of(changed("workaround")), List.of(WATCH)),
                        list(List.of(changed("owner")), List.of(WATCH)),
                        new OpenIssueList(new GoLiveKey("other"), base.issues(), base.rhythm())))
                .extracting(OpenIssueList::digest)
                .doesNotHaveDuplicates()
                .doesNotContain(base.digest());
    }

    @Test
    void differenceSaysWhatCameChangedAndWent() {
        var before = list(List.of(SLOW), List.of(WATCH));
        var after = list(List.of(LOST, changed("severity")), List.of(CALL));

        assertThat(before.differenceTo(after))
                .containsExactly(
                        "Changed: Slow scenes: severity from \"low\" to \"critical\"",
                        "New: Lost orders (high)",
                        "New in the operating rhythm: Support and escalation: Escalation window: always (Support owner: support)",
                        "No longer in the operating rhythm: Monitoring: up >= 1 (Support owner: support)");
        assertThat(after.differenceTo(list(List.of(LOST), List.of(CALL))))
                .containsExactly("No longer open: Slow scenes");
    }

    @Test
    void equalListsHaveNoDifference() {
        assertThat(list(List.of(SLOW, LOST), List.of(WATCH)).differenceTo(list(List.of(LOST, SLOW), List.of(WATCH))))
                .isEmpty();
    }

    private static OpenIssue changed(String field) {
        return switch (field) {
            case "severity" ->
                new OpenIssue(SLOW.id(), SLOW.title(), "critical", SLOW.workaround(), SLOW.owner(), SLOW.source());
            case "workaround" ->
                new OpenIssue(SLOW.id(), SLOW.title(), SLOW.severity(), "", SLOW.owner(), SLOW.source());
            default ->
                new OpenIssue(SLOW.id(), SLOW.title(), SLOW.severity(), SLOW.workaround(), "somebody", SLOW.source());
        };
    }

    private static OpenIssueList list(List<OpenIssue> issues, List<Duty> rhythm) {
        return new OpenIssueList(GO_LIVE, issues, rhythm);
    }
}

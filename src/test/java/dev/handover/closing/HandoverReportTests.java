package dev.handover.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.DatabaseOwner;
import dev.handover.evidence.EvidenceStore;
import dev.handover.shared.Digest;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.HandoverException;
import dev.handover.shared.Phase;
import dev.handover.signoff.SignOff;
import dev.handover.signoff.SignOffRound;
import dev.handover.validation.Blocker;
import dev.handover.validation.Blockers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

@ClosingTest
class HandoverReportTests {

    @Autowired
    private Story story;

    @Autowired
    private HandoverReport reports;

    @Autowired
    private OpenIssues openIssues;

    @Autowired
    private Acceptance acceptance;

    @Autowired
    private EvidenceStore evidence;

    @Autowired
    private SignOffRound signOffs;

    @Autowired
    private Blockers blockers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DatabaseOwner owner;

    @Test
    void frozenReportTellsTheWholeHandoff() throws IOException {
        var key = closed();

        var report = reports.of(key);

        Files.createDirectories(Path.of("target", "reports"));
        Files.writeString(Path.of("target", "reports", "handover-report.html"), report.html());
        assertThat(report.isFrozen()).isTrue();
        assertThat(report.digest()).isEqualTo(Digest.of(report.html()));
        assertThat(ReportWords.of(report))
                .contains("Aurora Works goes live in Hamburg", "Handed over", "Final report, frozen at close on")
                .contains("3 of 3 signatures stand", "1 of 1 blockers resolved", "items of evidence, all seven kinds")
                .as("plan")
                .contains("Press line 2", "Back to the previous system within 60 minutes.", "account ada.admin")
                .as("people")
                .contains("Production owner Paul Prodan (production) Accepted", "Customer business owner Bianca Berg")
                .as("validation")
                .contains(
                        "Vera Valid (validator) confirmed: Seen with my own eyes",
                        "Production orders from the ERP run 2 Passed")
                .as("evidence")
                .contains(
                        "Finished work order WO-4711 version 1",
                        Digest.of("order;state\nWO-4711;done\n").sha256())
                .as("blockers")
                .contains("Credentials of the ERP connector renewed. Susan Sauer (support)")
                .as("sign-offs")
                .contains(
                        "Environment owner round 1 Outdated",
                        "Environment owner round 2 Approved",
                        "Train the second shift")
                .as("window")
                .contains("Go All gates green. Paul Prodan (production)", "Live First shift works.")
                .as("stabilization")
                .contains("Queue of the ERP emptied.", "Handover drill passed timed restore: 38 minutes")
                .as("takeover")
                .contains(
                        "Accepted by Cora Kunde (customer)",
                        "In words We take over.",
                        "Sign-in failures: to be watched");
    }

    @Test
    void everyDecisionIsListedWithWhatWasShown() {
        var key = closed();
        var all = ReportWords.of(reports.of(key));
        var decisions = all.substring(
                all.lastIndexOf("Every decision a person made"), all.lastIndexOf("Everything that happened"));

        assertThat(decisions)
                .contains("Bianca Berg (business) Business acceptance owner Accepted the role The plan")
                .contains("Susan Sauer (support) Support owner Resolved the blocker")
                .contains("Confirmed: Confirm rollback or pause criteria for the release window")
                .contains("Approved on conditions, round 1")
                .contains("Approved (outdated since), round 1")
                .contains("Paul Prodan (production) Production owner Go")
                .contains("Resolved: Integration errors")
                .contains("Accepted the open issues and the operating rhythm We take over. "
                        + acceptance.of(key).orElseThrow().list().digest());
        signOffs.of(key).stream()
                .map(SignOff::manifest)
                .filter(Objects::nonNull)
                .forEach(manifest -> assertThat(decisions).contains(manifest));
    }

    @Test
    void documentsInItGiveTheDigestsThatWereSigned() {
        var html = reports.of(closed()).html();
        var documents = Pattern.compile("<figure id=\"document-([0-9a-f]{64})\">.*?<pre>(.*?)</pre>", Pattern.DOTALL)
                .matcher(html)
                .results()
                .toList();

        assertThat(documents).hasSize(5); // environment twice, business, change, and the accepted list
        documents.forEach(document -> assertThat(
                        Digest.of(HtmlUtils.htmlUnescape(document.group(2))).sha256())
                .isEqualTo(document.group(1)));
    }

    @Test
    void everyPlaceThatIsPointedToIsThere() {
        var html = reports.of(closed()).html();
        var targets = Pattern.compile("href=\"#([^\"]+)\"")
                .matcher(html)
                .results()
                .map(each -> each.group(1))
                .distinct();

        assertThat(targets).isNotEmpty().allSatisfy(target -> assertThat(html).contains("id=\"" + target + "\""));
    }

    @Test
    void nothingHasToBeLoadedAndNothingRuns() {
        var html = reports.of(closed()).html();

        assertThat(html).doesNotContainPattern("<(script|link|img|iframe|object|embed|base|form)\\b");
        assertThat(html).doesNotContainPattern("\\s(src|style|on[a-z]+)=");
        assertThat(html).doesNotContain("url(", "@import").doesNotContainPattern("href=\"[^#]");
    }

    @Test
    void wordsOfPeopleAreOnlyWords() {
        var key = story.submitted();
        var hostile = "<script>alert(1)</script> ${1111*1111} [[${1111*1111}]] {{1111*1111}} </style>";
        evidence.addStatement(key, EvidenceKind.SUPPORT_HANDOFF, hostile, hostile, "support");
        blockers.raise(key, new Blocker.Report(null, null, hostile, "</pre>" + hostile), "support");

        var report = reports.of(key);

        assertThat(report.html())
                .doesNotContain("<script")
                .doesNotContain("</pre>&")
                .contains(HtmlUtils.htmlEscape(hostile, "UTF-8").replace("&#39;", "'"));
        assertThat(ReportWords.of(report)).doesNotContain("1234321");
    }

    @Test
    void frozenReportStaysWhateverHappensAfterwards() {
        var key = closed();
        var frozen = reports.of(key);
        story.enter(key, Phase.HANDED_OVER);
        reports.freeze(key);

        assertThat(reports.of(key)).isEqualTo(frozen);
        assertThatThrownBy(() -> jdbc.sql("update handover_report set html = '' where go_live = ?")
                        .param(key.value())
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void changedReportIsNotHandedOutAsTheFrozenOne() {
        var key = closed();
        owner.tamper("update handover_report set html = replace(html, 'Cora', 'Carl') where go_live = ?", key.value());

        assertThatThrownBy(() -> reports.of(key)).hasMessageContaining("damaged");
    }

    @Test
    void reportOfAGoLiveThatHasJustBegunSaysSo() {
        var report = reports.of(story.submitted());

        assertThat(report.isFrozen()).isFalse();
        assertThat(ReportWords.of(report))
                .contains(
                        "In progress: Prerequisites",
                        "Interim report, as things stood on",
                        "items of evidence, 7 kinds missing")
                .contains(
                        "Nothing was ever in the way.",
                        "No signature was asked for yet.",
                        "The stabilization period has not begun.")
                .contains("Not accepted yet.", "Nothing was signed yet.");
    }

    @Test
    void reportTellsOfIssuesThatCameUpAfterTheAcceptance() {
        var key = story.quiet();
        acceptance.accept(key, openIssues.present(key).digest().sha256(), null, "customer");
        blockers.raise(key, new Blocker.Report(null, null, "Printer on fire", null), "support");

        assertThat(ReportWords.of(reports.of(key))).contains("After the acceptance: New: Printer on fire (high)");
    }

    @Test
    void unknownGoLiveHasNoReport() {
        assertThatThrownBy(() -> reports.of(new GoLiveKey("nowhere"))).isInstanceOf(HandoverException.class);
        assertThatThrownBy(() -> reports.freeze(new GoLiveKey("nowhere"))).isInstanceOf(HandoverException.class);
    }

    private GoLiveKey closed() {
        var key = story.quiet();
        acceptance.accept(key, openIssues.present(key).digest().sha256(), "We take over.", "customer");
        reports.freeze(key);
        return key;
    }
}

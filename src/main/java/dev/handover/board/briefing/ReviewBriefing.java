package dev.handover.board.briefing;

import dev.handover.board.OpenTask;
import dev.handover.closing.Acceptance;
import dev.handover.closing.Duty;
import dev.handover.closing.OpenIssue;
import dev.handover.closing.OpenIssueList;
import dev.handover.closing.OpenIssues;
import dev.handover.stabilization.StabilizationOverview;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The customer owner's last word: the open issues item by item, and the operating rhythm, as one list. */
@Component
class ReviewBriefing implements BriefingComposer {

    private final OpenIssues openIssues;
    private final Acceptance acceptance;
    private final StabilizationOverview overview;
    private final EvidenceSections evidence;
    private final Names names;

    ReviewBriefing(
            OpenIssues openIssues,
            Acceptance acceptance,
            StabilizationOverview overview,
            EvidenceSections evidence,
            Names names) {
        this.openIssues = openIssues;
        this.acceptance = acceptance;
        this.overview = overview;
        this.evidence = evidence;
        this.names = names;
    }

    @Override
    public Set<String> elements() {
        return Set.of("UserTask_ReviewOpenIssues");
    }

    @Override
    public void compose(OpenTask task, Briefing.Writer briefing) {
        var list = openIssues.present(task.goLive());
        briefing.asking("Do you take over what is open, and the way the system is run from now on?")
                .fact("Open issues", String.valueOf(list.issues().size()))
                .section(issues(list))
                .section(rhythm(list));
        overview.find(task.goLive())
                .ifPresent(view -> briefing.section(Soak.clock(view))
                        .section(Soak.signals(view))
                        .section(Soak.exceptions(view, names)));
        briefing.section(evidence.of(task.goLive(), List.of()))
                .section(new Section.Listing(
                        "What changed since last time",
                        acceptance.changedSince(task.goLive()),
                        "Nothing was accepted before, or nothing has changed since."))
                .stamp("issueList", list.digest())
                .consequence(
                        "Accept",
                        "The go-live is handed over: the report is written, everybody is told, and these issues are yours.")
                .consequence("Extend", "The stabilization period goes on; you are asked again when it can be closed.");
    }

    private Section issues(OpenIssueList list) {
        return new Section.Table(
                "Open issues",
                "",
                List.of("Issue", "Severity", "How to live with it", "Followed up by", "From"),
                list.issues().stream().map(this::issue).toList(),
                "There is no open issue.");
    }

    private List<Value> issue(OpenIssue issue) {
        return List.of(
                Value.of(issue.title()),
                PlanSections.severity(issue.severity()),
                Value.of(issue.workaround().isEmpty() ? "–" : issue.workaround()),
                Value.of(issue.owner().isEmpty() ? "–" : names.of(issue.owner())),
                Value.of(issue.source()));
    }

    private static Section rhythm(OpenIssueList list) {
        return new Section.Table(
                "Operating rhythm",
                "What is done from now on, and who answers for it.",
                List.of("Area", "What", "Who"),
                list.rhythm().stream().map(ReviewBriefing::duty).toList(),
                "");
    }

    private static List<Value> duty(Duty duty) {
        return List.of(Value.of(duty.area().title()), Value.of(duty.text()), Value.of(duty.responsible()));
    }
}

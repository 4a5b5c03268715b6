package dev.handover.closing.report;

import dev.handover.closing.Acceptance;
import dev.handover.closing.Acceptance.Accepted;
import dev.handover.closing.Duty;
import dev.handover.closing.OpenIssue;
import dev.handover.closing.OpenIssueList;
import dev.handover.closing.OpenIssues;
import dev.handover.closing.report.Chapter.Fact;
import dev.handover.closing.report.Chapter.Head;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the customer takes over: the accepted list, or the one that is to be accepted. */
@Component
@Order(9)
class OpenIssuesChapter implements ChapterWriter {

    private final OpenIssues openIssues;
    private final Acceptance acceptance;

    OpenIssuesChapter(OpenIssues openIssues, Acceptance acceptance) {
        this.openIssues = openIssues;
        this.acceptance = acceptance;
    }

    @Override
    public Chapter write(Subject subject) {
        var accepted = acceptance.of(subject.key());
        var list = accepted.map(Accepted::list).orElseGet(() -> openIssues.of(subject.key()));
        var chapter = Chapter.titled("open-issues", "Open issues and operating rhythm")
                .lead(
                        "What is not done and how the system is operated from now on. The customer owner takes over this list item by item.");
        accepted.ifPresentOrElse(
                each -> acceptance(chapter, subject, each),
                () -> chapter.note(Tone.CAUTION, "Not accepted yet. The list below is how things stand now.")
                        .facts(new Fact("SHA-256 of the list", Cell.digest(list.digest()))));
        acceptance
                .changedSince(subject.key())
                .forEach(line -> chapter.note(Tone.BAD, "After the acceptance: %s".formatted(line)));
        issues(chapter, subject, list);
        rhythm(chapter, subject, list);
        return chapter.write();
    }

    private static void acceptance(Chapter.Writer chapter, Subject subject, Accepted accepted) {
        chapter.facts(
                new Fact("Accepted by", Cell.strong(subject.person(accepted.by()))),
                new Fact("At", subject.time(accepted.at())),
                new Fact("In words", Cell.of(accepted.words())),
                new Fact(
                        "SHA-256 of the list",
                        Cell.digest(accepted.list().digest())
                                .to(DocumentsChapter.anchor(
                                        accepted.list().digest().sha256()))));
    }

    private static void issues(Chapter.Writer chapter, Subject subject, OpenIssueList list) {
        chapter.heading("Open issues")
                .table(
                        "",
                        List.of(
                                Head.of("Issue", 40),
                                Head.of("Severity", 10),
                                Head.of("Workaround", 30),
                                Head.of("Followed up by", 20)),
                        list.issues().stream().map(each -> issue(subject, each)).toList(),
                        "Nothing is open.");
    }

    private static List<Cell> issue(Subject subject, OpenIssue issue) {
        return List.of(
                Cell.strong(issue.title()).with("%s\n%s".formatted(issue.source(), issue.id())),
                Cell.badge(Slugs.words(issue.severity()), tone(issue.severity())),
                Cell.of(issue.workaround()),
                issue.owner().isEmpty() ? Cell.nothing() : Cell.of(subject.person(issue.owner())));
    }

    private static Tone tone(String severity) {
        return switch (severity) {
            case "critical", "high" -> Tone.BAD;
            case "medium" -> Tone.CAUTION;
            default -> Tone.PLAIN;
        };
    }

    private static void rhythm(Chapter.Writer chapter, Subject subject, OpenIssueList list) {
        chapter.heading("Operating rhythm");
        for (var area : Duty.Area.values()) {
            var duties =
                    list.rhythm().stream().filter(duty -> duty.area() == area).toList();
            chapter.table(
                    area.title(),
                    List.of(Head.of("What is done from now on", 70), Head.of("Responsible", 30)),
                    duties.stream()
                            .map(duty -> List.of(Cell.of(duty.text()), responsible(subject, duty)))
                            .toList(),
                    "%s: the plan says nothing.".formatted(area.title()));
        }
    }

    /** The list holds user ids, since names change; people read names. */
    private static Cell responsible(Subject subject, Duty duty) {
        int colon = duty.responsible().indexOf(": ");
        return colon < 0
                ? Cell.of(duty.responsible())
                : Cell.of(subject.person(duty.responsible().substring(colon + 2)))
                        .with(duty.responsible().substring(0, colon));
    }
}

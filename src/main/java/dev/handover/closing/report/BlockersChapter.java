package dev.handover.closing.report;

import dev.handover.closing.report.Chapter.Head;
import dev.handover.validation.Blocker;
import dev.handover.validation.Blockers;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was in the way, and how it was resolved. */
@Component
@Order(5)
class BlockersChapter implements ChapterWriter {

    private final Blockers blockers;

    BlockersChapter(Blockers blockers) {
        this.blockers = blockers;
    }

    @Override
    public Chapter write(Subject subject) {
        return Chapter.titled("blockers", "Blockers")
                .lead("What kept the go-live from going on, from checks and from people.")
                .table(
                        "",
                        List.of(
                                Head.of("Blocker", 40),
                                Head.of("Raised", 20),
                                Head.of("State", 10),
                                Head.of("Resolved", 30)),
                        blockers.of(subject.key()).stream()
                                .map(each -> row(subject, each))
                                .toList(),
                        "Nothing was ever in the way.")
                .write();
    }

    private static List<Cell> row(Subject subject, Blocker blocker) {
        var step = blocker.step() == null
                ? ""
                : "Step: %s\n".formatted(blocker.step().title());
        return List.of(
                Cell.strong(blocker.title()).with(step + blocker.detail()),
                subject.act(blocker.raisedBy(), blocker.raisedAt()),
                blocker.isOpen() ? Cell.badge("Open", Tone.BAD) : Cell.badge("Resolved", Tone.GOOD),
                blocker.isOpen()
                        ? Cell.nothing()
                        : Cell.of(blocker.resolution())
                                .with("%s, %s"
                                        .formatted(
                                                subject.person(blocker.resolvedBy()),
                                                subject.times().show(blocker.resolvedAt()))));
    }
}

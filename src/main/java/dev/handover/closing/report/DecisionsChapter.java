package dev.handover.closing.report;

import dev.handover.closing.report.Chapter.Head;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every decision a person made, in order: who, as what, when, on which showing, and in which words. */
@Component
@Order(10)
class DecisionsChapter implements ChapterWriter {

    private final List<DecisionSource> sources;

    DecisionsChapter(List<DecisionSource> sources) {
        this.sources = sources;
    }

    @Override
    public Chapter write(Subject subject) {
        return Chapter.titled("decisions", "Decisions")
                .lead(
                        "Every decision a person made, oldest first, with what the person was shown. What was undone since, such as the confirmation of a step that was reopened, is in the timeline only.")
                .table(
                        "",
                        List.of(
                                Head.of("When", 15),
                                Head.of("Who", 20),
                                Head.of("Decision", 35),
                                Head.of("What was shown", 30)),
                        sources.stream()
                                .flatMap(source -> source.decisions(subject))
                                .sorted(Comparator.comparing(Decision::at))
                                .map(decision -> List.of(
                                        subject.time(decision.at()),
                                        Cell.of(subject.person(decision.by())).with(decision.as()),
                                        Cell.strong(decision.what()).with(decision.words()),
                                        decision.shown()))
                                .toList(),
                        "Nobody has decided anything yet.")
                .write();
    }
}

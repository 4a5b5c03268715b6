package dev.handover.closing.report;

import dev.handover.closing.report.Chapter.Head;
import dev.handover.golive.Timeline;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Everything that happened, in order. */
@Component
@Order(11)
class TimelineChapter implements ChapterWriter {

    private final Timeline timeline;

    TimelineChapter(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public Chapter write(Subject subject) {
        return Chapter.titled("timeline", "Timeline")
                .lead("Everything that happened, oldest first.")
                .table(
                        "",
                        List.of(Head.of("When", 20), Head.of("Who", 25), Head.of("What", 55)),
                        timeline.of(subject.key()).stream()
                                .map(entry -> List.of(
                                        subject.time(entry.at()),
                                        Cell.of(subject.person(entry.actor())),
                                        Cell.strong(entry.act()).with(entry.detail())))
                                .toList(),
                        "Nothing has happened yet.")
                .write();
    }
}

package dev.handover.closing.report;

import dev.handover.closing.report.Chapter.Fact;
import dev.handover.closing.report.Chapter.Head;
import dev.handover.release.Release;
import dev.handover.release.ReleaseAct;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was decided in the release window. */
@Component
@Order(7)
class ReleaseChapter implements ChapterWriter {

    private final Release release;

    ReleaseChapter(Release release) {
        this.release = release;
    }

    @Override
    public Chapter write(Subject subject) {
        var goLive = subject.goLive();
        return Chapter.titled("release", "Release window")
                .lead(
                        "The production owner decides go, pause and rollback; no window opens over a missing signature or an open blocker.")
                .facts(
                        new Fact(
                                "Window in force",
                                Cell.strong(subject.times().span(goLive.windowStart(), goLive.windowEnd()))),
                        new Fact("Time zone", Cell.of(subject.times().zoneName())))
                .table(
                        "",
                        List.of(Head.of("Decision", 35), Head.of("By", 30), Head.of("About the window", 35)),
                        release.acts(subject.key()).stream()
                                .map(each -> row(subject, each))
                                .toList(),
                        "Nothing was decided yet.")
                .write();
    }

    private static List<Cell> row(Subject subject, ReleaseAct act) {
        return List.of(
                Cell.badge(words(act.act()), tone(act.act())).with(act.reason()),
                subject.act(act.acting(), act.decidedAt()),
                Cell.of(subject.times().span(act.windowStart(), act.windowEnd())));
    }

    static String words(ReleaseAct.Act act) {
        return switch (act) {
            case RELEASED_AT_CUT_OFF -> "Window given up at the cut-off";
            case WINDOW_PROPOSED -> "New window proposed";
            case HOLD_RESOLVED -> "Hold resolved";
            case GO -> "Go";
            case PAUSE -> "Paused";
            case RESUME -> "Resumed";
            case ROLL_BACK -> "Rolled back";
            case LIVE -> "Live";
            case MISSED -> "Window missed";
        };
    }

    private static Tone tone(ReleaseAct.Act act) {
        return switch (act) {
            case GO, LIVE -> Tone.GOOD;
            case ROLL_BACK, MISSED, RELEASED_AT_CUT_OFF -> Tone.BAD;
            case PAUSE -> Tone.CAUTION;
            case WINDOW_PROPOSED, HOLD_RESOLVED, RESUME -> Tone.PLAIN;
        };
    }
}

package dev.handover.board.briefing;

import dev.handover.board.OpenTask;
import dev.handover.golive.GoLiveRegister;
import dev.handover.release.Release;
import dev.handover.release.ReleaseAct;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Role;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A new release window, after one was given up or missed. */
@Component
class ProposeWindowBriefing implements BriefingComposer {

    private final GoLiveRegister register;
    private final Release release;
    private final WindowSections windows;
    private final Names names;

    ProposeWindowBriefing(GoLiveRegister register, Release release, WindowSections windows, Names names) {
        this.register = register;
        this.release = release;
        this.windows = windows;
        this.names = names;
    }

    @Override
    public Set<String> elements() {
        return Set.of("UserTask_ProposeWindow");
    }

    @Override
    public void compose(OpenTask task, Briefing.Writer briefing) {
        var window = register.plan(task.goLive()).releaseWindow();
        briefing.asking("When shall the release happen? The old window cannot be kept: it is too near or over.");
        if (window.freezeStart() != null && window.freezeEnd() != null) {
            briefing.fact("Freeze period of the plan", new Value.Span(window.freezeStart(), window.freezeEnd()));
        }
        windows.offered(task.goLive(), briefing);
        briefing.section(history(task.goLive()))
                .section(PlanSections.communication(register.plan(task.goLive())))
                .consequence(
                        "Propose",
                        "The owners whose sign-off is missing are asked for this window, then %s."
                                .formatted(names.holder(task.goLive(), Role.CHANGE)));
    }

    private Section history(GoLiveKey goLive) {
        var rows = release.acts(goLive).stream().map(this::row).toList();
        return new Section.Table(
                "What became of earlier windows",
                "",
                List.of("What", "Window", "By", "When", "Why"),
                rows,
                "This is the first window.");
    }

    private List<Value> row(ReleaseAct act) {
        return List.of(
                Value.of(act.act().slug().replace('-', ' ')),
                new Value.Span(act.windowStart(), act.windowEnd()),
                Value.of(names.of(act.acting())),
                Value.of(act.decidedAt()),
                Value.of(act.reason() == null ? "–" : act.reason()));
    }
}

package dev.handover.closing.report;

import dev.handover.shared.Role;
import dev.handover.stabilization.StabilizationOverview;
import dev.handover.stabilization.StabilizationView;
import dev.handover.stabilization.StabilizationView.ActView;
import dev.handover.stabilization.StabilizationView.ExceptionView;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What people decided about signals and about the period. */
@Component
class StabilizationDecisions implements DecisionSource {

    private final StabilizationOverview overview;

    StabilizationDecisions(StabilizationOverview overview) {
        this.overview = overview;
    }

    @Override
    public Stream<Decision> decisions(Subject subject) {
        return overview.find(subject.key()).stream()
                .flatMap(view -> Stream.of(
                                view.acts().stream().map(StabilizationDecisions::act),
                                view.exceptions().stream()
                                        .filter(each -> each.rollBackAsked() != null)
                                        .map(each -> about(each, each.rollBackAsked(), "Asked to roll back: ")),
                                view.exceptions().stream()
                                        .filter(each -> !each.isOpen())
                                        .map(each -> about(each, each.resolved(), "Resolved: ")))
                        .flatMap(each -> each));
    }

    private static Decision act(ActView act) {
        var role = switch (act.kind()) {
            case EXTENSION -> Role.CUSTOMER;
            case DRILL -> Role.SUPPORT;
            case ROLL_BACK, STAY_LIVE -> Role.PRODUCTION;
        };
        return new Decision(
                act.decision().at(),
                act.decision().by(),
                role.title(),
                StabilizationChapter.words(act),
                act.decision().reason(),
                signals());
    }

    private static Decision about(ExceptionView exception, StabilizationView.Decision decision, String words) {
        return new Decision(
                decision.at(),
                decision.by(),
                Role.SUPPORT.title(),
                words + exception.kind().title(),
                decision.reason(),
                signals());
    }

    private static Cell signals() {
        return Cell.of("Signals and exceptions").to("stabilization");
    }
}

package dev.handover.board.golive;

import dev.handover.board.OpenTask;
import dev.handover.board.TaskLookup;
import dev.handover.board.Times;
import dev.handover.board.briefing.Names;
import dev.handover.golive.GoLive;
import dev.handover.signoff.ConditionLedger;
import dev.handover.signoff.Readiness;
import dev.handover.signoff.ReadinessDecision.Verdict;
import dev.handover.validation.Blocker;
import dev.handover.validation.Blockers;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Gathers how ready a go-live is. */
@Component
class ReadinessViews {

    private static final Verdict NONE = new Verdict(null, null);

    private final GoLivePages pages;
    private final Readiness readiness;
    private final TaskLookup tasks;
    private final Blockers blockers;
    private final ConditionLedger conditions;
    private final Names names;
    private final Clock clock;

    ReadinessViews(
            GoLivePages pages,
            Readiness readiness,
            TaskLookup tasks,
            Blockers blockers,
            ConditionLedger conditions,
            Names names,
            Clock clock) {
        this.pages = pages;
        this.readiness = readiness;
        this.tasks = tasks;
        this.blockers = blockers;
        this.conditions = conditions;
        this.names = names;
        this.clock = clock;
    }

    /** @param goLive one that the person who asks may see */
    ReadinessView of(GoLive goLive) {
        var key = goLive.key();
        var waiting = tasks.of(key);
        var verdict = goLive.phase().isBeforeGoLive() ? readiness.assess(key) : NONE;
        return new ReadinessView(
                key.value(),
                goLive.title(),
                goLive.customerName(),
                goLive.environmentLabel(),
                goLive.phase().title(),
                goLive.phase().isFinished(),
                verdict.verdict(),
                verdict.reason(),
                pages.missing(goLive),
                goLive.holds().entrySet().stream()
                        .map(hold -> new ReadinessView.Hold(hold.getKey(), hold.getValue()))
                        .toList(),
                waiting.stream().map(task -> waiting(task, goLive)).toList(),
                blockers.openOf(key).stream().map(this::blocking).toList(),
                Deadline.first(goLive, waiting, conditions.standing(key), clock.instant())
                        .orElse(null),
                new Times(goLive.zone()).zoneName(),
                "/go-lives/" + key);
    }

    private ReadinessView.Waiting waiting(OpenTask task, GoLive goLive) {
        return new ReadinessView.Waiting(
                Deadline.nameOf(task, goLive),
                task.assignee() == null ? "nobody yet" : names.of(task.acting()),
                task.since(),
                task.due());
    }

    private ReadinessView.Blocking blocking(Blocker blocker) {
        return new ReadinessView.Blocking(
                blocker.title(),
                blocker.step() == null ? "" : blocker.step().title(),
                names.of(blocker.raisedBy()),
                blocker.raisedAt());
    }
}

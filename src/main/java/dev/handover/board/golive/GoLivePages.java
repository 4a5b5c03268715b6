package dev.handover.board.golive;

import dev.handover.access.CurrentUser;
import dev.handover.access.Visibility;
import dev.handover.board.OpenTask;
import dev.handover.board.ReaderZone;
import dev.handover.board.TaskLookup;
import dev.handover.board.Times;
import dev.handover.board.briefing.Names;
import dev.handover.golive.GoLive;
import dev.handover.validation.Blockers;
import dev.handover.validation.ShelfLife;
import dev.handover.validation.TroubleshootingEditions;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the page of a go-live shows, all at one moment. */
@Component
class GoLivePages {

    private final StepParts steps;
    private final ShelfLife shelfLife;
    private final SignOffParts signOffs;
    private final ConditionParts conditions;
    private final EvidenceParts evidence;
    private final Uncovered uncovered;
    private final Untold untold;
    private final Blockers blockers;
    private final TaskLookup tasks;
    private final TroubleshootingEditions troubleshooting;
    private final Visibility visibility;
    private final CurrentUser user;
    private final Names names;
    private final ReaderZone zone;
    private final Clock clock;

    GoLivePages(
            StepParts steps,
            ShelfLife shelfLife,
            SignOffParts signOffs,
            ConditionParts conditions,
            EvidenceParts evidence,
            Uncovered uncovered,
            Untold untold,
            Blockers blockers,
            TaskLookup tasks,
            TroubleshootingEditions troubleshooting,
            Visibility visibility,
            CurrentUser user,
            Names names,
            ReaderZone zone,
            Clock clock) {
        this.steps = steps;
        this.shelfLife = shelfLife;
        this.signOffs = signOffs;
        this.conditions = conditions;
        this.evidence = evidence;
        this.uncovered = uncovered;
        this.untold = untold;
        this.blockers = blockers;
        this.tasks = tasks;
        this.troubleshooting = troubleshooting;
        this.visibility = visibility;
        this.user = user;
        this.names = names;
        this.zone = zone;
        this.clock = clock;
    }

    /** The page for the person who asks, who may see the go-live. */
    @Transactional(readOnly = true)
    GoLivePage of(GoLive goLive) {
        var key = goLive.key();
        var times = new Times(zone.of(goLive));
        var waiting = tasks.of(key);
        var parts = steps(goLive, times, waiting);
        var open = openBlockers(goLive, times);
        var holders = waiting.stream().map(task -> holder(task, goLive, times)).toList();
        return new GoLivePage(
                head(goLive, times),
                Missing.sentence(goLive, parts, open, holders),
                Counts.sum(parts.stream().map(StepPart::counts).toList()),
                parts,
                open,
                holders,
                signOffs.of(goLive, times),
                conditions.of(goLive, times),
                evidence.of(key, times),
                evidence.held(key, times),
                uncovered.of(goLive, times),
                untold.of(goLive),
                parts.stream().filter(part -> part.offer().failedAgain()).count() > 1);
    }

    /** One sentence: what keeps it from going on. The same as on the page. */
    @Transactional(readOnly = true)
    String missing(GoLive goLive) {
        var times = new Times(zone.of(goLive));
        var waiting = tasks.of(goLive.key());
        return Missing.sentence(
                goLive,
                steps(goLive, times, waiting),
                openBlockers(goLive, times),
                waiting.stream().map(task -> holder(task, goLive, times)).toList());
    }

    private List<StepPart> steps(GoLive goLive, Times times, List<OpenTask> waiting) {
        var key = goLive.key();
        var page = new CheckLists.Page(key, times, troubleshooting.inForce().table());
        return steps.of(goLive, page, waiting, visibility.mayTakePart(key));
    }

    private List<BlockerPart> openBlockers(GoLive goLive, Times times) {
        return blockers.openOf(goLive.key()).stream()
                .map(blocker -> BlockerPart.of(blocker, names, times))
                .toList();
    }

    private Holder holder(OpenTask task, GoLive goLive, Times times) {
        var isOurs = task.isHeldBy(user.viewer().userId());
        return new Holder(
                task.assignee() == null ? "nobody yet" : names.of(task.acting()),
                Deadline.nameOf(task, goLive),
                times.show(task.since()),
                isOurs ? "/camunda/app/tasklist/default/#/?task=" + task.id() : null);
    }

    private GoLivePage.Head head(GoLive goLive, Times times) {
        List<GoLivePage.Hold> holds = goLive.holds().entrySet().stream()
                .map(hold -> new GoLivePage.Hold(hold.getKey(), times.show(hold.getValue())))
                .toList();
        return new GoLivePage.Head(
                goLive.key().value(),
                goLive.title(),
                goLive.customerName(),
                goLive.environmentLabel(),
                goLive.phase().title(),
                times.show(goLive.windowStart(), goLive.windowEnd()),
                WindowNote.of(goLive, clock.instant()),
                times.zoneName(),
                holds,
                tooOld(goLive, times));
    }

    private List<GoLivePage.TooOld> tooOld(GoLive goLive, Times times) {
        return goLive.phase().isBeforeGoLive()
                ? shelfLife.tooOld(goLive.key()).stream()
                        .map(each -> new GoLivePage.TooOld(
                                each.inWords(), each.step().title(), times.show(each.askedAgainFrom())))
                        .toList()
                : List.of();
    }
}

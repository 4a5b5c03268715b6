package dev.handover.board.golive;

import dev.handover.board.OpenTask;
import dev.handover.board.Times;
import dev.handover.board.briefing.Names;
import dev.handover.golive.GoLive;
import dev.handover.shared.Phase;
import dev.handover.shared.Step;
import dev.handover.signoff.SignOffRound;
import dev.handover.validation.CheckOverview;
import dev.handover.validation.CheckOverview.AskedCheck;
import dev.handover.validation.StepProgress;
import dev.handover.validation.ValidationSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the eight steps of the page. */
@Component
class StepParts {

    private final ValidationSteps steps;
    private final CheckOverview checks;
    private final CheckLists lists;
    private final SignOffRound signOffs;
    private final Names names;

    StepParts(ValidationSteps steps, CheckOverview checks, CheckLists lists, SignOffRound signOffs, Names names) {
        this.steps = steps;
        this.checks = checks;
        this.lists = lists;
        this.signOffs = signOffs;
        this.names = names;
    }

    /** @param tasks what of the go-live waits for somebody; @param mayAct true for who may run checks again */
    List<StepPart> of(GoLive goLive, CheckLists.Page page, List<OpenTask> tasks, boolean mayAct) {
        var asked = checks.of(goLive.key());
        var parts = new ArrayList<StepPart>();
        for (var progress : steps.of(goLive.key())) {
            var step = progress.step();
            var task = tasks.stream()
                    .filter(each -> each.step().equals(Optional.of(step)))
                    .findFirst();
            parts.add(part(goLive, page, progress, asked.get(step), task, mayAct));
        }
        parts.add(signOff(goLive));
        return parts;
    }

    private StepPart part(
            GoLive goLive,
            CheckLists.Page page,
            StepProgress progress,
            List<AskedCheck> asked,
            Optional<OpenTask> task,
            boolean mayAct) {
        var step = progress.step();
        var running = goLive.phase() == Phase.VALIDATION
                && !progress.isPassed()
                && progress.tryAgainAt() == null
                && task.isEmpty();
        var state = StepState.of(progress, running);
        var counts = Counts.count(
                asked.stream().map(check -> Standing.of(check, running)).toList());
        return new StepPart(
                step.slug(),
                step.ordinal() + 1,
                step.title(),
                state,
                task.map(each -> waitsFor(each, state)).orElseGet(() -> waitsForTime(progress, page.times())),
                task.map(each -> page.times().show(each.since())).orElse(""),
                progress.because() == null ? "" : progress.because(),
                confirmed(progress, page.times()),
                counts,
                lists.of(page, step, asked, running),
                mayAct ? offer(goLive.phase(), state, counts) : StepPart.Offer.NOTHING);
    }

    private String waitsFor(OpenTask task, StepState state) {
        var who = task.assignee() == null ? "nobody yet" : names.of(task.acting());
        return switch (state) {
            case BLOCKED -> who + ", to resolve the blocker";
            case TO_CONFIRM -> who + ", to confirm the step";
            case RUNNING, WAITING_TO_TRY_AGAIN, BEING_SIGNED, NOT_BEGUN, PASSED -> who;
        };
    }

    private static String waitsForTime(StepProgress progress, Times times) {
        return progress.tryAgainAt() == null
                ? ""
                : "nobody: what could not run is tried again, " + times.show(progress.tryAgainAt());
    }

    private String confirmed(StepProgress progress, Times times) {
        return progress.confirmedAt() == null
                ? ""
                : "%s, %s".formatted(names.of(progress.confirmedBy()), times.show(progress.confirmedAt()));
    }

    private static StepPart.Offer offer(Phase phase, StepState state, Counts counts) {
        var isBegun = state != StepState.NOT_BEGUN && state != StepState.RUNNING;
        if (!phase.isBeforeGoLive() || !isBegun || counts.total() == 0) {
            return StepPart.Offer.NOTHING;
        }
        var failed = counts.total() > counts.get(Standing.PASSED);
        var consequence = phase == Phase.VALIDATION
                ? "The step then has to be confirmed again."
                : "The go-live then goes back to validation, and the step has to be confirmed again.";
        return new StepPart.Offer(state == StepState.BLOCKED && failed, true, consequence);
    }

    private StepState signOffState(GoLive goLive) {
        if (signOffs.isSigned(goLive.key())) {
            return StepState.PASSED;
        }
        return goLive.phase() == Phase.SIGN_OFF ? StepState.BEING_SIGNED : StepState.NOT_BEGUN;
    }

    private StepPart signOff(GoLive goLive) {
        var step = Step.SIGN_OFF;
        return new StepPart(
                step.slug(),
                step.ordinal() + 1,
                step.title(),
                signOffState(goLive),
                "",
                "",
                "",
                "",
                Counts.count(List.of()),
                CheckList.NONE,
                StepPart.Offer.NOTHING);
    }
}

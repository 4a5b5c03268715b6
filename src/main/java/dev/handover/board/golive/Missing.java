package dev.handover.board.golive;

import dev.handover.golive.GoLive;
import dev.handover.shared.Phase;
import dev.handover.shared.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Says in one sentence what keeps a go-live from going on. */
final class Missing {

    /** Things that are named, the worst first; what is beyond is counted. */
    private static final int NAMED = 4;

    private Missing() {}

    static String sentence(GoLive goLive, List<StepPart> steps, List<BlockerPart> blockers, List<Holder> holders) {
        if (goLive.phase().isFinished()) {
            return "Nothing is missing any more: this go-live has ended (%s)."
                    .formatted(goLive.phase().title().toLowerCase(Locale.ROOT));
        }
        var parts = new ArrayList<String>();
        if (goLive.phase() == Phase.VALIDATION) {
            parts.addAll(openSteps(steps));
        } else {
            parts.addAll(asked(holders));
        }
        if (!blockers.isEmpty()) {
            parts.add("open blockers: "
                    + named(blockers.stream().map(BlockerPart::title).toList()));
        }
        return parts.isEmpty()
                ? "Nobody is asked for anything: the go-live goes on by itself."
                : "Missing to go on: " + String.join("; ", parts) + ".";
    }

    private static List<String> openSteps(List<StepPart> steps) {
        var open = steps.stream()
                .filter(step -> !step.anchor().equals(Step.SIGN_OFF.slug()) && !step.isPassed())
                .sorted(Comparator.comparing(StepPart::state))
                .map(Missing::step)
                .toList();
        return open.isEmpty()
                ? List.of()
                : List.of("%d of %d steps have not passed: %s"
                        .formatted(open.size(), Step.validated().size(), named(open)));
    }

    private static String step(StepPart step) {
        var why = new ArrayList<String>();
        why.add(step.waitsFor().isEmpty() ? step.state().word() : "waits for " + step.waitsFor());
        if (!step.counts().troubles().isEmpty()) {
            why.add(step.counts().troubles());
        }
        return "“%s” (%s)".formatted(step.title(), String.join("; ", why));
    }

    private static List<String> asked(List<Holder> holders) {
        return holders.isEmpty()
                ? List.of()
                : List.of("it waits for "
                        + named(holders.stream()
                                .map(holder -> "%s (%s)".formatted(holder.who(), holder.task()))
                                .toList()));
    }

    private static String named(List<String> things) {
        var named = String.join(", ", things.subList(0, Math.min(NAMED, things.size())));
        return things.size() <= NAMED ? named : "%s and %d more".formatted(named, things.size() - NAMED);
    }
}

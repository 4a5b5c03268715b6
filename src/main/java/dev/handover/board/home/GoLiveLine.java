package dev.handover.board.home;

import dev.handover.board.Times;
import dev.handover.golive.GoLive;
import dev.handover.shared.Phase;
import java.util.Arrays;
import java.util.List;

/**
 * One go-live on the home page.
 *
 * @param phase its title
 * @param steps the way to the handover, done and to do
 * @param holds why it is held; empty while nothing holds it
 */
record GoLiveLine(
        String key,
        String title,
        String caption,
        String phase,
        List<PhaseStep> steps,
        String window,
        List<String> holds) {

    /** @param state {@code done}, {@code now} or {@code ahead} */
    record PhaseStep(String title, String state) {}

    static GoLiveLine of(GoLive goLive, Times times) {
        return new GoLiveLine(
                goLive.key().value(),
                goLive.title(),
                goLive.caption(),
                goLive.phase().title(),
                steps(goLive.phase()),
                times.showWithZone(goLive.windowStart()),
                List.copyOf(goLive.holds().keySet()));
    }

    /** None for one that was withdrawn or rolled back: it left the way. */
    private static List<PhaseStep> steps(Phase phase) {
        if (phase == Phase.WITHDRAWN || phase == Phase.ROLLED_BACK) {
            return List.of();
        }
        return Arrays.stream(Phase.values())
                .filter(each -> each.ordinal() <= Phase.HANDED_OVER.ordinal())
                .map(each -> new PhaseStep(each.title(), state(each, phase)))
                .toList();
    }

    private static String state(Phase step, Phase now) {
        if (step == now) {
            return now.isFinished() ? "done" : "now";
        }
        return step.ordinal() < now.ordinal() ? "done" : "ahead";
    }
}

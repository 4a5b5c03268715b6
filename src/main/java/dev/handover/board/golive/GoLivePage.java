package dev.handover.board.golive;

import java.util.List;

/**
 * Everything on the page of one go-live.
 *
 * @param missing one sentence: what keeps it from going on
 * @param counts of all checks of all steps
 * @param holders whom it waits for
 * @param signOffs of the three who sign; empty before the first is asked for
 * @param conditions every one that was ever set
 * @param evidence of each of the seven kinds
 * @param held why the evidence stays beyond its time; null while it need not
 * @param away people with a role who are away and for whom nobody stands in; empty for whoever cannot mend it
 * @param untold people who could not be told of something by mail; empty for whoever cannot mend it
 * @param failedAgain true if what failed in all steps may be asked to run again
 */
record GoLivePage(
        Head head,
        String missing,
        Counts counts,
        List<StepPart> steps,
        List<BlockerPart> blockers,
        List<Holder> holders,
        List<SignOffPart> signOffs,
        List<ConditionPart> conditions,
        List<EvidencePart> evidence,
        Held held,
        List<String> away,
        List<String> untold,
        boolean failedAgain) {

    /** @param note how much time is left; empty once it has ended; @param zone its full name */
    record Head(
            String key,
            String title,
            String customer,
            String environment,
            String phase,
            String window,
            String note,
            String zone,
            List<Hold> holds,
            List<TooOld> tooOld) {}

    /** Evidence that would be too old at the start of the window. @param from when its step is asked again, or since when it may be */
    record TooOld(String words, String step, String from) {}

    /** A hold on the evidence. @param by name */
    record Held(String reason, String by, String since) {}

    /** Why it is held, and since when. */
    record Hold(String reason, String since) {}

    /** True while any step is being checked: the page is soon out of date. */
    public boolean isRunning() {
        return steps.stream().anyMatch(step -> step.state() == StepState.RUNNING);
    }
}

package dev.handover.board.golive;

import dev.handover.board.Times;
import dev.handover.validation.Blocker;
import dev.handover.validation.CheckOverview.AskedCheck;
import java.util.List;

/**
 * One check on the page.
 *
 * @param anchor names the row within the page
 * @param found what it found last; null before its first run
 * @param hints where to look, for one that failed
 * @param matrix which persona reached what; null if the check tells no such thing
 */
record CheckRow(
        String anchor, String name, Standing standing, Found found, List<Blocker.Hint> hints, AccessMatrix matrix) {

    private static final int LONGEST = 600;

    /**
     * @param expected shortened; the observation has all of it
     * @param before says how it came out when that no longer counts; empty while it counts
     * @param observation address of the stored observation; null if there is none
     */
    record Found(
            String expected, String observed, String before, String took, int attempt, String at, String observation) {}

    static Found found(AskedCheck check, Standing standing, String evidence, Times times) {
        var run = check.last();
        if (run == null) {
            return null;
        }
        var outdated = standing == Standing.NOT_RUN || standing == Standing.RUNNING;
        return new Found(
                shortened(run.expected()),
                shortened(run.observed()),
                outdated ? "before: " + run.verdict().slug() : "",
                times.took(run.took()),
                run.attempt(),
                times.show(run.finishedAt()),
                run.evidence() == null ? null : evidence.formatted(run.evidence()));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}

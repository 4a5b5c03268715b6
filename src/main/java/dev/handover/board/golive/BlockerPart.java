package dev.handover.board.golive;

import dev.handover.board.Times;
import dev.handover.board.briefing.Names;
import dev.handover.validation.Blocker;
import java.util.List;

/**
 * An open blocker on the page.
 *
 * @param step title of the step it is found in; empty if it is none
 */
record BlockerPart(String title, String detail, String step, String by, String since, List<Blocker.Hint> hints) {

    /** Longer than a few lines; what a step's many checks found stands with the step as well. */
    private static final int LONG = 500;

    public boolean isLong() {
        return detail.length() > LONG;
    }

    static BlockerPart of(Blocker blocker, Names names, Times times) {
        return new BlockerPart(
                blocker.title(),
                blocker.detail(),
                blocker.step() == null ? "" : blocker.step().title(),
                names.of(blocker.raisedBy()),
                times.show(blocker.raisedAt()),
                blocker.hints());
    }
}

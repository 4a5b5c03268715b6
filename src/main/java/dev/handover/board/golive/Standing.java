package dev.handover.board.golive;

import dev.handover.validation.CheckOverview.AskedCheck;

/** How a check stands, in the order the page shows them. Told by sign, word and colour, so that each can be missed. */
enum Standing {
    FAILED("✗", "failed", "bad"),
    /** The check itself could not run, which says nothing about the customer's system. */
    COULD_NOT_RUN("!", "could not run", "warning"),
    /** Its step is being checked at this moment, or is about to be. */
    RUNNING("↻", "running", "plain"),
    /** Never run, or not since its step was opened last. */
    NOT_RUN("○", "not run yet", "neutral"),
    PASSED("✓", "passed", "good");

    private final String sign;
    private final String word;
    private final String style;

    Standing(String sign, String word, String style) {
        this.sign = sign;
        this.word = word;
        this.style = style;
    }

    public String sign() {
        return sign;
    }

    public String word() {
        return word;
    }

    /** Name of the style class. */
    public String style() {
        return style;
    }

    /** @param running true while the checks of its step run */
    static Standing of(AskedCheck check, boolean running) {
        if (check.counts() && check.last().isPassed()) {
            return PASSED;
        }
        if (running) {
            return RUNNING;
        }
        if (!check.counts()) {
            return NOT_RUN;
        }
        return switch (check.last().verdict()) {
            case PASSED -> PASSED;
            case FAILED -> FAILED;
            case INCONCLUSIVE -> COULD_NOT_RUN;
        };
    }
}

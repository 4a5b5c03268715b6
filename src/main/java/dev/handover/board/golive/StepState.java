package dev.handover.board.golive;

import dev.handover.validation.StepProgress;

/** How a step stands, for showing. Told by sign, word and colour. */
enum StepState {
    BLOCKED("✗", "blocked", "bad"),
    RUNNING("↻", "checks run", "plain"),
    /** Checks could not run, and are tried again by themselves. */
    WAITING_TO_TRY_AGAIN("⟳", "could not run, is tried again", "warning"),
    TO_CONFIRM("?", "to confirm", "warning"),
    BEING_SIGNED("…", "being signed", "neutral"),
    NOT_BEGUN("○", "not begun", "neutral"),
    PASSED("✓", "passed", "good");

    private final String sign;
    private final String word;
    private final String style;

    StepState(String sign, String word, String style) {
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

    /** @param running true while the checks of the step run */
    static StepState of(StepProgress progress, boolean running) {
        if (running) {
            return RUNNING;
        }
        return switch (progress.state()) {
            case OPEN -> NOT_BEGUN;
            case BLOCKED -> BLOCKED;
            case WAITING_TO_TRY_AGAIN -> WAITING_TO_TRY_AGAIN;
            case TO_CONFIRM -> TO_CONFIRM;
            case PASSED -> PASSED;
        };
    }
}

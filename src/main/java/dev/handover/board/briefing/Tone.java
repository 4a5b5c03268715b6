package dev.handover.board.briefing;

/** How a value is to be taken. Never told by colour alone: the text beside it says the same. */
enum Tone {
    GOOD,
    WARNING,
    BAD,
    NEUTRAL;

    /** Name of the style class. */
    public String style() {
        return "handover-" + name().toLowerCase(java.util.Locale.ROOT);
    }
}

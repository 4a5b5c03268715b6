package dev.handover.board.golive;

/**
 * A word with a sign and a colour, so that neither has to be seen to tell.
 *
 * @param style class in the style sheet
 */
record Look(String word, String sign, String style) {

    static Look good(String word) {
        return new Look(word, "✓", "good");
    }

    static Look bad(String word) {
        return new Look(word, "✗", "bad");
    }

    static Look warning(String word) {
        return new Look(word, "!", "warning");
    }

    static Look waiting(String word) {
        return new Look(word, "…", "plain");
    }

    static Look neutral(String word) {
        return new Look(word, "–", "neutral");
    }
}

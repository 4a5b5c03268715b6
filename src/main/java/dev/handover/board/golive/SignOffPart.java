package dev.handover.board.golive;

import java.util.List;

/**
 * The sign-off of one role on the page.
 *
 * @param who name of who decided, or who is asked
 * @param when of the decision, or since when it is asked for; empty if it never was
 * @param manifest digest of what was signed; null if nothing was
 * @param words reason of the decision; may be empty
 * @param spans how it stood over time, oldest first
 */
record SignOffPart(String role, Look state, String who, String when, String manifest, String words, List<Span> spans) {

    /** Width of the whole bar, in units of its own. */
    public static final int WIDTH = 1000;

    /**
     * A stretch of time in which it stood one way.
     *
     * @param x where it begins in the bar, from 0; @param width both of {@link #WIDTH}
     * @param why what ended the approval, or the words of a rejection; one line for each reason
     */
    record Span(Look state, int x, int width, String from, String to, List<String> why) {

        /** Wide enough for its sign. */
        public boolean isWide() {
            return width > 24;
        }
    }

    public String abbreviated() {
        return manifest == null ? "" : manifest.substring(0, 12);
    }
}

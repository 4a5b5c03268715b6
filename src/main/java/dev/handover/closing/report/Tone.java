package dev.handover.closing.report;

import java.util.Locale;

/** How something is set off; never by colour alone. */
enum Tone {
    PLAIN,
    /** As it should be. */
    GOOD,
    /** To be looked at. */
    CAUTION,
    /** Not as it should be. */
    BAD,
    /** Less important than the rest. */
    QUIET;

    /** Class in the style sheet. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}

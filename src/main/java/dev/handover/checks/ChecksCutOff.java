package dev.handover.checks;

/**
 * A run of checks was cut off before it came to an end: nobody wants its results any more, this node shuts down, or its
 * thread was interrupted. Nothing is known of any of its checks; whoever still wants to know runs them again, perhaps elsewhere.
 */
public class ChecksCutOff extends IllegalStateException {

    /** @param why a sentence, which people may read in the engine's job log */
    public ChecksCutOff(String why) {
        super("The checks were cut off: " + why);
    }
}

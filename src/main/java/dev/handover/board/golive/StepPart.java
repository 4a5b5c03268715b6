package dev.handover.board.golive;

/**
 * One step on the page.
 *
 * @param anchor names the step within the page; its slug
 * @param number counted from 1
 * @param waitsFor who has to do what; empty while nobody has
 * @param since when they were asked; empty if nobody was
 * @param because why it was reopened; empty if it was not
 * @param confirmed who confirmed it and when; empty until then
 */
record StepPart(
        String anchor,
        int number,
        String title,
        StepState state,
        String waitsFor,
        String since,
        String because,
        String confirmed,
        Counts counts,
        CheckList checks,
        Offer offer) {

    /** What may be asked for. @param consequence what asking for all checks means; empty if that is not offered */
    record Offer(boolean failedAgain, boolean allAgain, String consequence) {

        static final Offer NOTHING = new Offer(false, false, "");
    }

    public boolean isPassed() {
        return state == StepState.PASSED;
    }
}

package dev.handover.board.golive;

import java.util.UUID;

/**
 * A condition on the page.
 *
 * @param owner who meets it, with the role
 * @param setBy who set it, with the role that was signed for
 * @param settled how, when and by whom it was met or waived; empty while it is neither
 * @param evidence address of what shows that it is met; null if nothing does
 */
record ConditionPart(
        UUID id,
        String text,
        Look state,
        String owner,
        String due,
        String expires,
        String setBy,
        String settled,
        String evidence,
        Offer offer) {

    /** What the person who looks may do. */
    record Offer(boolean meet, boolean reopen, boolean waive) {}
}

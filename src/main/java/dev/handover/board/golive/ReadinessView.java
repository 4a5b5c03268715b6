package dev.handover.board.golive;

import java.time.Instant;
import java.util.List;

/**
 * How ready a go-live is, and what it waits for. Field names are fixed: clients outside this repository rely on them.
 *
 * @param phase its title
 * @param finished true once nothing can happen to it any more
 * @param verdict ready, ready-with-conditions or not-ready; null once the customer is live or the go-live has ended
 * @param reason why, for people; null where there is no verdict
 * @param missing one sentence: what keeps it from going on
 * @param holds why it is on hold; empty while nothing holds it
 * @param waiting whom it waits for, the longest waiting first
 * @param blockers those that are open
 * @param next the next thing that has a date; null if nothing has
 * @param zone name of the zone the customer reads times in
 * @param page address of its page, without the host
 */
record ReadinessView(
        String key,
        String title,
        String customer,
        String environment,
        String phase,
        boolean finished,
        String verdict,
        String reason,
        String missing,
        List<Hold> holds,
        List<Waiting> waiting,
        List<Blocking> blockers,
        Deadline next,
        String zone,
        String page) {

    record Hold(String reason, Instant since) {}

    /** @param who display name; @param due null if the model gives no date */
    record Waiting(String task, String who, Instant since, Instant due) {}

    /** @param step title of the step it is found in; empty if it is none; @param by display name of who raised it */
    record Blocking(String title, String step, String by, Instant since) {}
}

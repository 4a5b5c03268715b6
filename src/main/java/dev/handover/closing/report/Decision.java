package dev.handover.closing.report;

import dev.handover.golive.Acting;
import java.time.Instant;

/**
 * Something a person decided.
 *
 * @param by who decided, and for whom
 * @param as the role it was decided in
 * @param words reason given; may be null
 * @param shown what the decision was made on
 */
record Decision(Instant at, Acting by, String as, String what, String words, Cell shown) {

    /** By somebody who acted for themselves. */
    Decision(Instant at, String by, String as, String what, String words, Cell shown) {
        this(at, Acting.self(by), as, what, words, shown);
    }
}

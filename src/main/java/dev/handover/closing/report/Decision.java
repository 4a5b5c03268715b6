package dev.handover.closing.report;

import java.time.Instant;

/**
 * Something a person decided.
 *
 * @param as the role it was decided in
 * @param words reason given; may be null
 * @param shown what the decision was made on
 */
record Decision(Instant at, String by, String as, String what, String words, Cell shown) {}

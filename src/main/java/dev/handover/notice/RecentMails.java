package dev.handover.notice;

import java.time.Instant;

/**
 * Mails of their own that a person was told of late.
 *
 * @param first when the first of them was told; null if there are none
 */
record RecentMails(long count, Instant first) {}

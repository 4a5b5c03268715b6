package dev.handover.golive;

import java.time.Instant;

/**
 * One thing that happened in a go-live.
 *
 * @param actor user id, or {@link Timeline#SYSTEM}
 * @param onBehalfOf user id of whom the actor stood in for; null if they acted for themselves
 * @param act what was done, in a few words
 * @param detail the words that go with it; may be empty
 */
public record TimelineEntry(Instant at, String actor, String onBehalfOf, String act, String detail) {}

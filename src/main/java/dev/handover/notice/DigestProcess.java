package dev.handover.notice;

import java.time.Instant;
import java.util.UUID;

/** Port: has a digest sent when it is due. */
@FunctionalInterface
public interface DigestProcess {

    /**
     * Calls {@link Digests#send} at that time, again if it fails, and makes it an incident if it keeps failing. Called
     * in the transaction that records the digest, so both are there or neither.
     */
    void begin(UUID digest, Instant due);
}

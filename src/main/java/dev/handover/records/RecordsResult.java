package dev.handover.records;

import dev.handover.shared.GoLiveKey;
import java.time.Instant;
import java.util.List;

/**
 * What a check of all records found.
 *
 * @param contents count of contents of evidence that were read back
 * @param chains count of audit logs that were verified
 * @param entries count of their entries
 * @param findings in the order they were found; empty if everything is what it was
 */
public record RecordsResult(
        Instant begunAt, Instant endedAt, long contents, long chains, long entries, List<Finding> findings) {

    /** @param goLive whose record it is; null for a content that no go-live refers to */
    public record Finding(GoLiveKey goLive, String words) {}

    public boolean isSound() {
        return findings.isEmpty();
    }
}

package dev.handover.evidence;

import dev.handover.shared.Digest;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import java.util.List;
import java.util.UUID;

/**
 * Items are new or have a new version. Published in the transaction that records them, once for all that are recorded together,
 * never for bytes that were there already.
 *
 * @param changes at least one
 * @param by user id of the one who changed them
 */
public record EvidenceChanged(GoLiveKey goLive, List<Change> changes, String by) {

    public EvidenceChanged {
        changes = List.copyOf(changes);
    }

    /**
     * One item.
     *
     * @param evidence id of the new version
     * @param before digest of the version until now; null if the item is new
     * @param after digest of the new version; equal to {@code before} when only the address of a link changed
     */
    public record Change(UUID evidence, EvidenceKind kind, Digest before, Digest after) {}
}

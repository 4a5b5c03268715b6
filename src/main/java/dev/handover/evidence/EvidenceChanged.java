package dev.handover.evidence;

import dev.handover.shared.Digest;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import java.util.UUID;

/**
 * An item is new or has a new version. Published in the transaction that records it, never for bytes that were there already.
 *
 * @param evidence id of the new version
 * @param before digest of the version until now; null if the item is new
 * @param after digest of the new version; equal to {@code before} when only the address of a link changed
 * @param by user id of the one who changed it
 */
public record EvidenceChanged(
        GoLiveKey goLive, UUID evidence, EvidenceKind kind, Digest before, Digest after, String by) {}

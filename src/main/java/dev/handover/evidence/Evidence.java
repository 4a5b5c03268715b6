package dev.handover.evidence;

import dev.handover.shared.Digest;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Slugged;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * One version of one item of evidence. It never changes; a changed item is a new version with an id of its own.
 *
 * @param title names the item within its go-live, kind and form; safe to show, never blank
 * @param version counts from 1
 * @param sha256 digest of the content's bytes
 * @param size of the content in bytes, at least 1
 * @param mediaType as detected from the content, without parameters
 * @param fileName name to save the content under; safe to show and to use, never blank
 * @param source what the content was captured from; null unless the form is {@link Form#LINK}
 * @param addedBy user id, or {@code handover} for what the product observed by itself
 */
public record Evidence(
        UUID id,
        GoLiveKey goLive,
        EvidenceKind kind,
        String title,
        Form form,
        int version,
        Digest sha256,
        long size,
        String mediaType,
        String fileName,
        URI source,
        String addedBy,
        Instant addedAt) {

    /** How evidence came to be. */
    public enum Form implements Slugged {
        /** Uploaded by a person or a pipeline. */
        FILE,
        /** A copy of what an address answered when the link was added. */
        LINK,
        /** What a check saw. */
        OBSERVATION,
        /** Words that a person stands for. */
        STATEMENT
    }
}

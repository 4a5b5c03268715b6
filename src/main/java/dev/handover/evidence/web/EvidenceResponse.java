package dev.handover.evidence.web;

import dev.handover.evidence.Evidence;
import dev.handover.shared.GoLiveKey;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * One version of one item, for clients.
 *
 * @param kind slug
 * @param form {@code file}, {@code link}, {@code observation} or {@code statement}
 * @param size in bytes
 * @param source address of a link; null otherwise
 * @param preview whether the content can be shown in a browser, by {@code ?inline}
 */
record EvidenceResponse(
        UUID id,
        String kind,
        String title,
        String form,
        int version,
        String sha256,
        long size,
        String mediaType,
        String fileName,
        URI source,
        String addedBy,
        Instant addedAt,
        boolean preview,
        Links links) {

    /** @param content the bytes of this very version */
    record Links(String self, String content) {}

    static EvidenceResponse of(Evidence evidence) {
        var self = address(evidence.goLive(), evidence.id());
        return new EvidenceResponse(
                evidence.id(),
                evidence.kind().slug(),
                evidence.title(),
                evidence.form().slug(),
                evidence.version(),
                evidence.sha256().sha256(),
                evidence.size(),
                evidence.mediaType(),
                evidence.fileName(),
                evidence.source(),
                evidence.addedBy(),
                evidence.addedAt(),
                Preview.of(evidence.mediaType()).isPresent(),
                new Links(self, self + "/content"));
    }

    static String address(GoLiveKey goLive, UUID id) {
        return "/api/go-lives/%s/evidence/%s".formatted(goLive, id);
    }
}

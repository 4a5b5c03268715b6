package dev.handover.evidence;

import dev.handover.shared.EvidenceKind;

/**
 * What a check observed, before it is evidence. Leave out what differs from run to run and proves nothing, or each run is a
 * change.
 *
 * @param mediaType of the bytes, for example {@code application/json}
 */
public record NewObservation(EvidenceKind kind, String title, String mediaType, byte[] bytes) {

    String fileName(String cleanTitle) {
        var extension =
                mediaType.equals("application/json") ? ".json" : mediaType.startsWith("text/") ? ".txt" : ".bin";
        return CleanText.fileName(cleanTitle + extension);
    }
}

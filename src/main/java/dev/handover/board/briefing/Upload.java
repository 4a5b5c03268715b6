package dev.handover.board.briefing;

import dev.handover.shared.EvidenceKind;
import java.util.List;

/**
 * Evidence can be added here.
 *
 * @param address takes a multipart POST with {@code kind}, {@code title} and one of {@code file}, {@code link}, {@code statement}
 * @param kinds what may be added, the usual one first
 * @param maxBytes largest file the server takes, in bytes
 */
record Upload(String address, List<EvidenceKind> kinds, long maxBytes) {

    /** The limit for people. */
    public String limit() {
        return Sizes.show(maxBytes);
    }
}

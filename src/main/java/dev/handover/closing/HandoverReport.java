package dev.handover.closing;

import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import java.time.Instant;

/** The handover report: one printable HTML document with everything there is to say about a go-live. */
public interface HandoverReport {

    /**
     * A report.
     *
     * @param html complete and self-contained: no script, and nothing that would have to be loaded
     * @param digest of the HTML's UTF-8 bytes
     * @param frozenAt when it was frozen; null for one that was written just now and can still change
     */
    record Written(String html, Digest digest, Instant frozenAt) {

        public boolean isFrozen() {
            return frozenAt != null;
        }
    }

    /**
     * The frozen report, or, until there is one, the report as things stand now.
     *
     * @throws Refusal (not found) for an unknown go-live
     * @throws IllegalStateException if the stored report is not the one that was frozen
     */
    Written of(GoLiveKey key);

    /**
     * Writes the report a last time and keeps it. Doing it again changes nothing, so a repeated job does no harm.
     *
     * @throws Refusal (not found) for an unknown go-live
     */
    void freeze(GoLiveKey key);
}

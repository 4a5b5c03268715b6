package dev.handover.signoff;

import dev.handover.evidence.Evidence;
import dev.handover.evidence.Manifest;

/**
 * An item of evidence that is not in a later manifest as it was in an earlier one.
 *
 * @param before as it was; null if it is new
 * @param after as it is; null if it is gone
 * @param earlier the version it was; null if it is new
 * @param later the version it is; null if it is gone
 */
public record ChangedItem(Manifest.Entry before, Manifest.Entry after, Evidence earlier, Evidence later) {

    /** The entry that names it. */
    public Manifest.Entry item() {
        return after == null ? before : after;
    }
}

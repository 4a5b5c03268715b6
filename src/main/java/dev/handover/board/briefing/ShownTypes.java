package dev.handover.board.briefing;

import dev.handover.evidence.Evidence;

/** Which evidence a browser may show in place; everything else is only to be downloaded. */
public final class ShownTypes {

    private ShownTypes() {}

    public static boolean isShown(Evidence evidence) {
        return evidence.form() == Evidence.Form.STATEMENT
                || EvidenceSections.preview(evidence) != EvidenceItem.Preview.NONE;
    }
}

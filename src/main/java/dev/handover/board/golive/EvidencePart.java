package dev.handover.board.golive;

import java.util.List;
import java.util.UUID;

/**
 * The evidence of one kind on the page.
 *
 * @param leftOut count of items that are not listed
 */
record EvidencePart(String kind, List<Item> items, int leftOut) {

    /** Most items of each kind; all of them are in the answer of the interface. */
    static final int MOST = 50;

    /** An item: its current version, and the earlier ones, newest first. */
    record Item(Version current, List<Version> earlier) {}

    /**
     * @param detail media type and size
     * @param digest abbreviated SHA-256
     * @param address of the bytes
     * @param shown true if a browser may show them in place
     */
    record Version(
            UUID id,
            String title,
            int number,
            String by,
            String at,
            String detail,
            String digest,
            String address,
            boolean shown) {}
}

package dev.handover.board.golive;

import java.util.List;

/**
 * Exactly what somebody signed, or was shown.
 *
 * @param kinds titles of the kinds it covers
 * @param differences to what stands now, one line each; empty if it is the same
 */
record ManifestPage(
        String key,
        String title,
        String sha256,
        String kinds,
        List<String> signedBy,
        List<Entry> entries,
        List<String> differences) {

    /**
     * @param number as in the form of a rejection, from 1
     * @param address of the very version; null if it cannot be found
     * @param standing how it compares with now
     */
    record Entry(int number, String kind, String title, String digest, int version, String address, Look standing) {}
}

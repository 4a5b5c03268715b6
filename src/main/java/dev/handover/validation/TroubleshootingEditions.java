package dev.handover.validation;

import dev.handover.shared.Digest;
import java.time.Instant;
import java.util.List;

/**
 * The troubleshooting table that comes with the product, and the editions that admins put in its place without a rebuild. An
 * edition holds over newer versions of the product until it is put back. It holds words only: nothing in it is evaluated.
 * Callers check who may do what. Implemented by the process module.
 */
public interface TroubleshootingEditions {

    /** Most bytes of a document that is taken. */
    int MOST_BYTES = 256 * 1024;

    /** Accepted instead of a digest by those who want to replace whatever is in force. */
    String ANY = "*";

    /**
     * A table with the document it is kept as.
     *
     * @param document DMN 1.3 in UTF-8
     * @param digest of the document
     */
    record Edition(String document, Digest digest, TroubleshootingTable table) {}

    /**
     * One act of an admin.
     *
     * @param digest of the table that is in force since
     * @param putBack true if the table of the product was put back in force
     * @param by user id
     */
    record Change(int number, Digest digest, boolean putBack, String by, Instant at) {}

    /** The table that answers now. */
    Edition inForce();

    /** The table of the product's present version. */
    Edition shipped();

    /** True if an edition is in force and the product has brought another table of its own since it was made. */
    boolean isNewerShipped();

    /** The last changes, the newest first, at most 50. */
    List<Change> changes();

    /**
     * Puts an edition in force, on all nodes at once.
     *
     * @param seen digest of the table that was changed, or {@link #ANY}
     * @throws UnusableTable if it is not exactly such a table of plain words, with every mistake
     * @throws dev.handover.shared.Refusal (conflict) if another table is in force than was seen, (too large)
     */
    Edition replace(byte[] document, String seen, String by);

    /**
     * Puts the product's own table back in force.
     *
     * @throws dev.handover.shared.Refusal (conflict) if another table is in force than was seen
     */
    Edition putBack(String seen, String by);
}

package dev.handover.board.troubleshooting;

import dev.handover.board.Times;
import dev.handover.board.briefing.Names;
import dev.handover.shared.Slugged;
import dev.handover.validation.TroubleshootingEditions;
import dev.handover.validation.TroubleshootingTable;
import java.util.List;

/**
 * The troubleshooting table and what happened to it.
 *
 * @param seen digest of the table in force: what a change sent from this page starts from
 * @param edited true if an edition of an admin is in force
 * @param newerShipped true if the product has brought another table since that edition was made
 * @param unanswered symptoms without a row
 */
record TroubleshootingPage(
        String seen,
        boolean edited,
        boolean newerShipped,
        List<TroubleshootingTable.Row> rows,
        List<String> unanswered,
        List<Entry> changes) {

    /** @param what is done; @param digest its first digits */
    record Entry(int number, String what, String by, String at, String digest) {}

    static TroubleshootingPage of(TroubleshootingEditions editions, Names names) {
        var inForce = editions.inForce();
        var changes = editions.changes();
        return new TroubleshootingPage(
                inForce.digest().sha256(),
                !changes.isEmpty() && !changes.get(0).putBack(),
                editions.isNewerShipped(),
                inForce.table().rows(),
                inForce.table().unanswered().stream().map(Slugged::slug).toList(),
                changes.stream().map(change -> entry(change, names)).toList());
    }

    /** The table belongs to no customer, so times are told in UTC. */
    private static Entry entry(TroubleshootingEditions.Change change, Names names) {
        return new Entry(
                change.number(),
                change.putBack() ? "Product's own table put back" : "Edition put in force",
                names.of(change.by()),
                Times.UTC.showWithZone(change.at()),
                change.digest().abbreviated());
    }
}

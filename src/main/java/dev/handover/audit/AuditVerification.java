package dev.handover.audit;

import dev.handover.audit.AuditChain.Head;
import dev.handover.audit.AuditChain.Link;
import dev.handover.audit.ChainReport.Break;
import dev.handover.audit.ChainReport.Flaw;
import dev.handover.shared.GoLiveKey;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Walks the audit log of a go-live from its first entry, a few hundred in memory at a time, and names the first that is not what was
 * recorded. Entries that are added meanwhile do no harm.
 */
@Service
public class AuditVerification {

    static final int PAGE = 500;

    private final AuditChain chain;
    private final AuditEntries entries;

    AuditVerification(AuditChain chain, AuditEntries entries) {
        this.chain = chain;
        this.entries = entries;
    }

    /** Reads all of the go-live's log. An unknown go-live has an unbroken log of no entries. */
    public ChainReport verify(GoLiveKey goLive) {
        return new Walk(goLive).toTheEnd();
    }

    /** One walk: where it stands, and what it was told about the end before it began. */
    private final class Walk {

        private final GoLiveKey goLive;
        private final Head head;
        private final Optional<Head> checkpoint;
        private Head last;
        private Head beforeLast = new Head(-1, "");

        Walk(GoLiveKey goLive) {
            this.goLive = goLive;
            this.head = chain.head(goLive);
            this.checkpoint = chain.checkpoint(goLive);
            this.last = new Head(0, AuditEntry.genesis(goLive).sha256());
        }

        ChainReport toTheEnd() {
            for (var page = next(); !page.isEmpty(); page = next()) {
                for (var link : page) {
                    var broken = breakAt(link);
                    if (broken.isPresent()) {
                        return report(broken.get());
                    }
                    beforeLast = last;
                    last = new Head(link.seq(), link.hash());
                }
            }
            return report(breakAtTheEnd().orElse(null));
        }

        private List<Link> next() {
            return chain.following(goLive, last.length(), PAGE);
        }

        private ChainReport report(Break broken) {
            return new ChainReport(goLive, last.length(), last.hash(), broken);
        }

        private Optional<Break> breakAt(Link link) {
            var seq = last.length() + 1;
            if (link.seq() != seq || link.entry() == null) {
                return Optional.of(Break.of(seq, Flaw.MISSING, null));
            }
            if (!link.isConsistent()) {
                return Optional.of(Break.of(seq, belongsToAnother(link) ? Flaw.REORDERED : Flaw.CHANGED, link.entry()));
            }
            if (!link.previous().equals(last.hash())) {
                return Optional.of(wrongPlace(link));
            }
            return isOtherThanKept(link) ? Optional.of(Break.of(seq, Flaw.CHANGED, link.entry())) : Optional.empty();
        }

        /** The entry is a true one, but does not follow the one before it. */
        private Break wrongPlace(Link link) {
            if (link.previous().equals(beforeLast.hash())) { // two follow the same one: the first of them was put in
                var inserted = chain.following(goLive, beforeLast.length(), 1).get(0);
                return Break.of(inserted.seq(), Flaw.INSERTED, inserted.entry());
            }
            if (chain.has(goLive, link.previous())) {
                return Break.of(link.seq(), Flaw.REORDERED, link.entry());
            }
            var skipped = chain.following(goLive, link.seq(), 1).stream()
                    .anyMatch(next -> next.previous().equals(last.hash()));
            return skipped
                    ? Break.of(link.seq(), Flaw.INSERTED, link.entry())
                    : Break.of(link.seq(), Flaw.MISSING, null);
        }

        /** Whether the hash in this place is that of another entry of the go-live. */
        private boolean belongsToAnother(Link link) {
            var found = entries.following(goLive, 0, PAGE);
            while (!found.isEmpty()) {
                if (found.stream()
                        .anyMatch(each -> each.hash(link.previous()).sha256().equals(link.hash()))) {
                    return true;
                }
                found = entries.following(goLive, found.get(found.size() - 1).id(), PAGE);
            }
            return false;
        }

        /** Whoever makes a whole chain anew does not get past what was known of it before. */
        private boolean isOtherThanKept(Link link) {
            return Optional.of(head)
                            .filter(kept -> kept.length() == link.seq())
                            .filter(kept -> !kept.hash().equals(link.hash()))
                            .isPresent()
                    || checkpoint
                            .filter(kept -> kept.length() == link.seq())
                            .filter(kept -> !kept.hash().equals(link.hash()))
                            .isPresent();
        }

        private Optional<Break> breakAtTheEnd() {
            var known = Math.max(head.length(), checkpoint.map(Head::length).orElse(0L));
            if (last.length() < known) {
                return Optional.of(Break.of(last.length() + 1, Flaw.CUT_OFF, null));
            }
            var counted = chain.head(goLive).length();
            if (counted < last.length()) {
                var uncounted = chain.following(goLive, counted, 1).get(0);
                return Optional.of(Break.of(uncounted.seq(), Flaw.INSERTED, uncounted.entry()));
            }
            return entries.firstNotLinked(goLive).map(entry -> Break.of(last.length() + 1, Flaw.NOT_LINKED, entry));
        }
    }
}

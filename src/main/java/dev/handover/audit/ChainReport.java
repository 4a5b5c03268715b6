package dev.handover.audit;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Slugged;
import java.time.Instant;

/**
 * How a go-live's audit log was found.
 *
 * @param length count of entries that prove each other, from the first one
 * @param hash of the last of them
 * @param broken the first entry that is not what it was; null if there is none
 */
public record ChainReport(GoLiveKey goLive, long length, String hash, Break broken) {

    /** What was done to an entry. */
    public enum Flaw implements Slugged {
        /** What it says, or its hash, is not what was recorded. */
        CHANGED,
        /** It is not there any more. */
        MISSING,
        /** It was put in afterwards. */
        INSERTED,
        /** It stands in another place than it was recorded in. */
        REORDERED,
        /** It was added past the application: no part of the chain. */
        NOT_LINKED,
        /** It and all that followed were taken off the end. */
        CUT_OFF
    }

    /**
     * The first broken entry.
     *
     * @param seq its place, counted from 1; of one that is not linked, the place after the last
     * @param actor who, as far as an entry is there; else null
     * @param at when, likewise
     * @param words what, likewise
     */
    public record Break(long seq, Flaw flaw, String actor, Instant at, String words) {

        static Break of(long seq, Flaw flaw, AuditEntry entry) {
            return entry == null
                    ? new Break(seq, flaw, null, null, null)
                    : new Break(
                            seq,
                            flaw,
                            entry.act().actor(),
                            entry.at(),
                            entry.act().words());
        }
    }

    public boolean isUnbroken() {
        return broken == null;
    }

    /** For people: which entry, and what is the matter with it. */
    public String inWords() {
        if (isUnbroken()) {
            return "The audit log of %s is unbroken: %d entries.".formatted(goLive, length);
        }
        var whose = broken.actor() == null
                ? ""
                : " (\"%s\" by %s at %s)".formatted(broken.words(), broken.actor(), broken.at());
        return "The audit log of %s is broken: entry %d%s was found %s."
                .formatted(goLive, broken.seq(), whose, broken.flaw().slug().replace('-', ' '));
    }
}

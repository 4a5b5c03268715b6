package dev.handover.audit;

import dev.handover.audit.AuditEntry.Kind;
import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who did, saw or was refused what, when, for whom, on which evidence and from where. An entry is there if and only if the transaction
 * that adds it commits; it then is the next one of its go-live's chain.
 */
@Service
public class AuditLog {

    /** The same shown to the same person within this time is one entry. */
    static final Duration SHOWN_ONCE = Duration.ofHours(1);

    private final AuditEntries entries;
    private final AuditChain chain;
    private final EntityManager entities;
    private final Clock clock;

    AuditLog(AuditEntries entries, AuditChain chain, EntityManager entities, Clock clock) {
        this.entries = entries;
        this.chain = chain;
        this.entities = entities;
        this.clock = clock;
    }

    /** Records an act in the transaction of the act. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(GoLiveKey goLive, Act act) {
        add(goLive, Kind.ACT, act);
    }

    /**
     * Records that a person is about to be shown something. Whoever shows it calls this first: what cannot be recorded is not shown.
     *
     * @param what in a few words; never the content itself
     * @param content digest of what is shown; null where it has none
     */
    @Transactional
    public void shown(GoLiveKey goLive, String person, String what, Digest content) {
        var act = Act.of(person, what, null).on(content);
        if (!entries.wasShown(goLive, act, clock.instant().minus(SHOWN_ONCE))) {
            add(goLive, Kind.SHOWN, act);
        }
    }

    /** Records what was refused, in a transaction of its own, since the one of the attempt has rolled back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(GoLiveKey goLive, String person, String what, String why) {
        add(goLive, Kind.REFUSED, Act.of(person, what, why));
    }

    private void add(GoLiveKey goLive, Kind kind, Act act) {
        var onCommit = ChainOnCommit.current(chain, entities::flush);
        onCommit.add(goLive, entries.add(goLive, clock.instant(), kind, act));
    }

    /** What was done, oldest first, with what the current transaction has recorded. */
    @Transactional(readOnly = true)
    public List<AuditEntry> acts(GoLiveKey goLive) {
        return entries.of(goLive, Kind.ACT);
    }

    /** One entry with what proves it. @param seq place in the go-live's log, counted from 1 */
    public record Proven(long seq, AuditEntry entry, String previous, String hash) {}

    /**
     * A part of a go-live's log, in order.
     *
     * @param after place after which it begins; 0 for the beginning
     * @param count of entries at most
     */
    @Transactional(readOnly = true)
    public List<Proven> read(GoLiveKey goLive, long after, int count) {
        return chain.following(goLive, after, count).stream()
                .filter(link -> link.entry() != null)
                .map(link -> new Proven(link.seq(), link.entry(), link.previous(), link.hash()))
                .toList();
    }

    /** Count of entries. */
    @Transactional(readOnly = true)
    public long length(GoLiveKey goLive) {
        return chain.head(goLive).length();
    }
}

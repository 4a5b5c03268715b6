package dev.handover.golive;

import dev.handover.audit.Act;
import dev.handover.audit.AuditEntry;
import dev.handover.audit.AuditLog;
import dev.handover.shared.Digest;
import dev.handover.shared.Directory;
import dev.handover.shared.GoLiveKey;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who did what and when, in the order it happened: the acts of the audit log. Entries are part of the transaction of the act they tell
 * of.
 */
@Service
public class Timeline {

    /** Actor of what the process does by itself. */
    public static final String SYSTEM = "handover";

    private final AuditLog audit;
    private final Directory directory;

    Timeline(AuditLog audit, Directory directory) {
        this.audit = audit;
        this.directory = directory;
    }

    /** @param detail the words that go with the act; may be null */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(GoLiveKey goLive, String actor, String act, String detail) {
        add(goLive, Act.of(actor, act, detail));
    }

    /** The same for somebody who may be a deputy; the words of the act then say for whom. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(GoLiveKey goLive, Acting acting, String act, String detail) {
        add(goLive, acting, act, detail, null);
    }

    /** @param manifest digest of the evidence that was decided on; null where there is none */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(GoLiveKey goLive, Acting acting, String act, String detail, Digest manifest) {
        var words = acting.isDeputy() ? act + ", as deputy for " + directory.nameOf(acting.onBehalfOf()) : act;
        add(
                goLive,
                Act.of(acting.by(), words, detail)
                        .onBehalfOf(acting.onBehalfOf())
                        .on(manifest));
    }

    private void add(GoLiveKey goLive, Act act) {
        audit.record(goLive, act);
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<TimelineEntry> of(GoLiveKey goLive) {
        return audit.acts(goLive).stream().map(Timeline::view).toList();
    }

    private static TimelineEntry view(AuditEntry entry) {
        var act = entry.act();
        return new TimelineEntry(entry.at(), act.actor(), act.onBehalfOf(), act.words(), act.detail());
    }
}

package dev.handover.golive;

import dev.handover.shared.Directory;
import dev.handover.shared.GoLiveKey;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who did what and when, in the order it happened. Entries are part of the transaction of the act they tell of. */
@Service
public class Timeline {

    /** Actor of what the process does by itself. */
    public static final String SYSTEM = "handover";

    private final TimelineEntries entries;
    private final Directory directory;
    private final Clock clock;

    Timeline(TimelineEntries entries, Directory directory, Clock clock) {
        this.entries = entries;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param detail the words that go with the act; may be null */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(GoLiveKey goLive, String actor, String act, String detail) {
        add(goLive, Acting.self(actor), act, detail);
    }

    /** The same for somebody who may be a deputy; the words of the act then say for whom. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(GoLiveKey goLive, Acting acting, String act, String detail) {
        var words = acting.isDeputy() ? act + ", as deputy for " + directory.nameOf(acting.onBehalfOf()) : act;
        entries.save(new TimelineEntry(goLive, clock.instant(), acting, words, detail == null ? "" : detail));
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<TimelineEntry> of(GoLiveKey goLive) {
        return entries.findByGoLiveOrderById(goLive.value());
    }
}

package dev.handover.golive;

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
    private final Clock clock;

    Timeline(TimelineEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** @param detail the words that go with the act; may be null */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(GoLiveKey goLive, String actor, String act, String detail) {
        entries.save(new TimelineEntry(goLive, clock.instant(), actor, act, detail == null ? "" : detail));
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<TimelineEntry> of(GoLiveKey goLive) {
        return entries.findByGoLiveOrderById(goLive.value());
    }
}

package dev.handover.golive;

import java.util.List;
import org.springframework.data.repository.Repository;

/** What happened in all go-lives. */
interface TimelineEntries extends Repository<TimelineEntry, Long> {

    TimelineEntry save(TimelineEntry entry);

    List<TimelineEntry> findByGoLiveOrderById(String goLive);
}

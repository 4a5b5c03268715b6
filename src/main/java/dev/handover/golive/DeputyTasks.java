package dev.handover.golive;

import dev.handover.shared.GoLiveKey;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves open tasks when a deputy's period begins or ends: in the go-lives of the person who is stood for, and no others. */
@Service
public class DeputyTasks {

    private final DeputyRows rows;
    private final Participants participants;
    private final GoLiveLocks locks;
    private final HandoffProcess process;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeputyTasks(
            DeputyRows rows,
            Participants participants,
            GoLiveLocks locks,
            HandoffProcess process,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.participants = participants;
        this.locks = locks;
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    /** Periods whose tasks are not where they belong now. */
    @Transactional(readOnly = true)
    public List<UUID> due() {
        return rows.toMove(clock.instant());
    }

    /**
     * Gives the tasks of one period to whom they belong now. Done twice, or by two nodes at once, it changes nothing more; if
     * another transaction is at it, this one leaves it to that.
     */
    @Transactional
    public void move(UUID id) {
        var deputy = rows.lockIfFree(id).flatMap(free -> rows.findById(id));
        deputy.filter(each -> each.moveTasks(clock.instant()))
                .ifPresent(each -> participants.runningGoLivesOf(each.principal()).stream()
                        .sorted()
                        .map(GoLiveKey::new)
                        .forEach(this::handOver));
    }

    /** Says in which go-lives another person will stand in, or no longer will, whenever the period begins. */
    @Transactional
    public void announce(String principal) {
        participants.runningGoLivesOf(principal).stream()
                .sorted()
                .map(GoLiveKey::new)
                .forEach(this::announce);
    }

    private void announce(GoLiveKey key) {
        locks.hold(key);
        events.publishEvent(new StandInsChanged(key));
    }

    private void handOver(GoLiveKey key) {
        locks.hold(key);
        process.peopleChanged(key);
    }
}

package dev.handover.golive;

import dev.handover.shared.GoLiveKey;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has requesters told, when an absence begins, of the tasks that wait for the person and that nobody else is asked for. */
@Service
public class AbsenceTasks {

    private final AbsenceRows rows;
    private final Participants participants;
    private final GoLiveLocks locks;
    private final HandoffProcess process;
    private final Clock clock;

    AbsenceTasks(AbsenceRows rows, Participants participants, GoLiveLocks locks, HandoffProcess process, Clock clock) {
        this.rows = rows;
        this.participants = participants;
        this.locks = locks;
        this.process = process;
        this.clock = clock;
    }

    /** Absences that have begun, and of which nobody has been told. */
    @Transactional(readOnly = true)
    public List<UUID> due() {
        return rows.toTell(clock.instant());
    }

    /** Looks at the person's tasks, once; if another transaction is at it, this one leaves it to that. */
    @Transactional
    public void tell(UUID id) {
        rows.lockIfFree(id).flatMap(free -> rows.findById(id)).ifPresent(absence -> {
            absence.tell();
            if (absence.stateAt(clock.instant()) == EnteredPeriod.State.NOW) {
                participants.runningGoLivesOf(absence.person()).stream()
                        .sorted()
                        .map(GoLiveKey::new)
                        .forEach(this::look);
            }
        });
    }

    private void look(GoLiveKey key) {
        locks.hold(key);
        process.peopleChanged(key);
    }
}

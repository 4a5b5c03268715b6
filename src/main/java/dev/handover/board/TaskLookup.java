package dev.handover.board;

import dev.handover.shared.GoLiveKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The user tasks that wait in the process. Implemented by the process module. */
public interface TaskLookup {

    /** The go-live of the open task with that id; empty for one that is unknown or done. Cheap, so it tells strangers nothing by its time. */
    Optional<GoLiveKey> goLiveOf(String taskId);

    /** The open task with that id, whoever holds it; empty for one that is unknown or done. Callers check who may see it. */
    Optional<OpenTask> find(String taskId);

    /** What a person has to do now: tasks assigned to them, the one due first first, at most 200. */
    List<OpenTask> heldBy(String userId);

    /**
     * Everything of one go-live that waits for somebody, the oldest first, at most 200. Of their subject only the step is
     * filled in. Callers check who may see it.
     */
    List<OpenTask> of(GoLiveKey goLive);

    /**
     * Everything of these go-lives that waits for somebody, the one due first first, at most 200. Nothing of their subject is
     * filled in. Callers check who may see it.
     */
    List<OpenTask> of(Collection<GoLiveKey> goLives);
}

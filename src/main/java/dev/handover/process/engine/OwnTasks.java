package dev.handover.process.engine;

import dev.handover.access.Group;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.history.HistoricTaskInstanceQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;

/**
 * Whose a task is: of whoever holds it, and of the person a deputy holds it for. Both stand in the task itself, in columns
 * with an index, so whoever gets a task sees it at once and whoever loses it does not. Nothing else of a go-live is open in
 * the engine to people who may not read every one.
 */
final class OwnTasks {

    private static final Set<String> READERS = Set.of(Group.ADMINS.id(), Group.AUDITORS.id());

    private OwnTasks() {}

    /** True for people who see all go-lives. What they may do says the engine's table of rights. */
    static boolean seesEverything(Authentication person) {
        List<String> groups = person.getGroupIds();
        return groups != null && groups.stream().anyMatch(READERS::contains);
    }

    static boolean isOf(String userId, Task task) {
        return userId != null && (userId.equals(task.getAssignee()) || userId.equals(task.getOwner()));
    }

    /**
     * Beside what the query asks for; one that asks for the person's tasks anyway stays as it is, and uses its index.
     *
     * @param hasLent whether a deputy holds a task for the person. Hardly anybody has, and a question for holder or owner
     *     reads each of the tasks, one for the holder alone only an index.
     */
    static void narrow(TaskQueryImpl query, String userId, Predicate<String> hasLent) {
        if (!userId.equals(query.getAssignee()) && !userId.equals(query.getOwner())) {
            var own = query.or().taskAssignee(userId);
            (hasLent.test(userId) ? own.taskOwner(userId) : own).endOr();
        }
    }

    /** The same for what the history holds of them, as long as they are open. */
    static void narrow(HistoricTaskInstanceQuery query, String userId) {
        query.unfinished().or().taskAssignee(userId).taskOwner(userId).endOr();
    }
}

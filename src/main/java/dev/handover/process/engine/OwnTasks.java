package dev.handover.process.engine;

import dev.handover.access.Group;
import java.util.List;
import java.util.Set;
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

    /** Beside what the query asks for; one that asks for the person's tasks anyway stays as it is, and uses its index. */
    static void narrow(TaskQueryImpl query, String userId) {
        if (!userId.equals(query.getAssignee())) {
            query.or().taskAssignee(userId).taskOwner(userId).endOr();
        }
    }

    /** The same for what the history holds of them, as long as they are open. */
    static void narrow(HistoricTaskInstanceQuery query, String userId) {
        query.unfinished().or().taskAssignee(userId).taskOwner(userId).endOr();
    }
}

package dev.handover.process.identity;

import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;

import dev.handover.access.Group;
import dev.handover.process.identity.Grants.Grant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The ready-made filters of Tasklist. Whoever may see a filter sees through it the tasks that are theirs to see, and no
 * others. Nobody can save filters of their own: a saved filter may hold expressions, which the engine evaluates.
 */
@Component
class TaskFilters {

    private static final List<Group> EVERYBODY = List.of(Group.values());
    private static final List<Group> READERS = List.of(Group.ADMINS, Group.AUDITORS);

    private final FilterService filters;
    private final TaskService tasks;

    TaskFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /** Creates the filters that are missing, and tells who must be allowed to see which. */
    List<Grant> ensure() {
        var grants = new ArrayList<Grant>();
        grants.addAll(ensure("My tasks", "Waiting for me", 10, mine(), EVERYBODY));
        grants.addAll(ensure("My group's tasks", "Waiting for anybody in one of my groups", 20, groups(), EVERYBODY));
        grants.addAll(ensure("Overdue", "Past their due date", 30, overdue(), EVERYBODY));
        grants.addAll(ensure("All open", "Every open task of every go-live", 40, tasks.createTaskQuery(), READERS));
        return grants;
    }

    private TaskQuery mine() {
        return tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}");
    }

    private TaskQuery groups() {
        return tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}");
    }

    private TaskQuery overdue() {
        return tasks.createTaskQuery().dueBeforeExpression("${now()}");
    }

    private List<Grant> ensure(String name, String description, int priority, TaskQuery query, List<Group> readers) {
        var filter = filters.createFilterQuery().filterName(name).singleResult();
        var id = filter == null ? create(name, description, priority, query) : filter.getId();
        return readers.stream().map(group -> Grant.of(group, FILTER, id, READ)).toList();
    }

    private String create(String name, String description, int priority, TaskQuery query) {
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query.orderByDueDate().asc());
        filter.setProperties(Map.of(
                "description", description,
                "priority", priority,
                "refresh", true));
        return filters.saveFilter(filter).getId();
    }
}

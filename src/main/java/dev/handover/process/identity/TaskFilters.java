package dev.handover.process.identity;

import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;

import dev.handover.access.Group;
import dev.handover.process.TaskColumn;
import dev.handover.process.identity.Grants.Grant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
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

    /** Always empty: tasks are given to persons, see {@code docs/adr/0027-rights-that-scale.md}. */
    private static final String FORMER = "My group's tasks";

    private final FilterService filters;
    private final TaskService tasks;

    TaskFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /**
     * Brings the filters to the state that this version wants, also those that an earlier version made, and tells who must be
     * allowed to see which. A filter keeps its name and its id. None has an order of its own: it would come before the one
     * that a person chooses in the Tasklist.
     */
    List<Grant> ensure() {
        filters.createFilterQuery().filterName(FORMER).list().forEach(filter -> filters.deleteFilter(filter.getId()));
        var grants = new ArrayList<Grant>();
        grants.addAll(ensure("My tasks", "Waiting for me", 10, mine(), EVERYBODY));
        grants.addAll(ensure("With my deputy", "In the hands of somebody who stands in for me", 20, lent(), EVERYBODY));
        grants.addAll(ensure("Overdue", "Past their due date", 30, overdue(), EVERYBODY));
        grants.addAll(ensure("All open", "Every open task of every go-live", 40, tasks.createTaskQuery(), READERS));
        grants.addAll(ensure(
                "Waiting for others",
                "In the hands of somebody, whoever it is",
                50,
                tasks.createTaskQuery().taskAssigned(),
                READERS));
        grants.addAll(ensure(
                "Waiting for nobody",
                "Their role is open: nobody has been named, or nobody stands in",
                60,
                tasks.createTaskQuery().taskUnassigned(),
                READERS));
        return grants;
    }

    private TaskQuery mine() {
        return tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}");
    }

    private TaskQuery lent() {
        return tasks.createTaskQuery().taskOwnerExpression("${currentUser()}");
    }

    private TaskQuery overdue() {
        return tasks.createTaskQuery().dueBeforeExpression("${now()}");
    }

    private List<Grant> ensure(String name, String description, int priority, TaskQuery query, List<Group> readers) {
        var existing = filters.createFilterQuery().filterName(name).singleResult();
        var filter = existing == null ? filters.newTaskFilter(name) : existing;
        filter.setQuery(query);
        filter.setProperties(properties(description, priority));
        var id = filters.saveFilter(filter).getId();
        return readers.stream().map(group -> Grant.of(group, FILTER, id, READ)).toList();
    }

    /** In an order that is always the same: the engine keeps them as text, and writes only what has changed. */
    private static Map<String, Object> properties(String description, int priority) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("description", description);
        properties.put("priority", priority);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put(
                "variables",
                Arrays.stream(TaskColumn.values()).map(TaskFilters::column).toList());
        return properties;
    }

    private static Map<String, String> column(TaskColumn column) {
        var shown = new LinkedHashMap<String, String>();
        shown.put("name", column.variable());
        shown.put("label", column.label());
        return shown;
    }
}

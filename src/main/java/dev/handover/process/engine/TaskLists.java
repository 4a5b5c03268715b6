package dev.handover.process.engine;

import static org.camunda.bpm.engine.impl.VariableInstanceQueryProperty.TASK_ID;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.springframework.core.io.ClassPathResource;

/**
 * The engine's lists and counts of tasks, without the {@code distinct} by which it reads and sorts everything that is found
 * before it shows the first page. A query that could find a task twice keeps it: one that joins the people to whom a task
 * is offered, the rows of the table of rights, or variables of an execution.
 */
class TaskLists extends TaskManager {

    private static final ClassPathResource STATEMENTS = new ClassPathResource("handover/task-lists.xml");
    private static final String NAMESPACE = TaskLists.class.getName();

    /** Whether a deputy holds a task for the person with this id. */
    static final String HAS_LENT = NAMESPACE + ".hasLent";

    @Override
    @SuppressWarnings("unchecked") // as the engine does: the statement's result map makes tasks
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        configureQuery(query);
        return getDbEntityManager()
                .selectList(findsEachOnce(query) ? NAMESPACE + ".page" : "selectTaskByQueryCriteria", query);
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        configureQuery(query);
        return (Long) getDbEntityManager()
                .selectOne(findsEachOnce(query) ? NAMESPACE + ".count" : "selectTaskCountByQueryCriteria", query);
    }

    private static boolean findsEachOnce(TaskQueryImpl query) {
        return !query.getAuthCheck().getShouldPerformAuthorizatioCheck()
                && query.getQueries().stream().noneMatch(TaskLists::looksAtOffers)
                && query.getOrderingProperties().stream().allMatch(TaskLists::isOneForEachTask);
    }

    private static boolean looksAtOffers(TaskQueryImpl query) {
        return query.getInvolvedUser() != null
                || query.getCandidateUser() != null
                || query.getCandidateGroups() != null
                || query.getCandidateGroupLike() != null
                || query.isWithCandidateGroups()
                || query.isWithCandidateUsers();
    }

    /** Columns of the task, and its own variables, of which each task has one of a name; an execution's may be many. */
    private static boolean isOneForEachTask(QueryOrderingProperty order) {
        return order.getRelation() == null
                || order.getRelationConditions().stream()
                        .anyMatch(condition -> condition.getProperty().equals(TASK_ID));
    }

    /** Adds our statements to the engine's, whose parts they use. */
    static void addStatements(Configuration mappings) {
        try (var statements = STATEMENTS.getInputStream()) {
            new XMLMapperBuilder(statements, mappings, STATEMENTS.getPath(), mappings.getSqlFragments()).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the engine these lists instead of its own. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return TaskManager.class;
        }

        @Override
        public Session openSession() {
            return new TaskLists();
        }
    }
}

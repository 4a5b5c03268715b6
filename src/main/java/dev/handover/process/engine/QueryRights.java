package dev.handover.process.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.ProcessDefinitionStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.task.Task;

/**
 * What the engine's queries find. People who see all go-lives are judged by the engine's table of rights, which holds a few
 * rows for each group; whoever may read every task is not judged task by task. For everybody else the queries that Tasklist needs are narrowed to {@link OwnTasks}, without a look
 * at the table; all others find nothing, since nobody else is granted anything there.
 */
class QueryRights extends AuthorizationManager {

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        if (isNarrowed()) {
            open(query.getAuthCheck());
            OwnTasks.narrow(query, userId(), this::hasLent);
        } else if (readsEveryTask()) {
            open(query.getAuthCheck());
        } else {
            super.configureTaskQuery(query);
        }
    }

    @Override
    public void configureHistoricTaskInstanceQuery(HistoricTaskInstanceQueryImpl query) {
        if (isNarrowed()) {
            open(query.getAuthCheck());
            OwnTasks.narrow(query, userId());
        } else {
            super.configureHistoricTaskInstanceQuery(query);
        }
    }

    /** The columns of Tasklist: variables of tasks, their executions and instances. */
    @Override
    protected void configureVariableInstanceQuery(VariableInstanceQueryImpl query) {
        if (isNarrowed() && areTheirs(query.getVariableScopeIds())) {
            open(query.getAuthCheck());
        } else {
            super.configureVariableInstanceQuery(query);
        }
    }

    /** How many instances run is told only to those who may see them; the engine itself asks for the definitions alone. */
    @Override
    public void configureProcessDefinitionStatisticsQuery(ProcessDefinitionStatisticsQueryImpl query) {
        configureQuery(query, PROCESS_DEFINITION, "RES.KEY_", READ_INSTANCE);
    }

    private boolean isNarrowed() {
        return isAuthCheckExecuted() && !OwnTasks.seesEverything(getCurrentAuthentication());
    }

    /** Asked once, instead of for each task that is found. A right may be taken away for a single task only by its own row. */
    private boolean readsEveryTask() {
        var person = getCurrentAuthentication();
        return isAuthCheckExecuted()
                && !isRevokeAuthCheckEnabled(person.getUserId(), person.getGroupIds())
                && isAuthorized(READ, TASK, ANY);
    }

    private boolean hasLent(String userId) {
        return getDbEntityManager().selectBoolean(TaskLists.HAS_LENT, userId);
    }

    private String userId() {
        return getCurrentAuthentication().getUserId();
    }

    private static void open(AuthorizationCheck check) {
        check.setAuthorizationCheckEnabled(false);
    }

    private boolean areTheirs(String... scopes) {
        return scopes != null && scopes.length > 0 && scopesOfTasks(scopes).containsAll(Arrays.asList(scopes));
    }

    private Set<String> scopesOfTasks(String... among) {
        var query = (TaskQueryImpl) new TaskQueryImpl()
                .or()
                .taskIdIn(among)
                .processInstanceIdIn(among)
                .endOr();
        return getTaskManager().findTasksByQueryCriteria(query).stream()
                .flatMap(QueryRights::scopesOf)
                .collect(Collectors.toSet());
    }

    private static Stream<String> scopesOf(Task task) {
        return Stream.of(task.getId(), task.getExecutionId(), task.getProcessInstanceId());
    }

    /** Gives the engine these rights instead of its own. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new QueryRights();
        }
    }
}

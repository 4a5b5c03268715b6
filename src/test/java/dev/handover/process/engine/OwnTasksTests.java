package dev.handover.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import dev.handover.ApplicationTest;
import dev.handover.Handoff;
import dev.handover.access.Group;
import dev.handover.shared.HandoverException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people find in the engine of a task that is theirs, and of all others. */
@ApplicationTest
class OwnTasksTests {

    private static final String OWNER = "production";

    @Autowired
    private Handoff handoff;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorizations;

    @AfterEach
    void inNobodysName() {
        identity.clearAuthentication();
    }

    @Test
    void noRightIsWrittenForATask() {
        handoff.start();
        for (Resource resource :
                List.of(Resources.TASK, Resources.HISTORIC_TASK, Resources.HISTORIC_PROCESS_INSTANCE)) {
            assertThat(authorizations
                            .createAuthorizationQuery()
                            .resourceType(resource)
                            .listPage(0, 1000))
                    .extracting(Authorization::getResourceId)
                    .allMatch("*"::equals);
        }
    }

    @Test
    void aTaskIsSeenByItsHolderAndByThePersonADeputyHoldsItFor() {
        var task = taskOf(OWNER);
        assertThat(sees(OWNER, task)).isTrue();
        assertThat(sees("support", task)).isFalse();

        tasks.setOwner(task.getId(), OWNER);
        tasks.setAssignee(task.getId(), "support");

        assertThat(sees("support", task)).isTrue();
        assertThat(sees(OWNER, task)).isTrue();

        tasks.setOwner(task.getId(), "support");

        assertThat(sees(OWNER, task)).isFalse();
        assertThatThrownBy(() -> as(OWNER, () -> tasks.getVariables(task.getId())))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void whateverSomebodyAsksForTheyFindTheirOwn() {
        var task = taskOf(OWNER);
        assertThat(as(
                        "support",
                        () -> tasks.createTaskQuery().taskAssignee(OWNER).count()))
                .isZero();
        assertThat(as(
                        "support",
                        () -> tasks.createTaskQuery()
                                .or()
                                .taskAssignee(OWNER)
                                .taskAssignee("support")
                                .taskId(task.getId())
                                .endOr()
                                .listPage(0, 50)))
                .extracting(Task::getAssignee)
                .containsOnly("support");
        assertThat(as("support", () -> tasks.createTaskQuery().taskUnassigned().count()))
                .isZero();
        assertThat(as(
                        "admin",
                        "camunda-admin",
                        () -> tasks.createTaskQuery().taskId(task.getId()).count()))
                .isOne();
    }

    @Test
    void whoReadsAllTasksLosesThoseThatAreTakenAwayFromThem() {
        var task = taskOf(OWNER);
        var readers = Group.AUDITORS.id();
        Supplier<Long> found = () -> as(
                "auditor",
                readers,
                () -> tasks.createTaskQuery().taskId(task.getId()).count());
        assertThat(found.get()).isOne();

        var revoked = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        revoked.setUserId("auditor");
        revoked.setResource(Resources.TASK);
        revoked.setResourceId(task.getId());
        revoked.removePermission(Permissions.READ);
        authorizations.saveAuthorization(revoked);
        try {
            assertThat(found.get()).isZero();
        } finally {
            authorizations.deleteAuthorization(revoked.getId());
        }
    }

    @Test
    void whoReadsAllTasksDoesSoByTheTableOfRights() {
        var task = taskOf(OWNER);
        var readers = Group.AUDITORS.id();
        var rights = Stream.of(Resources.TASK, Resources.PROCESS_DEFINITION)
                .map(resource -> authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(readers)
                        .resourceType(resource)
                        .singleResult())
                .toList();
        rights.forEach(right -> change(right, ANY, "nothing"));
        try {
            assertThat(as(
                            "auditor",
                            readers,
                            () -> tasks.createTaskQuery().taskId(task.getId()).count()))
                    .isZero();
        } finally {
            rights.forEach(right -> change(right, "nothing", ANY));
        }
    }

    @Test
    void theHistoryOfATaskIsTheirsAsLongAsItIsOpen() {
        var task = taskOf(OWNER);
        assertThat(inHistory(OWNER, task)).isOne();
        assertThat(inHistory("support", task)).isZero();
        as(OWNER, () -> {
            tasks.complete(task.getId(), Map.of("decision", "accept"));
            return null;
        });
        assertThat(inHistory(OWNER, task)).isZero();
    }

    @Test
    void variablesAreSeenOfOwnTasksOnly() {
        var mine = taskOf(OWNER);
        var other = taskOf("support");
        var instance = mine.getProcessInstanceId();
        assertThat(variables(OWNER, mine.getExecutionId(), instance)).isPositive();
        assertThat(variables(OWNER, mine.getExecutionId(), other.getExecutionId()))
                .isZero();
        assertThat(variables("outsider", instance)).isZero();
        assertThat(as(
                        OWNER,
                        () -> runtime.createVariableInstanceQuery()
                                .processInstanceIdIn(instance)
                                .count()))
                .isZero();
    }

    @Test
    void commentsBelongToTheirTask() {
        var task = taskOf(OWNER);
        var other = taskOf("support");
        var comment = as(OWNER, () -> tasks.createComment(task.getId(), null, "Who has the key?"));
        assertThat(as(OWNER, () -> tasks.getTaskComment(task.getId(), comment.getId())))
                .isNotNull();
        assertThat(as("support", () -> tasks.getTaskComment(task.getId(), comment.getId())))
                .isNull();
        assertThatThrownBy(() -> as("support", () -> tasks.createComment(task.getId(), null, "I have.")))
                .isInstanceOf(HandoverException.class);
        assertThatThrownBy(() ->
                        as(OWNER, () -> tasks.createComment(task.getId(), other.getProcessInstanceId(), "Not there.")))
                .isInstanceOf(HandoverException.class);
    }

    private void change(Authorization right, String from, String to) {
        var current = authorizations
                .createAuthorizationQuery()
                .authorizationId(right.getId())
                .singleResult();
        assertThat(current.getResourceId()).isEqualTo(from);
        current.setResourceId(to);
        authorizations.saveAuthorization(current);
    }

    private Task taskOf(String person) {
        var id = handoff.start().task(person, "UserTask_AcceptRole").get("id").asText();
        return tasks.createTaskQuery().taskId(id).singleResult();
    }

    private boolean sees(String person, Task task) {
        var listed =
                as(person, () -> tasks.createTaskQuery().taskId(task.getId()).count()) == 1;
        if (listed) {
            assertThat(as(person, () -> tasks.getIdentityLinksForTask(task.getId())))
                    .isNotEmpty();
        }
        return listed;
    }

    private long inHistory(String person, Task task) {
        return as(
                person,
                () -> history.createHistoricTaskInstanceQuery()
                        .taskId(task.getId())
                        .count());
    }

    private long variables(String person, String... scopes) {
        return as(
                person,
                () -> runtime.createVariableInstanceQuery()
                        .variableScopeIdIn(scopes)
                        .count());
    }

    private <T> T as(String person, Supplier<T> call) {
        return as(person, "owners", call);
    }

    private <T> T as(String person, String group, Supplier<T> call) {
        identity.setAuthentication(person, List.of(group));
        try {
            return call.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}

package dev.handover.process.identity;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.DELETE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.SUSPEND;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.SUSPEND_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.AUTHORIZATION;
import static org.camunda.bpm.engine.authorization.Resources.BATCH;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.GROUP_MEMBERSHIP;
import static org.camunda.bpm.engine.authorization.Resources.OPERATION_LOG_CATEGORY;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import dev.handover.access.Group;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;

/**
 * What each group may do in the engine, and no more. Work on a task needs no grant: it is for whoever holds the task, see
 * {@code OwnTasks}. Nobody may deploy, save filters, change rights, or steer an instance past its model.
 */
final class Grants {

    /** @param id id of the resource, or {@code *} */
    record Grant(Group group, Resource resource, String id, List<Permission> permissions) {

        static Grant of(Group group, Resource resource, String id, Permission... permissions) {
            return new Grant(group, resource, id, List.of(permissions));
        }
    }

    private Grants() {}

    static List<Grant> all() {
        return Stream.of(
                        Arrays.stream(Group.values()).flatMap(Grants::ofEverybody),
                        ofTheProjectTeam(),
                        ofReaders(Group.AUDITORS),
                        ofReaders(Group.ADMINS),
                        ofAdmins())
                .flatMap(grants -> grants)
                .toList();
    }

    private static Stream<Grant> ofEverybody(Group group) {
        return Stream.of(Grant.of(group, APPLICATION, "tasklist", ACCESS));
    }

    private static Stream<Grant> ofTheProjectTeam() {
        return Stream.of(
                Grant.of(
                        Group.PROJECT_TEAM,
                        PROCESS_DEFINITION,
                        "go-live",
                        ProcessDefinitionPermissions.READ,
                        CREATE_INSTANCE),
                Grant.of(Group.PROJECT_TEAM, PROCESS_INSTANCE, ANY, CREATE));
    }

    private static Stream<Grant> ofReaders(Group group) {
        return Stream.of(
                Grant.of(group, APPLICATION, "cockpit", ACCESS),
                Grant.of(group, DECISION_DEFINITION, ANY, READ, READ_HISTORY),
                Grant.of(group, DECISION_REQUIREMENTS_DEFINITION, ANY, READ),
                Grant.of(group, DEPLOYMENT, ANY, READ),
                Grant.of(group, OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ),
                Grant.of(group, PROCESS_DEFINITION, ANY, rightsOnDefinitions(group)),
                Grant.of(group, TASK, ANY, READ));
    }

    private static Permission[] rightsOnDefinitions(Group group) {
        var reading = Stream.of(
                ProcessDefinitionPermissions.READ, READ_INSTANCE, READ_TASK, ProcessDefinitionPermissions.READ_HISTORY);
        var repairing =
                group == Group.ADMINS ? Stream.of(RETRY_JOB, SUSPEND, SUSPEND_INSTANCE) : Stream.<Permission>of();
        return Stream.concat(reading, repairing).toArray(Permission[]::new);
    }

    private static Stream<Grant> ofAdmins() {
        return Stream.of(
                Grant.of(Group.ADMINS, APPLICATION, "admin", ACCESS),
                Grant.of(Group.ADMINS, USER, ANY, READ, CREATE, UPDATE, DELETE),
                Grant.of(Group.ADMINS, GROUP, ANY, READ, CREATE, UPDATE),
                Grant.of(Group.ADMINS, GROUP_MEMBERSHIP, ANY, CREATE, DELETE),
                Grant.of(Group.ADMINS, AUTHORIZATION, ANY, READ),
                Grant.of(Group.ADMINS, BATCH, ANY, READ));
    }
}

package dev.handover.process.identity;

import dev.handover.access.Group;
import dev.handover.process.identity.Grants.Grant;
import java.util.Arrays;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Brings groups, rights and filters to the state that this version wants, at each start and before the first request.
 * What is there already stays; nodes that start together take turns.
 */
@Component
class IdentitySeed implements SmartInitializingSingleton {

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final TaskFilters filters;
    private final OneNodeAtATime oneNode;

    IdentitySeed(
            IdentityService identity,
            AuthorizationService authorizations,
            TaskFilters filters,
            OneNodeAtATime oneNode) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.filters = filters;
        this.oneNode = oneNode;
    }

    @Override
    public void afterSingletonsInstantiated() {
        oneNode.run(() -> {
            Arrays.stream(Group.values()).forEach(this::ensure);
            Grants.all().forEach(this::ensure);
            filters.ensure().forEach(this::ensure);
        });
    }

    private void ensure(Group group) {
        if (identity.createGroupQuery().groupId(group.id()).count() == 0) {
            var created = identity.newGroup(group.id());
            created.setName(group.title());
            created.setType("handover");
            identity.saveGroup(created);
        }
    }

    private void ensure(Grant grant) {
        var authorization = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(grant.group().id())
                .resourceType(grant.resource())
                .resourceId(grant.id())
                .singleResult();
        if (authorization == null) {
            authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(grant.group().id());
            authorization.setResource(grant.resource());
            authorization.setResourceId(grant.id());
        }
        authorization.setPermissions(grant.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(authorization);
    }
}

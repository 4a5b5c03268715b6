package dev.handover.process.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.DELETE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE;
import static org.camunda.bpm.engine.authorization.Resources.AUTHORIZATION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import dev.handover.ApplicationTest;
import dev.handover.Handoff;
import dev.handover.Web;
import dev.handover.access.Accounts;
import dev.handover.access.Group;
import dev.handover.access.Viewer;
import dev.handover.process.identity.Grants.Grant;
import dev.handover.shared.Directory;
import dev.handover.shared.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.PasswordPolicyResult;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People, groups and rights on the running application. */
@ApplicationTest
class IdentityTests {

    @Autowired
    private IdentitySeed seed;

    @Autowired
    private InitialAdmin initialAdmin;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Directory directory;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Handoff handoff;

    @LocalServerPort
    private int port;

    @AfterEach
    void inNobodysName() {
        identity.clearAuthentication();
    }

    @Test
    void seedingAgainChangesNothing() {
        var before = authorizations.createAuthorizationQuery().count();
        seed.afterSingletonsInstantiated();
        initialAdmin.ensure();
        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(before);
        assertThat(filters.createFilterQuery().count()).isEqualTo(6);
    }

    @Test
    void theDirectoryKnowsNamesAndAddresses() {
        assertThat(directory.find("customer"))
                .contains(new Person("customer", "Cora Kunde", "customer@handover.example"));
        assertThat(directory.find("no-such-person")).isEmpty();
        assertThat(directory.nameOf("no-such-person")).isEqualTo("no-such-person");
    }

    @Test
    void whoAsksDoesNotMatter() {
        identity.setAuthentication("outsider", List.of("owners"));
        assertThat(directory.nameOf("customer")).isEqualTo("Cora Kunde");
        assertThat(accounts.viewer("admin")).contains(new Viewer("admin", "Ada Admin", Set.of(Group.ADMINS)));
    }

    @Test
    void groupsThatMeanNothingHereAreLeftOut() {
        var group = identity.newGroup("choir-" + UUID.randomUUID());
        identity.saveGroup(group);
        identity.createMembership("auditor", group.getId());
        assertThat(accounts.viewer("auditor").orElseThrow().groups()).containsExactly(Group.AUDITORS);
    }

    @Test
    void passwordsHaveToBeGood() {
        assertThat(policy("short")).isFalse();
        assertThat(policy("password1234")).isFalse();
        assertThat(policy("all in lower case and fine")).isTrue();
        assertThat(policy("Correct-Horse-7-Battery")).isTrue();
        var person = identity.newUser("weak");
        person.setPassword("weak");
        assertThatThrownBy(() -> identity.saveUser(person)).hasMessageContaining("Password does not match policy");
    }

    @Test
    void nobodyIsGrantedWhatWouldLetThemPastTheModels() {
        assertThat(Grants.all())
                .noneMatch(grant ->
                        grant.resource() == TASK && !grant.permissions().equals(List.of(READ)))
                .noneMatch(grant -> grant.resource() == DEPLOYMENT && changes(grant))
                .noneMatch(grant -> grant.resource() == FILTER && changes(grant))
                .noneMatch(grant -> grant.resource() == AUTHORIZATION && changes(grant))
                .noneMatch(grant -> grant.resource() == PROCESS_INSTANCE
                        && !grant.permissions().equals(List.of(CREATE)))
                .noneMatch(grant -> grant.permissions().stream()
                        .anyMatch(permission -> permission.getName().equals("ALL")
                                || permission == ProcessDefinitionPermissions.UPDATE_INSTANCE
                                || permission == ProcessDefinitionPermissions.DELETE_INSTANCE
                                || permission == ProcessDefinitionPermissions.UPDATE_TASK
                                || permission == ProcessDefinitionPermissions.TASK_WORK
                                || permission == ProcessDefinitionPermissions.TASK_ASSIGN
                                || permission == ProcessDefinitionPermissions.DELETE_HISTORY));
    }

    @Test
    void onlyTheProjectTeamStartsAndOnlyGoLives() {
        assertThat(Grants.all())
                .filteredOn(grant -> grant.permissions().contains(ProcessDefinitionPermissions.CREATE_INSTANCE))
                .singleElement()
                .satisfies(grant -> {
                    assertThat(grant.group()).isEqualTo(Group.PROJECT_TEAM);
                    assertThat(grant.id()).isEqualTo("go-live");
                });
    }

    @Test
    void everybodySeesTheFiltersThatAreOfUse() {
        assertThat(filtersOf("production", "owners"))
                .containsExactlyInAnyOrder("My tasks", "With my deputy", "Overdue");
        assertThat(filtersOf("auditor", "auditors"))
                .containsExactlyInAnyOrder(
                        "My tasks",
                        "With my deputy",
                        "Overdue",
                        "All open",
                        "Waiting for others",
                        "Waiting for nobody");
    }

    @Test
    void aFilterOfAnEarlierVersionIsBroughtUpToDateAndKeepsItsId() {
        var filter = filters.createFilterQuery().filterName("Overdue").singleResult();
        filter.setProperties(Map.of("description", "As it was", "priority", 99));
        filter.setQuery(tasks.createTaskQuery().taskName("nothing"));
        filters.saveFilter(filter);

        seed.afterSingletonsInstantiated();

        var mended = filters.createFilterQuery().filterName("Overdue").singleResult();
        assertThat(mended.getId()).isEqualTo(filter.getId());
        assertThat(mended.getProperties())
                .containsEntry("description", "Past their due date")
                .containsEntry("priority", 30)
                .containsKey("variables");
        assertThat(mended.<TaskQueryImpl>getQuery().getExpressions()).containsEntry("dueBefore", "${now()}");
        assertThat(mended.<TaskQueryImpl>getQuery().getOrderingProperties())
                .as("the order is the reader's to choose")
                .isEmpty();
    }

    @Test
    void theColumnsOfATaskSayWhoGoesLiveWithWhat() {
        var goLive = handoff.start();
        var filter = filters.createFilterQuery()
                .filterName("My tasks")
                .singleResult()
                .getId();
        var found = Web.withPassword(port, "support", "support")
                .json(
                        "POST",
                        "/engine-rest/filter/%s/list?firstResult=0&maxResults=50".formatted(filter),
                        "{\"processInstanceBusinessKey\": \"%s\"}".formatted(goLive.key()),
                        Map.of("Accept", "application/hal+json"));
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        var variables = found.json().findValues("variable").stream()
                .flatMap(each -> StreamSupport.stream(each.spliterator(), false))
                .collect(Collectors.groupingBy(
                        each -> each.get("name").asText(),
                        Collectors.mapping(each -> each.get("value").asText(), Collectors.toSet())));
        assertThat(variables.get("goLiveKey")).as(found.body()).containsExactly(goLive.key());
        assertThat(variables.get("customerName")).containsExactly("Aurora Works");
        assertThat(variables.get("environmentLabel")).containsExactly("production");
    }

    @Test
    void everyFilterCanBeRun() {
        identity.setAuthentication("production", List.of("owners"));
        for (var filter : filters.createFilterQuery().listPage(0, 10)) {
            assertThat(filters.count(filter.getId())).isNotNegative();
        }
    }

    private List<String> filtersOf(String userId, String group) {
        identity.setAuthentication(userId, List.of(group));
        return filters.createFilterQuery().listPage(0, 10).stream()
                .map(Filter::getName)
                .toList();
    }

    private boolean policy(String password) {
        PasswordPolicyResult result = identity.checkPasswordAgainstPolicy(password);
        return result.isValid();
    }

    private static boolean changes(Grant grant) {
        return grant.permissions().contains(CREATE)
                || grant.permissions().contains(UPDATE)
                || grant.permissions().contains(DELETE);
    }
}

package dev.handover.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.ApplicationTest;
import dev.handover.Web;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who gets in where, on the running application. */
@ApplicationTest
class AccessTests {

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    private Web nobody;

    @BeforeEach
    void openBrowser() {
        nobody = Web.program(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/engine-rest",
                "/engine-rest/engine",
                "/engine-rest/task",
                "/engine-rest/engine/default/task",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default",
                "/camunda/app/tasklist/default/",
                "/camunda/app/admin/default/setup/",
                "/camunda/lib/deps.js",
                "/webjars/camunda/lib/deps.js",
                "/api/session",
                "/api/anything",
                "/api/settings",
                "/admin",
                "/admin/users/admin",
                "/actuator",
                "/actuator/metrics",
                "/actuator/health/../metrics",
                "/v3/api-docs",
                "/no/such/page",
            })
    void withoutLoginNothingIsOpen(String path) {
        for (var method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")) {
            assertThat(nobody.call(method, path, null, Map.of()).status())
                    .as("%s %s", method, path)
                    .isIn(400, 401, 403, 405);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest;x=1/task",
                "//engine-rest/task",
                "/engine-rest//task",
                "/engine-rest/%2e%2e/engine-rest/task",
                "/x/%2e%2e/engine-rest/task",
                "/engine-rest/task%2f1",
                "/camunda/api;x/engine/engine/default/task",
                "/login;x=1",
            })
    void anAddressThatCanBeReadInTwoWaysIsRefused(String path) {
        var admin = Web.withPassword(port, "admin", "admin");
        assertThat(admin.get(path).status()).isEqualTo(400);
        assertThat(nobody.get(path).status()).isEqualTo(400);
    }

    @Test
    void healthIsOpenAndTellsNoDetails() {
        assertThat(nobody.get("/actuator/health").json().fieldNames())
                .toIterable()
                .containsOnly("status", "groups");
        assertThat(nobody.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(nobody.get("/actuator/health/liveness").status()).isEqualTo(200);
    }

    @Test
    void onlyAdminsSeeMetrics() {
        assertThat(Web.withPassword(port, "admin", "admin")
                        .get("/actuator/metrics")
                        .status())
                .isEqualTo(200);
        assertThat(Web.withPassword(port, "auditor", "auditor")
                        .get("/actuator/metrics")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theSessionOfABrowserIsWorthNothingAtTheEngineRestInterface() {
        var browser = Web.browser(port);
        browser.logIn("admin", "admin");
        assertThat(browser.get("/engine-rest/task/count").status()).isEqualTo(401);
        assertThat(browser.page("/engine-rest/task/count").status()).isEqualTo(401);
        assertThat(browser.get("/camunda/api/engine/engine/default/task/count").status())
                .isEqualTo(200);
    }

    @Test
    void peopleSeeOfPeopleOnlyThemselves() {
        assertThat(Web.withPassword(port, "requester", "requester")
                        .get("/engine-rest/user?maxResults=100")
                        .json())
                .singleElement()
                .satisfies(user -> assertThat(user.get("id").asText()).isEqualTo("requester"));
        assertThat(Web.withPassword(port, "admin", "admin")
                        .get("/engine-rest/user?maxResults=100")
                        .json())
                .hasSizeGreaterThan(10);
    }

    @Test
    void queriesWithoutALimitAreRefusedToProgramsAndBoundedForTheWebApplications() {
        assertThat(Web.withPassword(port, "admin", "admin")
                        .get("/engine-rest/task")
                        .status())
                .isEqualTo(400);
        var browser = Web.browser(port);
        browser.logIn("admin", "admin");
        var models = "/camunda/api/engine/engine/default/process-definition?sortBy=version&sortOrder=desc";
        assertThat(browser.get(models).json()).isNotEmpty();
        assertThat(browser.get(models + "&maxResults=1").json()).hasSize(1);
        assertThat(browser.get(models + "&maxResults=2001").status()).isEqualTo(400);
    }

    @Test
    void anAdminKeepsTheLocalAccounts() {
        var admin = Web.withPassword(port, "admin", "admin");
        var id = "new.person-" + UUID.randomUUID();
        var person = "{\"profile\":{\"id\":\"%s\",\"firstName\":\"New\"},\"credentials\":{\"password\":\"%s\"}}";
        assertThat(admin.json("POST", "/engine-rest/user/create", person.formatted(id, "weak"))
                        .status())
                .isEqualTo(422);
        assertThat(admin.json("POST", "/engine-rest/user/create", person.formatted(id, "Correct-Horse-7"))
                        .status())
                .isEqualTo(204);
        assertThat(admin.json("PUT", "/engine-rest/group/validators/members/" + id, "")
                        .status())
                .isEqualTo(204);
        var newcomer = Web.withPassword(port, id, "Correct-Horse-7");
        assertThat(newcomer.get("/api/session").json().get("groups").get(0).asText())
                .isEqualTo("validators");
        assertThat(newcomer.json("PUT", "/engine-rest/group/camunda-admin/members/" + id, "")
                        .status())
                .isEqualTo(403);
        for (var gone : List.of("/engine-rest/user/" + id, "/engine-rest/group/validators/members/" + id)) {
            assertThat(admin.json("DELETE", gone, "").status()).as(gone).isEqualTo(403);
        }
        assertThat(admin.json("DELETE", "/api/users/" + id, "").status()).isEqualTo(204);
        assertThat(newcomer.get("/api/session").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "admin, true, true, true",
        "auditor, true, true, false",
        "requester, true, false, false",
        "production, true, false, false",
        "validator, true, false, false",
        "outsider, true, false, false",
    })
    void everybodyHasTheApplicationsOfTheirGroup(String userId, boolean tasklist, boolean cockpit, boolean admin) {
        var browser = Web.browser(port);
        browser.logIn(userId, userId);
        assertThat(browser.page("/camunda/app/tasklist/default/").status()).isEqualTo(tasklist ? 200 : 403);
        assertThat(browser.page("/camunda/app/cockpit/default/").status()).isEqualTo(cockpit ? 200 : 403);
        assertThat(browser.page("/camunda/app/admin/default/").status()).isEqualTo(admin ? 200 : 403);
        assertThat(browser.page("/camunda/app/admin/default/setup/").status()).isEqualTo(403);
    }

    @Test
    void nobodyDeploys() {
        var before = repository.createDeploymentQuery().count();
        for (var userId : List.of("admin", "requester", "production", "auditor")) {
            var program = Web.withPassword(port, userId, userId);
            for (var prefix : List.of("/engine-rest", "/engine-rest/engine/default")) {
                assertThat(program.json("POST", prefix + "/deployment/create", "{}")
                                .status())
                        .isEqualTo(403);
            }
        }
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assigneeExpression",
                "ownerExpression",
                "dueBeforeExpression",
                "processInstanceBusinessKeyExpression"
            })
    void nobodyBringsInExpressions(String field) {
        var admin = Web.withPassword(port, "admin", "admin");
        var query = "{\"%s\":\"${1+1}\"}".formatted(field);
        assertThat(admin.json("POST", "/engine-rest/task?maxResults=1", query).status())
                .isEqualTo(400);
        var filter = admin.get("/engine-rest/filter?maxResults=1")
                .json()
                .get(0)
                .get("id")
                .asText();
        assertThat(admin.json("POST", "/engine-rest/filter/" + filter + "/list?maxResults=1", query)
                        .status())
                .isEqualTo(400);
        var saved = "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":%s}".formatted(query);
        assertThat(admin.json("POST", "/engine-rest/filter/create", saved).status())
                .isEqualTo(403);
        assertThat(admin.json("PUT", "/engine-rest/filter/" + filter, saved).status())
                .isEqualTo(403);
    }

    @Test
    void aRefusalByTheEngineInterfaceSaysWhereToGo() {
        var answer = Web.withPassword(port, "admin", "admin").json("POST", "/engine-rest/message", "{}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("type").asText()).isEqualTo("urn:handover:not-allowed");
        assertThat(answer.json().get("message").asText()).contains("/api of Handover");
    }
}

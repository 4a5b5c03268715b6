package dev.handover.development.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.handover.development.http.Caller;
import dev.handover.development.time.AdjustableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleCustomerEnvironmentTests {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private final AdjustableClock clock = new AdjustableClock(InstantSource.fixed(NOON));
    private final SampleCustomerEnvironment environment = new SampleCustomerEnvironment(clock);
    private Caller caller;

    @BeforeEach
    void start() {
        caller = new Caller(environment.start(0).baseUrl());
    }

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void presentsItself() {
        var answer = caller.get("/api/environment").json();
        assertThat(answer.path("label").asText()).isEqualTo("production");
        assertThat(answer.path("tenant").asText()).isEqualTo("aurora-prod");
        assertThat(answer.path("version").asText()).isEqualTo("4.2.1");
        assertThat(caller.get("/health").json().path("status").asText()).isEqualTo("UP");
    }

    @Test
    void hasAProductPage() {
        var page = caller.get("/");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("aurora-prod", "4.2.1", "href=\"/switches\"");
    }

    /** Who may reach what; in the order administrator, operator, viewer, integration owner, support user. */
    @ParameterizedTest
    @CsvSource({
        "/api/me, 200, 200, 200, 200, 200",
        "/api/admin/users, 200, 403, 403, 403, 403",
        "/api/work-orders, 200, 200, 200, 403, 403",
        "/api/scenes, 200, 200, 200, 403, 403",
        "/api/integrations, 200, 403, 403, 200, 403",
        "/api/tickets, 200, 403, 403, 403, 200"
    })
    void eachRoleReachesWhatItShould(
            String path, int administrator, int operator, int viewer, int integrationOwner, int supportUser) {
        assertThat(statusAs("ada.admin", path)).isEqualTo(administrator);
        assertThat(statusAs("otto.operator", path)).isEqualTo(operator);
        assertThat(statusAs("vera.viewer", path)).isEqualTo(viewer);
        assertThat(statusAs("ida.integration", path)).isEqualTo(integrationOwner);
        assertThat(statusAs("sam.support", path)).isEqualTo(supportUser);
    }

    @ParameterizedTest
    @CsvSource({"/api/me", "/api/admin/users", "/api/work-orders", "/api/scenes", "/api/integrations", "/api/tickets"})
    void nobodyReachesAnythingWithoutTheRightPassword(String path) {
        assertThat(caller.get(path).status()).isEqualTo(401);
        assertThat(caller.get(path).header("WWW-Authenticate")).startsWith("Basic ");
        assertThat(caller.getAs("ada.admin", "guess", path).status()).isEqualTo(401);
        assertThat(caller.getAs("nobody", "nobody-pw", path).status()).isEqualTo(401);
        assertThat(caller.get(path, "Authorization", "Basic %%%").status()).isEqualTo(401);
        assertThat(caller.get(path, "Authorization", "Bearer not-a-token").status())
                .isEqualTo(401);
    }

    @Test
    void tellsTheSignedInAccountAndItsRole() {
        var profile =
                caller.getAs("ida.integration", "ida.integration-pw", "/api/me").json();
        assertThat(profile.path("account").asText()).isEqualTo("ida.integration");
        assertThat(profile.path("role").asText()).isEqualTo("integration-owner");
    }

    @Test
    void anOperatorTakesAWorkOrderFromOpenToCompleted() {
        var operator = Caller.basic("otto.operator", "otto.operator-pw");
        var created = caller.postJson("/api/work-orders", "{\"title\":\"Oil pump 7\"}", "Authorization", operator);
        assertThat(created.status()).isEqualTo(201);
        var path = created.header("Location");
        assertThat(caller.get(path, "Authorization", operator)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("OPEN");

        var completed = caller.postJson(path + "/completion", "", "Authorization", operator)
                .json();
        assertThat(completed.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(completed.path("completedAt").asText()).isEqualTo("2027-03-01T12:00:00Z");
        assertThat(caller.get("/api/work-orders", "Authorization", operator)
                        .json()
                        .get(0))
                .isEqualTo(completed);
    }

    @Test
    void aViewerOnlyReadsWorkOrders() {
        var viewer = Caller.basic("vera.viewer", "vera.viewer-pw");
        assertThat(caller.postJson("/api/work-orders", "{\"title\":\"x\"}", "Authorization", viewer)
                        .status())
                .isEqualTo(403);
        assertThat(caller.postJson("/api/work-orders/WO-4711/completion", "", "Authorization", viewer)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aWorkOrderNeedsATitleAndAnUnknownOneIsNotFound() {
        var operator = Caller.basic("otto.operator", "otto.operator-pw");
        for (var body : new String[] {"", "{}", "not json", "{\"title\":\" \"}"}) {
            assertThat(caller.postJson("/api/work-orders", body, "Authorization", operator)
                            .status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(caller.get("/api/work-orders/WO-1", "Authorization", operator)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void everyConnectorKeyAndJobExists() {
        assertThat(caller.get("/connectors/site-3-erp").json().path("status").asText())
                .isEqualTo("connected");
        assertThat(caller.get("/connectors/Site_3").status()).isEqualTo(404);
        assertThat(caller.get("/api-keys/erp").status()).isEqualTo(401);
        assertThat(caller.get("/api-keys/erp", "Authorization", "Bearer mes-token")
                        .status())
                .isEqualTo(401);
        assertThat(caller.get("/api-keys/erp", "Authorization", "Bearer erp-token")
                        .status())
                .isEqualTo(200);
        assertThat(caller.get("/jobs/nightly").json().path("id").asText()).isEqualTo("nightly");
        assertThat(caller.get("/jobs/nightly").json().path("status").asText()).isEqualTo("SUCCEEDED");
    }

    @Test
    void agesFollowTheClock() {
        assertThat(caller.get("/jobs/nightly").json().path("lastSuccess").asText())
                .isEqualTo("2027-03-01T11:50:00Z");
        clock.forward(Duration.ofDays(14));
        assertThat(caller.get("/jobs/nightly").json().path("lastSuccess").asText())
                .isEqualTo("2027-03-15T11:50:00Z");
        var backup = caller.get("/backup").json();
        assertThat(backup.path("lastBackup").asText()).isEqualTo("2027-03-15T11:30:00Z");
        assertThat(backup.path("lastRestoreTest").asText()).isEqualTo("2027-03-03T12:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "up | 1",
                "probe_success | 1",
                "http_error_rate | 0.002",
                "%20up%20 | 1",
                "up%7Bjob%3D%22aurora%22%7D | 1",
                "up%7B%7D | 1"
            })
    void queriesAreAnsweredAsPrometheusDoes(String query, String value) {
        var answer = caller.get("/prometheus/api/v1/query?query=" + query).json();
        assertThat(answer.path("status").asText()).isEqualTo("success");
        assertThat(answer.at("/data/resultType").asText()).isEqualTo("vector");
        assertThat(answer.at("/data/result")).hasSize(1);
        assertThat(answer.at("/data/result/0/value/0").asDouble()).isEqualTo(NOON.getEpochSecond());
        assertThat(answer.at("/data/result/0/value/1").isTextual()).isTrue();
        assertThat(answer.at("/data/result/0/value/1").asText()).isEqualTo(value);
    }

    @Test
    void anUnknownSeriesIsEmptyAndAnUnreadableQueryAnError() {
        for (var empty : new String[] {"no_such_series", "up%7Bjob%3D%22other%22%7D"}) {
            var answer = caller.get("/prometheus/api/v1/query?query=" + empty);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().at("/data/result")).isEmpty();
        }
        for (var wrong : new String[] {"", "?query=", "?query=up%20%3D%3D%201", "?query=up%7Bx%7D"}) {
            var answer = caller.get("/prometheus/api/v1/query" + wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.json().path("errorType").asText()).isEqualTo("bad_data");
        }
    }

    @Test
    void monitoringTellsItsTargetsAndItsHealth() {
        assertThat(caller.get("/prometheus/-/healthy").status()).isEqualTo(200);
        var target = caller.get("/prometheus/api/v1/targets").json().at("/data/activeTargets/0");
        assertThat(target.path("health").asText()).isEqualTo("up");
    }

    @Test
    void canBeClosedAndStartedAgain() {
        environment.switches().breakDown(Part.HEALTH);
        environment.close();
        environment.close();
        assertThatIllegalStateException().isThrownBy(environment::baseUrl);

        caller = new Caller(environment.start(0).baseUrl());
        assertThat(caller.get("/health").status()).isEqualTo(200);
        assertThatIllegalStateException().isThrownBy(() -> environment.start(0));
    }

    private int statusAs(String account, String path) {
        return caller.getAs(account, account + "-pw", path).status();
    }
}

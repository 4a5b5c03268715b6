package dev.handover.development.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.handover.development.http.Caller;
import dev.handover.development.time.AdjustableClock;
import dev.handover.shared.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.util.HtmlUtils;

class SwitchBoardTests {

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

    @ParameterizedTest
    @EnumSource(Part.class)
    void everyPartIsBrokenAndMendedOnThePage(Part part) {
        var path = "/switches/" + part.switchName();
        assertThat(page()).contains("action=\"" + path + "\"", part.title(), part.whenWorking(), part.fails());

        var broken = caller.post(path, Map.of("state", "broken"));
        assertThat(broken.status()).isEqualTo(303);
        assertThat(broken.header("Location")).isEqualTo("/switches#" + part.switchName());
        assertThat(environment.switches().isBroken(part)).isTrue();
        assertThat(page()).contains(part.whenBroken(), "1 part is broken").doesNotContain(part.whenWorking());

        caller.post(path, Map.of("state", "working"));
        assertThat(environment.switches().isBroken(part)).isFalse();
        assertThat(page()).contains("Everything works");
    }

    @Test
    void partsAreGroupedByTheStepsOfTheSourceDocument() {
        var page = page();
        assertThat(page)
                .containsSubsequence(
                        "Step 1",
                        Step.ENVIRONMENT.title(),
                        "Step 2",
                        Step.ACCESS.title(),
                        "Step 3",
                        Step.WORKFLOWS.title(),
                        "Step 4",
                        Step.INTEGRATIONS.title(),
                        "Step 5",
                        Step.OPERATIONS.title(),
                        "All steps");
        assertThat(page).doesNotContain("Step 6", "<script");
    }

    @Test
    void oneConnectorIsBrokenByItsId() {
        var answer = caller.post("/switches/connector", Map.of("id", "erp", "state", "broken"));
        assertThat(answer.header("Location")).isEqualTo("/switches#connector");
        assertThat(caller.get("/connectors/erp").status()).isEqualTo(503);
        assertThat(page()).contains("value=\"erp\"", "1 part is broken");

        caller.post("/switches/connector-erp", Map.of("state", "working"));
        assertThat(caller.get("/connectors/erp").status()).isEqualTo(200);
    }

    @Test
    void everythingIsMendedTogether() {
        environment.switches().breakDown(Part.BACKUP);
        environment.switches().breakDown("connector-erp");
        assertThat(page()).contains("2 parts are broken", "Mend everything");
        assertThat(caller.post("/switches/all", Map.of("state", "working")).status())
                .isEqualTo(303);
        assertThat(page()).contains("Everything works").doesNotContain("Mend everything");
    }

    @ParameterizedTest
    @CsvSource({
        "/switches/backup, state, sideways, 400",
        "/switches/backup, other, broken, 400",
        "/switches/backups, state, broken, 404",
        "/switches/all, state, broken, 400",
        "/switches/connector, state, broken, 400"
    })
    void whatIsNotUnderstoodChangesNothing(String path, String field, String value, int status) {
        var answer = caller.post(path, Map.of(field, value));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains("role=\"alert\"");
        assertThat(environment.switches().brokenCount()).isZero();
    }

    @Test
    void whatIsTypedInIsNeverPartOfThePage() {
        var answer = caller.post("/switches/clock", Map.of("forward", "<script>alert(1)</script>"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void statesAreThereAsJson() {
        environment.switches().breakDown(Part.JOBS);
        var states = caller.get("/switches", "Accept", "application/json").json();
        assertThat(states.path("jobs").asText()).isEqualTo("broken");
        assertThat(states.path("backup").asText()).isEqualTo("working");
    }

    @Test
    void whileEverythingIsSlowThePageIsNotAndMendingLetsCallersGo() throws Exception {
        environment.switches().breakDown(Part.SLOW);
        var health = caller.statusOf("/health");
        await().until(() -> environment.switches().slowness().waiting() == 1);
        assertThat(page()).contains("1 part is broken");
        assertThat(health).isNotDone();

        caller.post("/switches/slow", Map.of("state", "working"));
        assertThat(health.get(10, TimeUnit.SECONDS)).isEqualTo(200);
    }

    @Test
    void theClockIsShownAndJumpsAhead() {
        assertThat(page()).contains("Monday, 1 March 2027, 12:00:00 UTC", "shows the real time");
        assertThat(caller.post("/switches/clock", Map.of("forward", "PT10M")).header("Location"))
                .isEqualTo("/switches#clock");
        caller.post("/switches/clock", Map.of("forward", "P1D"));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2027-03-02T12:10:00Z"));
        assertThat(page()).contains("Tuesday, 2 March 2027, 12:10:00 UTC", "1 day 10 minutes", "2027-03-03T12:00");

        caller.post("/switches/clock", Map.of("to", "2027-03-08T08:30"));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2027-03-08T08:30:00Z"));
        caller.post("/switches/clock", Map.of("to", "2027-03-09T08:30:00Z"));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2027-03-09T08:30:00Z"));

        caller.post("/switches/clock", Map.of("reset", "yes"));
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @CsvSource({
        "forward, -PT1H",
        "forward, PT0S",
        "forward, soon",
        "forward, P999999999999D",
        "to, 2027-03-01T11:59",
        "to, 9999-01-01T00:00",
        "to, tomorrow",
        "other, PT1H"
    })
    void aJumpThatCannotBeLeavesTheClockWhereItIs(String field, String value) {
        var answer = caller.post("/switches/clock", Map.of(field, value));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("role=\"alert\"");
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void aClockThatCannotBeMovedSaysSo() {
        try (var fixed = new SampleCustomerEnvironment(Clock.fixed(NOON, ZoneOffset.UTC), Duration.ZERO)) {
            var fixedCaller = new Caller(fixed.start(0).baseUrl());
            assertThat(fixedCaller.get("/switches").body()).contains("This clock cannot be moved.");
            assertThat(fixedCaller
                            .post("/switches/clock", Map.of("forward", "PT1H"))
                            .status())
                    .isEqualTo(400);
        }
    }

    private String page() {
        return HtmlUtils.htmlUnescape(caller.get("/switches").body());
    }
}

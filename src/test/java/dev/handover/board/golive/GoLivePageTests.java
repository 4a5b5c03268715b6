package dev.handover.board.golive;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import dev.handover.ApplicationTest;
import dev.handover.DatabaseOwner;
import dev.handover.Handoff;
import dev.handover.Rest;
import dev.handover.Web;
import dev.handover.development.customer.SampleCustomerEnvironment;
import dev.handover.evidence.EvidenceStore;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import jakarta.persistence.EntityManagerFactory;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The page of one go-live on the started application: what it shows to whom, and running checks again. */
@ApplicationTest
class GoLivePageTests {

    private static final String FAILED_AGAIN = "Run what failed again";
    private static final String ALL_AGAIN = "Run all checks of this step again";

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private SampleCustomerEnvironment customer;

    @Autowired
    private EvidenceStore evidence;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private DatabaseOwner owner;

    @Autowired
    private EntityManagerFactory entities;

    @LocalServerPort
    private int port;

    @AfterEach
    void mend() {
        customer.switches().mendAll();
    }

    @ParameterizedTest
    @CsvSource({
        "requester, 200, true",
        "support, 200, true",
        "validator, 200, true",
        "admin, 200, true",
        "auditor, 200, false",
        "outsider, 404, false",
    })
    void whoHasAPartSeesAndActsAndWhoHasNoneFindsNothing(String user, int status, boolean mayAct) {
        customer.switches().breakDown("backup");
        var goLive = handoff.start().reachValidation();
        var browser = browser(user);
        var page = browser.page(path(goLive));
        assertThat(page.status()).isEqualTo(status);
        assertThat(page.body().contains(FAILED_AGAIN)).isEqualTo(mayAct);
        var answer = ask(browser, goLive, Map.of("step", "operations", "failedOnly", "true"));
        assertThat(answer.status()).isEqualTo(mayAct ? 302 : status == 404 ? 404 : 403);
        if (status == 404) {
            assertThat(page.body().replace(goLive.key(), "no-such-thing"))
                    .isEqualTo(browser.page("/go-lives/no-such-thing").body());
        }
    }

    @Test
    void nobodyAsksForChecksWithoutLoginOrFromAForeignPage() {
        var goLive = handoff.start().reachValidation();
        var stranger = Web.browser(port);
        assertThat(stranger.get(path(goLive)).status()).isEqualTo(401);
        var browser = browser("support");
        assertThat(browser.form(path(goLive) + "/checks", Map.of("step", "operations"))
                        .status())
                .isEqualTo(403);
        assertThat(step(goLive, "operations").get("state").asText()).isEqualTo("to-confirm");
    }

    @Test
    void whatIsMissingStandsOnTopAndWhatFailedStandsFirst() {
        customer.switches().breakDown("backup");
        var goLive = handoff.start().reachValidation();
        var page = browser("support").page(path(goLive));
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'");
        assertThat(page.body()).doesNotContain("style=\"").doesNotContainPattern("<script(?! src=)");
        assertThat(words(page.body()))
                .containsSubsequence(
                        "Aurora Works",
                        "opens in ",
                        "Missing to go on: 7 of 7 steps have not passed: “Confirm monitoring checks",
                        "waits for Susan Sauer, to resolve the blocker; checks: 1 failed",
                        "open blockers: Last backup and restore test",
                        "1 failed",
                        "passed",
                        "One open blocker",
                        "Whom it waits for",
                        "5. Confirm monitoring checks",
                        "Waits for Susan Sauer, to resolve the blocker",
                        "✗ failed Last backup and restore test",
                        "✓ passed",
                        "Health of");
    }

    @Test
    void aFailedCheckHasTheHintsOfItsSymptomAndItsObservationOpensSafely() {
        customer.switches().breakDown("connectors");
        var goLive = handoff.start().reachValidation();
        var browser = browser("support");
        var page = browser.page(path(goLive)).body();
        assertThat(words(page)).contains("Credentials, source-system availability", "See: Operations and Maintenance");
        var link = Pattern.compile(
                        "href=\"(/api/go-lives/[^\"]+/content\\?inline=true)\" target=\"_blank\" rel=\"noopener noreferrer\"")
                .matcher(page);
        assertThat(link.find()).isTrue();
        var observation = browser.page(link.group(1));
        assertThat(observation.status()).isEqualTo(200);
        assertThat(observation.header("Content-Type")).startsWith("text/plain");
        assertThat(observation.header("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void runningWhatFailedAgainRepeatsNothingElseAndSaysWhatWasAsked() {
        customer.switches().breakDown("backup");
        var goLive = handoff.start().reachValidation();
        customer.switches().mendAll();
        var browser = browser("support");
        var answer = ask(browser, goLive, Map.of("step", "operations", "failedOnly", "true"));
        assertThat(answer.header("Location")).endsWith(path(goLive));
        assertThat(words(browser.page(path(goLive)).body()))
                .contains(
                        "What had not passed runs again: Confirm monitoring checks", "↻ checks run", "before: failed");
        goLive.work();
        assertThat(step(goLive, "operations").get("state").asText()).isEqualTo("to-confirm");
        assertThat(attempts(goLive, "operations")).containsEntry("backup", 2).containsValue(1);
        assertThat(words(browser.page(path(goLive)).body())).doesNotContain("What had not passed", "One open blocker");
    }

    @Test
    void runningAllChecksOfAStepAgainRepeatsEachOfThem() {
        var goLive = handoff.start().reachValidation();
        var browser = browser("requester");
        assertThat(browser.page(path(goLive)).body()).contains(ALL_AGAIN).doesNotContain(FAILED_AGAIN);
        assertThat(ask(browser, goLive, Map.of("step", "environment")).status()).isEqualTo(302);
        goLive.work();
        assertThat(attempts(goLive, "environment").values()).containsOnly(2);
        assertThat(attempts(goLive, "operations").values()).containsOnly(1);
    }

    @Test
    void whatIsNotPossibleIsToldOnThePage() {
        var goLive = handoff.start().reachValidation();
        var browser = browser("support");
        ask(browser, goLive, Map.of("step", "operations", "failedOnly", "true"));
        assertThat(words(browser.page(path(goLive)).body())).contains("No step is blocked here");
        assertThat(ask(browser, goLive, Map.of("step", "no-step")).status()).isEqualTo(422);
    }

    @Test
    void programsMayAlsoAskForWhatFailedOnly() {
        customer.switches().breakDown("backup");
        var goLive = handoff.start().reachValidation();
        var asked = rest.post("support", goLive.path("/checks?failedOnly=true"), Map.of());
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.json().get("steps").get(0).asText()).isEqualTo("operations");
        goLive.work();
        assertThat(attempts(goLive, "operations")).containsEntry("backup", 2).containsValue(1);
        assertThat(goLive.state().at("/links/page").asText()).isEqualTo(path(goLive));
    }

    @Test
    void theHomePageLeadsThere() {
        var goLive = handoff.start();
        assertThat(browser("requester").page("/").body()).contains("href=\"" + path(goLive) + "\"");
        assertThat(words(browser("requester").page(path(goLive)).body()))
                .contains("it waits for", "○ not begun", "not run yet");
    }

    @Test
    void whatPeopleAndSystemsWroteIsShownLiterally() {
        var hostile = "<script>alert(1)</script> ${7*7} #{7*7} [[7*7]] __${7*7}__";
        var goLive = handoff.start(
                        handoff.plan().replace("name: Production orders from the ERP", "name: '%s'".formatted(hostile)))
                .reachValidation();
        rest.post("support", goLive.path("/blockers"), Map.of("title", hostile, "detail", hostile));
        goLive.work();
        var page = browser("support").page(path(goLive)).body();
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; ${7*7} #{7*7} [[7*7]] __${7*7}__")
                .doesNotContain("<script>alert");
    }

    @Test
    void whoReachesWhatIsATableWhereTheObservationTellsIt() {
        var goLive = handoff.start().reachValidation();
        var item = evidence.addObservation(
                new GoLiveKey(goLive.key()),
                EvidenceKind.USER_AND_ROLE_VALIDATION,
                "Check: sample matrix",
                "application/json",
                AccessMatrixTests.MATRIX.getBytes(StandardCharsets.UTF_8),
                "handover");
        owner.tamper(
                "update check_run set evidence = ? where go_live = ? and check_id = 'role-viewer'",
                item.id(),
                goLive.key());
        var page = browser("auditor").page(path(goLive)).body();
        assertThat(words(page))
                .containsSubsequence(
                        "Who reaches what",
                        "operator",
                        "viewer",
                        "/api/orders",
                        "✓ 200",
                        "✗ 200 differs; expected: refused");
        assertThat(page).contains("/api/&lt;script&gt;", "${7*7}");
    }

    /** Five hundred integrations, each with four runs: a quarter of what a plan may have, and more than a page lists. */
    @Test
    void twoThousandRunsCostNoMoreStatementsThanAFewAndThePageStaysBounded() {
        var few = goLiveWithIntegrations(4);
        var many = goLiveWithIntegrations(500);
        var browser = browser("admin");
        browser.page(path(few)); // whatever is done only once
        var forFew = statements(() -> browser.page(path(few)));
        var page = new HashMap<String, String>();
        var forMany = statements(() -> page.put("body", browser.page(path(many)).body()));
        assertThat(forMany).isEqualTo(forFew).isBetween(10L, 60L);
        assertThat(page.get("body")).hasSizeLessThan(1_000_000);
        assertThat(words(page.get("body")))
                .containsSubsequence("250 failed", "250 passed")
                .containsSubsequence("and 50 more that have not passed", "250 passed", "Only the first are listed")
                .contains("Credentials, source-system availability");
        assertThat(page.get("body")).contains("<details>");
    }

    /** Half of them failed when they ran last. */
    private Handoff.Run goLiveWithIntegrations(int count) {
        var template = """
                  - id: number-%1$d
                    name: Integration %1$d
                    kind: connector
                    url: %2$s/connectors/erp-orders
                """;
        var integrations = IntStream.range(0, count)
                .mapToObj(i -> template.formatted(i, customer.baseUrl()))
                .collect(Collectors.joining());
        var plan = Pattern.compile("(?s)integrations:\n.*?\nmonitoring:")
                .matcher(handoff.plan())
                .replaceFirst("integrations:\n" + integrations + "monitoring:");
        var goLive = handoff.start(plan);
        jdbc.update("""
                insert into check_run (id, go_live, step, check_id, attempt, name, target, verdict, expected, observed,
                    symptom, took_millis, finished_at)
                select gen_random_uuid(), ?, 'INTEGRATIONS', 'integration-number-' || i, attempt, 'Integration ' || i, 'x',
                    case when i % 2 = 0 then 'PASSED' else 'FAILED' end, repeat('e', 5000), repeat('o', 5000),
                    case when i % 2 = 0 then null else 'connectors-fail' end, 12, now()
                  from generate_series(0, ? - 1) i, generate_series(1, 4) attempt
                """, goLive.key(), count);
        return goLive;
    }

    /** Count of SQL statements that the application prepares meanwhile, its own and those of the engine. */
    private long statements(Runnable request) {
        var statistics = entities.unwrap(SessionFactory.class).getStatistics();
        var engine = (Logger) LoggerFactory.getLogger("org.camunda.bpm.engine.impl.persistence.entity");
        var level = engine.getLevel();
        var told = new ListAppender<ILoggingEvent>();
        told.start();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        engine.setLevel(Level.DEBUG);
        engine.setAdditive(false);
        engine.addAppender(told);
        try {
            request.run();
            return statistics.getPrepareStatementCount()
                    + told.list.stream()
                            .filter(event -> event.getFormattedMessage().contains("Preparing"))
                            .count();
        } finally {
            engine.detachAppender(told);
            engine.setAdditive(true);
            engine.setLevel(level);
            statistics.setStatisticsEnabled(false);
        }
    }

    private static String path(Handoff.Run goLive) {
        return "/go-lives/" + goLive.key();
    }

    private Web browser(String user) {
        var browser = Web.browser(port);
        browser.logIn(user, user);
        return browser;
    }

    /** Sends one of the page's forms. */
    private static Web.Answer ask(Web browser, Handoff.Run goLive, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", browser.tokenOn("/"));
        return browser.form(path(goLive) + "/checks", all);
    }

    /** What a person reads: the page without its markup, every run of blanks as one. */
    private static String words(String page) {
        return page.replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }

    private static JsonNode step(Handoff.Run goLive, String step) {
        return StreamSupport.stream(goLive.state().get("steps").spliterator(), false)
                .filter(each -> each.get("id").asText().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Integer> attempts(Handoff.Run goLive, String step) {
        return StreamSupport.stream(step(goLive, step).get("checks").spliterator(), false)
                .collect(Collectors.toMap(
                        check -> check.get("id").asText(),
                        check -> check.get("attempt").asInt()));
    }
}

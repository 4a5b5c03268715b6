package dev.handover.board.troubleshooting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.ApplicationTest;
import dev.handover.Handoff;
import dev.handover.Rest;
import dev.handover.Web;
import dev.handover.validation.TroubleshootingEditions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Changing the troubleshooting table on the started application, by the page and by programs. */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class TroubleshootingPageTests {

    private static final String API = "/api/decisions/troubleshooting";
    private static final String PAGE = "/decisions/troubleshooting";
    private static final String HINT =
            "Credentials, source-system availability, network route, schedule, or schema change.";
    private static final Map<String, String> XML = Map.of("Content-Type", "application/xml");

    @Autowired
    private TroubleshootingEditions editions;

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    private String shipped;
    private Web admin;

    @BeforeEach
    void read() {
        shipped = editions.shipped().document();
        admin = Web.withPassword(port, "admin", "admin");
    }

    @AfterEach
    void putBack() {
        editions.putBack(TroubleshootingEditions.ANY, "admin");
    }

    @ParameterizedTest
    @CsvSource({
        "admin, 200, 200",
        "auditor, 200, 403",
        "requester, 403, 403",
        "support, 403, 403",
        "outsider, 403, 403",
    })
    void adminsAndAuditorsLookAndOnlyAdminsChange(String user, int look, int change) {
        var program = Web.withPassword(port, user, user);
        assertThat(program.get(API).status()).isEqualTo(look);
        assertThat(put(program, edited("By " + user), "*").status()).isEqualTo(change);
        assertThat(program.call("DELETE", API, null, Map.of("If-Match", "*")).status())
                .isEqualTo(change);
        var browser = browser(user);
        var page = browser.page(PAGE);
        assertThat(page.status()).isEqualTo(look);
        assertThat(page.body().contains("Put it in force")).isEqualTo(user.equals("admin"));
        assertThat(upload(
                                browser,
                                edited("By page"),
                                editions.inForce().digest().sha256())
                        .status())
                .isEqualTo(change == 200 ? 302 : 403);
    }

    @Test
    void aChangeInTheTableChangesTheHintsOfTheNextBlockerAndOfNoEarlierOne() {
        var goLive = handoff.start().reachValidation();
        var before = raise(goLive);
        assertThat(put(admin, edited("Ask the network team."), "*").status()).isEqualTo(200);
        var after = raise(goLive);
        assertThat(before).contains(HINT);
        assertThat(after).contains("Ask the network team.").doesNotContain(HINT);
        assertThat(admin.get(API).body()).contains("Ask the network team.");
        assertThat(admin.get(API + "?shipped=true").body()).isEqualTo(shipped);
        assertThat(admin.call("DELETE", API, null, Map.of("If-Match", "*")).status())
                .isEqualTo(200);
        assertThat(raise(goLive)).contains(HINT);
        assertThat(admin.get(API).body()).isEqualTo(shipped);
    }

    @Test
    void whoStartedFromAnotherTableIsToldAndNothingChanges() {
        var seen = admin.get(API).header("ETag");
        assertThat(put(admin, edited("First."), seen).status()).isEqualTo(200);
        var late = put(admin, edited("Second."), seen);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("detail").asText()).contains("Another troubleshooting table is in force");
        assertThat(admin.call("DELETE", API, null, Map.of("If-Match", seen)).status())
                .isEqualTo(409);
        assertThat(admin.call("PUT", API, edited("Third."), XML).status()).isEqualTo(422);
        assertThat(admin.get(API).body()).contains("First.");
        var browser = browser("admin");
        assertThat(upload(browser, edited("Fourth."), seen.replace("\"", "")).status())
                .isEqualTo(409);
    }

    @Test
    void ofTwoAdminsAtTheSameMomentOneIsTold() throws Exception {
        var seen = admin.get(API).header("ETag");
        var together = new CyclicBarrier(2);
        var people = Executors.newFixedThreadPool(2);
        try {
            var answers = List.of("One.", "Other.").stream()
                    .map(hint -> people.submit(() -> {
                        together.await(30, TimeUnit.SECONDS);
                        return put(Web.withPassword(port, "admin", "admin"), edited(hint), seen)
                                .status();
                    }))
                    .toList();
            assertThat(List.of(
                            answers.get(0).get(30, TimeUnit.SECONDS),
                            answers.get(1).get(30, TimeUnit.SECONDS)))
                    .containsExactlyInAnyOrder(200, 409);
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void anEditionHoldsOverANewerTableOfTheProductUntilItIsPutBack() {
        assertThat(put(admin, edited("Ours."), "*").status()).isEqualTo(200);
        assertThat(words(browser("auditor").page(PAGE).body())).doesNotContain("brought a newer table");
        var newer = deployShipped(
                shipped.replace(HINT, "Newly shipped.").replace("versionTag=\"0.1\"", "versionTag=\"0.2\""));
        try {
            assertThat(admin.get(API).body()).contains("Ours.");
            assertThat(words(browser("auditor").page(PAGE).body())).contains("brought a newer table");
            assertThat(admin.call("DELETE", API, null, Map.of("If-Match", "*")).status())
                    .isEqualTo(200);
            assertThat(admin.get(API).body()).contains("Newly shipped.");
        } finally {
            repository.deleteDeployment(newer, true);
        }
    }

    private String deployShipped(String document) {
        assertThat(identity.getCurrentAuthentication()).isNull(); // as at the start of a new version
        return repository
                .createDeployment()
                .name("handover of another version")
                .addString("bpmn/troubleshooting.dmn", document)
                .deploy()
                .getId();
    }

    @Test
    void aTableThatIsNoPlainWordsIsRefusedWithEveryMistakeAndNothingIsDeployed() {
        var deployments = repository.createDeploymentQuery().count();
        var hostile = shipped.replace("\"" + HINT + "\"", "${T(java.lang.Runtime).getRuntime()}")
                .replace("\"connectors-fail\"</text>", "not(\"x\")</text>");
        var refused = put(admin, hostile, "*");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors").findValuesAsText("place"))
                .contains("row 2, column “Symptom”", "row 2, column “Check”");
        var page = upload(browser("admin"), hostile, editions.inForce().digest().sha256());
        assertThat(page.status()).isEqualTo(422);
        assertThat(words(page.body()))
                .contains("nothing was changed", "row 2, column “Check” : “${T(java.lang.Runtime).getRuntime()}”");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
        assertThat(editions.inForce().document()).isEqualTo(shipped);
    }

    @ParameterizedTest
    @CsvSource({"application/json, 415", "text/plain, 415", "application/xml, 413"})
    void onlyXmlOfABoundedSizeIsRead(String type, int status) {
        var large = shipped + "<!-- " + "x".repeat(TroubleshootingEditions.MOST_BYTES) + " -->";
        var answer = admin.call("PUT", API, large, Map.of("Content-Type", type, "If-Match", "*"));
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void theEngineRestInterfaceStaysClosedForDeploymentsOfAdmins() {
        var deployments = repository.createDeploymentQuery().count();
        assertThat(admin.json("POST", "/engine-rest/deployment/create", "{}").status())
                .isEqualTo(403);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
    }

    @Test
    void whoChangedItWhenIsKeptAndInTheLog(CapturedOutput log) {
        assertThat(put(admin, edited("Kept."), "*").status()).isEqualTo(200);
        var digest = editions.inForce().digest();
        assertThat(log).contains("Troubleshooting table replaced by admin, sha256 " + digest);
        var page = words(browser("auditor").page(PAGE).body());
        assertThat(page).contains("edition of an admin", "Edition put in force", digest.abbreviated());
        assertThat(editions.changes().get(0).by()).isEqualTo("admin");
        assertThatThrownBy(() -> jdbc.update("delete from troubleshooting_change"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void whatIsInForceAlreadyChangesNothing() {
        assertThat(put(admin, edited("Once."), "*").status()).isEqualTo(200);
        var changes = editions.changes().size();
        assertThat(put(admin, admin.get(API).body(), "*").status()).isEqualTo(200);
        assertThat(editions.changes()).hasSize(changes);
    }

    @Test
    void aTableThatForgetsASymptomIsTakenWithAWarning() {
        var answer =
                put(admin, shipped.replace("<text>\"connectors-fail\"</text>", "<text>\"of-our-own\"</text>"), "*");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("unanswered").get(0).asText()).isEqualTo("connectors-fail");
        assertThat(words(browser("admin").page(PAGE).body())).contains("No row answers to: connectors-fail");
    }

    @Test
    void anAdminChangesItOnThePageAndGoesBack() {
        var browser = browser("admin");
        var hostile = edited("<script>alert(1)</script> [[7*7]] ${7*7}".replace("<", "&lt;"));
        assertThat(upload(browser, hostile, editions.inForce().digest().sha256())
                        .status())
                .isEqualTo(302);
        var page = browser.page(PAGE).body();
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; [[7*7]] ${7*7}", "The table is in force")
                .doesNotContain("<script>alert");
        var back = browser.form(
                PAGE + "/shipped",
                Map.of("seen", editions.inForce().digest().sha256(), "_csrf", browser.tokenOn(PAGE)));
        assertThat(back.status()).isEqualTo(302);
        assertThat(words(browser.page(PAGE).body())).contains("as it came with the product", "put back");
        assertThat(browser.form(PAGE + "/shipped", Map.of("seen", "*")).status())
                .isEqualTo(403);
    }

    private String edited(String hint) {
        return shipped.replace(HINT, hint);
    }

    private String raise(Handoff.Run goLive) {
        var raised = rest.post(
                "support", goLive.path("/blockers"), Map.of("title", "No connection", "symptom", "connectors-fail"));
        assertThat(raised.status()).as(raised.text()).isEqualTo(201);
        return raised.json().get("hints").toString();
    }

    private static Web.Answer put(Web program, String document, String seen) {
        return program.call("PUT", API, document, Map.of("Content-Type", "application/xml", "If-Match", seen));
    }

    /** Sends the page's form, as a browser does. */
    private static Web.Answer upload(Web browser, String document, String seen) {
        var boundary = "----table";
        var body = new StringBuilder();
        Map.of("_csrf", browser.tokenOn("/"), "seen", seen)
                .forEach(
                        (name, value) -> body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(boundary, name, value)));
        body.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"t.dmn\"\r\n".formatted(boundary))
                .append("Content-Type: application/octet-stream\r\n\r\n")
                .append(document)
                .append("\r\n--%s--\r\n".formatted(boundary));
        return browser.call(
                "POST", PAGE, body.toString(), Map.of("Content-Type", "multipart/form-data; boundary=" + boundary));
    }

    private Web browser(String user) {
        var browser = Web.browser(port);
        browser.logIn(user, user);
        return browser;
    }

    private static String words(String page) {
        return Pattern.compile("\\s+").matcher(page.replaceAll("<[^>]*>", " ")).replaceAll(" ");
    }
}

package dev.handover.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.ApplicationTest;
import dev.handover.Handoff;
import dev.handover.Web;
import dev.handover.development.time.AdjustableClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing where the plan asks for a proof of identity: by the Tasklist's own call, with a session that is no longer new. */
@ApplicationTest
class ConfirmedSignatureTests {

    private static final String TASK = "UserTask_SignOffBusiness";

    @LocalServerPort
    private int port;

    @Autowired
    private Handoff handoff;

    @Autowired
    private AdjustableClock clock;

    @Test
    void whoeverSignsConfirmsFirstThatItIsThem() {
        var run = handoff.start(handoff.plan() + "\nsignOff:\n  confirmIdentity: true\n")
                .reachSignOff();
        var browser = Web.browser(port);
        browser.logIn("business", "business");
        run.wait(Duration.ofMinutes(6));

        var task = run.task("business", TASK).get("id").asText();
        var manifest = run.field("business", TASK, "manifest");
        assertThat(browser.get("/tasks/%s/briefing".formatted(task)).body())
                .contains("Confirm that it is you", "type=\"password\"");
        var refused = complete(browser, task, manifest);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("Confirm that it is you before you sign");

        var wrong = confirm(browser, "not-business");
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.body()).contains("That is not your password").doesNotContain("not-business");
        assertThat(complete(browser, task, manifest).status()).isEqualTo(403);
        run.wait(Duration.ofSeconds(70)); // the account waits after a wrong password
        var confirmed = confirm(browser, "business");
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        assertThat(confirmed.json().get("until").asText()).isNotBlank();
        assertThat(complete(browser, task, manifest).status()).isEqualTo(204);
        run.work();
        assertThat(run.state().at("/signOffs/0/state").asText()).isEqualTo("approved");

        // a program sends the password with the very call
        run.sign("environment", "UserTask_SignOffEnvironment");
    }

    private static Web.Answer confirm(Web browser, String password) {
        return browser.json(
                "POST", "/api/session/confirmation", "{\"password\": \"%s\"}".formatted(password), token(browser));
    }

    private static Map<String, String> token(Web browser) {
        var token = browser.get("/api/session").json().get("token");
        return Map.of(token.get("header").asText(), token.get("value").asText());
    }

    private static Web.Answer complete(Web browser, String task, String manifest) {
        browser.page("/camunda/app/tasklist/default/");
        var answer = "{\"variables\": {\"decision\": {\"value\": \"approve\"}, \"manifest\": {\"value\": \"%s\"}}}";
        var token = browser.cookie("XSRF-TOKEN").orElseThrow();
        return browser.json(
                "POST",
                "/camunda/api/engine/engine/default/task/%s/submit-form".formatted(task),
                answer.formatted(manifest),
                Map.of("X-XSRF-TOKEN", token));
    }

    @Test
    void thePageForItTakesThePasswordAndSaysUntilWhen() {
        var browser = Web.browser(port);
        browser.logIn("environment", "environment");
        var wrong = browser.form(
                "/confirm-identity", Map.of("password", "wrong", "_csrf", browser.tokenOn("/confirm-identity")));
        assertThat(wrong.header("Location")).endsWith("/confirm-identity?wrong");
        assertThat(browser.page("/confirm-identity?wrong").body()).contains("Nothing was confirmed");
        clock.forward(Duration.ofSeconds(70)); // the account waits after a wrong password
        var right = browser.form(
                "/confirm-identity", Map.of("password", "environment", "_csrf", browser.tokenOn("/confirm-identity")));
        assertThat(right.header("Location")).endsWith("/confirm-identity");
        assertThat(browser.page("/confirm-identity").body()).contains("You may sign until");
    }

    @Test
    void aConfirmationWithoutTheTokenOfTheSessionIsRefused() {
        var browser = Web.browser(port);
        browser.logIn("customer", "customer");
        assertThat(browser.json("POST", "/api/session/confirmation", "{\"password\": \"customer\"}")
                        .status())
                .isEqualTo(403);
        assertThat(Web.program(port)
                        .json("POST", "/api/session/confirmation", "{}")
                        .status())
                .isEqualTo(403);
    }
}

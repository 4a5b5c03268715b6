package dev.handover.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.ApplicationTest;
import dev.handover.Web;
import dev.handover.Web.Answer;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Logging in and out, and what a session is good for, on the running application. */
@ApplicationTest
class LoginTests {

    private static final String SESSION = "HANDOVER_SESSION";

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcTemplate jdbc;

    private Web browser;

    @BeforeEach
    void openBrowser() {
        browser = Web.browser(port);
    }

    @Test
    void somebodyOnTheWayToAPageIsLedThereAfterTheLogin() {
        var asked = browser.page("/camunda/app/tasklist/default/?x=1");
        assertThat(asked.status()).isEqualTo(302);
        assertThat(asked.header("Location")).endsWith("/login");
        var loggedIn = browser.logIn("production", "production");
        assertThat(loggedIn.status()).isEqualTo(302);
        assertThat(loggedIn.header("Location")).endsWith("/camunda/app/tasklist/default/?x=1");
        assertThat(browser.page("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        assertThat(browser.get("/camunda/api/admin/auth/user/default")
                        .json()
                        .get("userId")
                        .asText())
                .isEqualTo("production");
    }

    @Test
    void aLoginMakesANewSession() {
        browser.page("/login");
        var before = browser.cookie(SESSION).orElseThrow();
        browser.logIn("requester", "requester");
        assertThat(browser.cookie(SESSION)).get().isNotEqualTo(before);
    }

    @Test
    void theSessionCookieIsKeptFromScriptsAndForeignPages() {
        var cookies = browser.page("/login").headers("Set-Cookie");
        assertThat(cookies).singleElement().asString().startsWith(SESSION + "=").contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void aWrongPasswordAnUnknownPersonAndALockedAccountLookTheSame() {
        var person = somebody();
        var wrong = failure(browser.logIn(person, "wrong"));
        jdbc.update("update act_id_user set attempts_ = 10 where id_ = ?", person); // as many as the settings allow
        var locked = failure(browser.logIn(person, person));
        var unknown = failure(browser.logIn("nobody-" + person, "wrong"));
        assertThat(wrong)
                .contains("User id or password is wrong")
                .isEqualTo(locked)
                .isEqualTo(unknown);
    }

    @Test
    void anImpossibleUserIdIsJustWrong() {
        assertThat(failure(browser.logIn("a\u0000b", "x"))).contains("User id or password is wrong");
        assertThat(failure(browser.logIn("x".repeat(4001), "x"))).contains("User id or password is wrong");
    }

    @Test
    void aLoginThatNoPageOfOursSentIsRefused() {
        var answer = browser.form("/login", Map.of("username", "admin", "password", "admin"));
        assertThat(answer.header("Location")).endsWith("/login?expired");
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void loggingOutOnOurPagesEndsEverything() {
        browser.logIn("admin", "admin");
        var token = browser.get("/api/session").json().get("token").get("value").asText();
        var answer = browser.form("/logout", Map.of("_csrf", token));
        assertThat(answer.header("Location")).endsWith("/login?logout");
        assertThat(browser.get("/camunda/api/engine/engine/default/task/count").status())
                .isEqualTo(401);
        assertThat(browser.page("/login?logout").body()).contains("You are logged out.");
    }

    @Test
    void loggingOutInTasklistEndsEverything() {
        browser.logIn("admin", "admin");
        assertThat(browser.json("POST", "/camunda/api/admin/auth/user/default/logout", "")
                        .status())
                .isEqualTo(204);
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void theLoginOfTheEngineIsClosed() {
        browser.logIn("requester", "requester");
        browser.page("/camunda/app/tasklist/default/");
        var asAdmin = Map.of("username", "admin", "password", "admin");
        assertThat(browser.form("/camunda/api/admin/auth/user/default/login/cockpit", asAdmin)
                        .status())
                .isEqualTo(403);
        assertThat(browser.get("/camunda/api/admin/auth/user/default")
                        .json()
                        .get("userId")
                        .asText())
                .isEqualTo("requester");
    }

    @Test
    void theSessionOfADeletedAccountEndsAtOnce() {
        var person = somebody();
        browser.logIn(person, person);
        assertThat(browser.get("/api/session").status()).isEqualTo(200);
        identity.deleteUser(person);
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        assertThat(browser.get("/camunda/api/engine/engine/default/task/count").status())
                .isEqualTo(401);
    }

    @Test
    void aGroupThatIsTakenAwayIsGoneAtOnce() {
        var person = somebody();
        identity.createMembership(person, Group.ADMINS.id());
        browser.logIn(person, person);
        assertThat(browser.get("/actuator/info").status()).isEqualTo(200);
        var incidents = "/camunda/api/cockpit/plugin/base/default/incident/count";
        var accounts = "/camunda/api/engine/engine/default/user/count?id=admin";
        assertThat(browser.get(incidents).status()).isEqualTo(200);
        assertThat(browser.get(accounts).json().get("count").asInt()).isOne();
        identity.deleteMembership(person, Group.ADMINS.id());
        assertThat(browser.get("/actuator/info").status()).isEqualTo(403);
        assertThat(browser.get(incidents).status()).isEqualTo(403);
        assertThat(browser.get(accounts).json().get("count").asInt()).isZero();
    }

    @Test
    void aPageOfOursNeedsTheTokenAndAProgramDoesNot() {
        browser.logIn("requester", "requester");
        assertThat(problem(browser.json("POST", "/api/session", "{}"))).isEqualTo("403 urn:handover:token-missing");
        var token = browser.get("/api/session").json().get("token");
        var withToken = Map.of(token.get("header").asText(), token.get("value").asText());
        assertThat(browser.json("POST", "/api/session", "{}", withToken).status())
                .isEqualTo(405);
        var program = Web.withPassword(port, "requester", "requester");
        assertThat(program.json("POST", "/api/session", "{}").status()).isEqualTo(405);
    }

    @Test
    void aPasswordThatTheBrowserRemembersIsWorthNothingToAForeignPage() {
        var program = Web.withPassword(port, "requester", "requester");
        assertThat(problem(program.json("POST", "/api/session", "{}", Map.of("Sec-Fetch-Site", "cross-site"))))
                .isEqualTo("403 urn:handover:token-missing");
        assertThat(problem(program.json("POST", "/api/session", "{}", Map.of("Origin", "https://evil.example"))))
                .isEqualTo("403 urn:handover:token-missing");
    }

    @Test
    void aProgramGetsNoSessionAndABrowserNoPasswordDialog() {
        var program = Web.withPassword(port, "requester", "requester").get("/engine-rest/task/count");
        assertThat(program.headers("Set-Cookie")).isEmpty();
        assertThat(Web.program(port).get("/api/session").header("WWW-Authenticate"))
                .startsWith("Basic");
        assertThat(browser.get("/api/session").header("WWW-Authenticate")).isEmpty();
    }

    @Test
    void ourPagesLetNothingForeignIn() {
        var page = browser.page("/login");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    @Test
    void anErrorIsAPageForPeopleAndAProblemForPrograms() {
        browser.logIn("requester", "requester");
        var page = browser.page("/no/such/page");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("<h1>Nothing here</h1>", "To the overview");
        var program = Web.withPassword(port, "requester", "requester").get("/api/no-such-thing");
        assertThat(problem(program)).isEqualTo("404 urn:handover:not-found");
    }

    private String failure(Answer login) {
        assertThat(login.header("Location")).endsWith("/login?error");
        return browser.page("/login?error").body().replaceAll("value=\"[^\"]*\"", "");
    }

    private static String problem(Answer answer) {
        return answer.status() + " " + answer.json().get("type").asText();
    }

    /** A new person whose password is the user id. */
    private String somebody() {
        var id = "somebody-" + UUID.randomUUID();
        var person = identity.newUser(id);
        person.setPassword(id);
        ((IdentityServiceImpl) identity).saveUser(person, true);
        return id;
    }
}

package dev.handover.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.ApplicationTest;
import dev.handover.Handoff;
import dev.handover.Rest;
import dev.handover.Web;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Guessed passwords, foreign pages, and accounts that let nobody in any more (abuse rows A15 and A17). */
@ApplicationTest
class LoginProtectionTests {

    /** As much as the settings allow. */
    private static final int ATTEMPTS = 10;

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AccountStore accounts;

    @Autowired
    private Users users;

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    private String person;

    @BeforeEach
    void somebodyIsThere() {
        person = "guarded-" + UUID.randomUUID();
        var user = identity.newUser(person);
        user.setPassword(person);
        ((IdentityServiceImpl) identity).saveUser(user, true);
        identity.createMembership(person, Group.OWNERS.id());
    }

    @Test
    void twelveWrongPasswordsLockTheAccountWhateverWayTheyCome() {
        IntStream.rangeClosed(1, 12).forEach(attempt -> {
            if (attempt % 2 == 0) {
                assertThat(Web.withPassword(port, person, "wrong")
                                .get("/api/session")
                                .status())
                        .isEqualTo(401);
            } else {
                assertThat(Web.browser(port).logIn(person, "wrong").header("Location"))
                        .endsWith("/login?error");
            }
            var account = accounts.get(person).orElseThrow();
            assertThat(account.attempts()).isEqualTo(Math.min(attempt, ATTEMPTS));
            assertThat(account.locked()).isEqualTo(attempt >= ATTEMPTS);
            waited();
        });
        assertThat(Web.browser(port).logIn(person, person).header("Location")).endsWith("/login?error");
        assertThat(Web.withPassword(port, person, person).get("/api/session").status())
                .isEqualTo(401);
        assertThat(rest.post("admin", "/api/users/%s/unlock".formatted(person), Map.of())
                        .json()
                        .get("locked")
                        .asBoolean())
                .isFalse();
        assertThat(Web.withPassword(port, person, person).get("/api/session").status())
                .isEqualTo(200);
    }

    @Test
    void whoNobodyCanUnlockIsUnlockedByASettingAtTheStart() {
        jdbc.update("update act_id_user set attempts_ = ? where id_ = ?", ATTEMPTS, person);
        assertThat(Web.withPassword(port, person, person).get("/api/session").status())
                .isEqualTo(401);
        new UnlockAtStart(new LoginSettings(true, Duration.ofMillis(100), person), users).open();
        assertThat(Web.withPassword(port, person, person).get("/api/session").status())
                .isEqualTo(200);
        assertThat(jdbc.queryForList(
                        "select actor || ': ' || detail from admin_act where subject = ?", String.class, person))
                .containsExactly("handover: by the setting handover.login.unlock, after 10 wrong passwords");
    }

    @Test
    void aPlanNamesNobodyWhoseAccountIsDisabled() {
        var plan = handoff.plan().replace("  support: support\n", "  support: %s\n".formatted(person));
        assertThat(rest.postYaml("requester", "/api/go-lives?dryRun=true", plan).status())
                .isEqualTo(200);
        setDisabled(true);
        var refused = rest.postYaml("requester", "/api/go-lives?dryRun=true", plan);
        assertThat(refused.status()).isEqualTo(422);
        var mistake = refused.json().get("errors").get(0);
        assertThat(mistake.get("pointer").asText()).isEqualTo("/owners/support");
        assertThat(mistake.get("message").asText()).isEqualTo("The account \"%s\" is disabled.".formatted(person));
        assertThat(mistake.get("mend").asText()).contains("Name another person");
    }

    @Test
    void theFirstWaitIsShortAndEachIsLonger() {
        for (var seconds : List.of(3, 6, 12)) {
            waited();
            var asked = clock.instant();
            Web.withPassword(port, person, "wrong").get("/api/session");
            var answered = clock.instant();
            // However long the answer took: the engine counts whole seconds from a moment between the two.
            assertThat(waitsUntil()).isBetween(asked.plusSeconds(seconds - 1), answered.plusSeconds(seconds));
        }
    }

    private Instant waitsUntil() {
        var until =
                jdbc.queryForObject("select lock_exp_time_ from act_id_user where id_ = ?", Timestamp.class, person);
        return Objects.requireNonNull(until, "no wrong password is counted").toInstant();
    }

    /** As if the wait had gone by: the clock belongs to other tests, too. */
    private void waited() {
        jdbc.update("update act_id_user set lock_exp_time_ = null where id_ = ?", person);
    }

    /** Nobody learns by text or time whether there is such an account, or how it stands. */
    @Test
    void everyRefusalReadsAndTakesTheSame() {
        Supplier<String> unknown = () -> refused("nobody-" + UUID.randomUUID(), "wrong");
        Supplier<String> waiting = () -> refused(person, "wrong");
        Supplier<String> impossible = () -> refused("no/user", "wrong");
        assertSame(waiting, unknown);
        assertSame(impossible, unknown);
        accounts.disable(person, "admin");
        assertSame(() -> refused(person, person), unknown);
    }

    private static void assertSame(Supplier<String> one, Supplier<String> other) {
        assertThat(one.get()).isEqualTo(other.get());
        assertThat(Pace.compare(5, one, other)).isEqualTo(Pace.EVEN);
    }

    private String refused(String userId, String password) {
        var answer = Web.withPassword(port, userId, password).get("/api/session");
        assertThat(answer.status()).isEqualTo(401);
        return answer.body() + answer.header("WWW-Authenticate");
    }

    @Test
    void theSessionOfADisabledAccountEndsWithTheNextRequestAndItsPasswordIsNotTaken() {
        var browser = Web.browser(port);
        browser.logIn(person, person);
        assertThat(browser.get("/api/session").status()).isEqualTo(200);
        assertThat(setDisabled(true)).isEqualTo(200);
        assertThat(browser.get("/camunda/api/engine/engine/default/task/count").status())
                .isEqualTo(401);
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        assertThat(Web.browser(port).logIn(person, person).header("Location")).endsWith("/login?error");
        for (var address : List.of("/engine-rest/task/count", "/api/go-lives")) {
            assertThat(Web.withPassword(port, person, person).get(address).status())
                    .isEqualTo(401);
        }
        assertThat(setDisabled(false)).isEqualTo(200);
        assertThat(Web.withPassword(port, person, person).get("/api/session").status())
                .isEqualTo(200);
    }

    /** A session that slept while the account was disabled does not wake up with it. */
    @Test
    void enablingAnAccountBringsNoOldSessionBack() {
        var browser = Web.browser(port);
        browser.logIn(person, person);
        setDisabled(true);
        setDisabled(false);
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        browser.logIn(person, person);
        assertThat(browser.get("/api/session").status()).isEqualTo(200);
    }

    private int setDisabled(boolean disabled) {
        return rest.put("admin", "/api/users/%s/disabled".formatted(person), Map.of("disabled", disabled))
                .status();
    }

    @Test
    void aTokenOfAnEarlierSessionIsWorthNothing() {
        var browser = Web.browser(port);
        var before = browser.tokenOn("/login");
        browser.logIn(person, person);
        assertThat(browser.form("/deputies", Map.of("_csrf", before)).status()).isEqualTo(403);
        var during = browser.tokenOn("/deputies");
        browser.form("/logout", Map.of("_csrf", during));
        browser.logIn(person, person);
        assertThat(browser.form("/deputies", Map.of("_csrf", during)).status()).isEqualTo(403);
        assertThat(browser.form("/deputies", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void aForeignPageChangesNothingInTheNameOfWhoeverIsLoggedIn() {
        var browser = Web.browser(port);
        browser.logIn("admin", "admin");
        var foreign = Map.of(
                "Content-Type", "application/x-www-form-urlencoded",
                "Sec-Fetch-Site", "cross-site",
                "Origin", "https://evil.example");
        for (var path : List.of("disable", "groups", "delete", "password")) {
            var answer = browser.call("POST", "/admin/users/%s/%s".formatted(person, path), "password=x", foreign);
            assertThat(answer.status()).as(path).isEqualTo(403);
        }
        assertThat(browser.call(
                                "PUT",
                                "/api/users/%s/disabled".formatted(person),
                                "{\"disabled\":true}",
                                Map.of("Content-Type", "application/json", "Origin", "https://evil.example"))
                        .status())
                .isEqualTo(403);
        var account = accounts.get(person).orElseThrow();
        assertThat(account.disabled()).isFalse();
        assertThat(account.groups()).containsExactly(Group.OWNERS);
    }
}

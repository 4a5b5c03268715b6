package dev.handover.board.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.ApplicationTest;
import dev.handover.Handoff;
import dev.handover.Rest;
import dev.handover.Web;
import dev.handover.golive.Absences;
import dev.handover.golive.ClosedDays;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** What admins see and change by page and over REST, and who may not. */
@ApplicationTest
class AdminPageTests {

    private static final String GOOD = "wintergarden kettle 9";

    @Autowired
    private Rest rest;

    @Autowired
    private Handoff handoff;

    @Autowired
    private Absences absences;

    @Autowired
    private ClosedDays closedDays;

    @Autowired
    private ConfigurableEnvironment environment;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private String id;
    private LocalDate today;

    @BeforeEach
    void somebodyNew() {
        id = "nora." + UUID.randomUUID().toString().substring(0, 8);
        today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @AfterEach
    void nothingIsLeft() {
        absences.ahead().forEach(each -> absences.end(each.id(), each.person()));
        closedDays.all().forEach(each -> closedDays.open(each.day(), "admin"));
    }

    @Test
    void anAdminCreatesAUserGivesGroupsAndDeletesThemWithoutAnyScript() {
        var admin = browser("admin");
        assertThat(admin.page("/admin").body()).contains("It has 12 to 128 characters.", "Create the user");
        var weak = create(admin, "nora");
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.body())
                .contains("The password is not good enough.", "value=\"" + id + "\"", "Nora &lt;b&gt;Neu")
                .doesNotContain("value=\"nora\"");

        assertThat(create(admin, GOOD).header("Location")).endsWith("/admin/users/" + id);
        assertThat(admin.page("/admin/users/" + id).body()).contains("can log in now.", "Owners", "Nora &lt;b&gt;Neu");
        var nora = Web.browser(port);
        nora.logIn(id, GOOD);
        assertThat(nora.get("/api/session").json().get("groups").get(0).asText())
                .isEqualTo("owners");

        act(admin, "groups", "groups", "validators");
        assertThat(nora.get("/api/session").json().get("groups").get(0).asText())
                .isEqualTo("validators");
        assertThat(admin.page("/admin?text=" + id).body()).contains("1 users, page 1 of 1", "Validators");

        assertThat(act(admin, "delete", "x", "x")).isEqualTo(302);
        assertThat(nora.get("/api/session").status()).isEqualTo(401);
        assertThat(admin.page("/admin").body())
                .contains("%s is deleted.".formatted(id), "Deleted a user", "Changed the groups of a user")
                .doesNotContain(GOOD);
    }

    @Test
    void aNewPasswordEndsTheSessionsOfTheOldOne() {
        var admin = browser("admin");
        create(admin, GOOD);
        var nora = Web.browser(port);
        nora.logIn(id, GOOD);
        assertThat(act(admin, "password", "password", "short")).isEqualTo(422);
        assertThat(nora.get("/api/session").status()).isEqualTo(200);
        assertThat(act(admin, "password", "password", "another kettle window 3"))
                .isEqualTo(302);
        assertThat(nora.get("/api/session").status()).isEqualTo(401);
        assertThat(Web.withPassword(port, id, "another kettle window 3")
                        .get("/api/session")
                        .status())
                .isEqualTo(200);
        assertThat(rest.get("admin", "/api/users/" + id).json().get("lastLogin").asText())
                .isNotBlank();
    }

    @Test
    void anAdminChangesNameAndAddress() {
        var admin = browser("admin");
        create(admin, GOOD);
        var token = admin.tokenOn("/admin/users/" + id);
        var form = Map.of("name", "Nora Alt", "email", "nora", "_csrf", token);
        assertThat(admin.form("/admin/users/%s/description".formatted(id), form).body())
                .contains("&quot;nora&quot; is no e-mail address.");
        assertThat(act(admin, "description", "name", "Nora Alt")).isEqualTo(302);
        assertThat(admin.page("/admin/users/" + id).body())
                .contains("Name and address are as entered.", "<h1 id=\"user\">Nora Alt</h1>", "<dd>–</dd>");

        var renamed = rest.put("admin", "/api/users/" + id, Map.of("name", "Nora Neu", "email", "n@contoso.example"));
        assertThat(renamed.json().get("name").asText()).isEqualTo("Nora Neu");
        assertThat(renamed.json().get("email").asText()).isEqualTo("n@contoso.example");
        assertThat(admin.page("/admin").body())
                .contains("Changed name or address of a user", "before: Nora Alt, no address");
    }

    @Test
    void anAdminIsToldWhatTheyCannotDoToThemselves() {
        var admin = browser("admin");
        assertThat(admin.page("/admin/users/admin").body())
                .contains("This is your own account")
                .doesNotContain("/disable", "/delete");
        var answer = admin.form(
                "/admin/users/admin/groups", Map.of("groups", "owners", "_csrf", admin.tokenOn("/admin/users/admin")));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("You cannot take the admin&#39;s group from yourself.");
        assertThat(rest.put("admin", "/api/users/admin/disabled", Map.of("disabled", true))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void anAuditorLooksAndHasNoForms() {
        var page = browser("auditor").page("/admin");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Settings in force", "handover.login.lockout.attempts", "You may look; admins change it.")
                .doesNotContain("Create the user", "Close the day", "action=\"/admin/users\"");
        assertThat(browser("auditor").page("/admin/users/business").body()).doesNotContain("/disable", "/password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"requester", "production", "validator", "outsider"})
    void nobodyElseSeesAnyOfIt(String person) {
        var browser = browser(person);
        assertThat(browser.page("/").body()).doesNotContain("href=\"/admin\"");
        for (var path : List.of("/admin", "/admin/users/admin")) {
            assertThat(browser.page(path).status()).as(path).isEqualTo(403);
        }
        for (var path :
                List.of("/api/users", "/api/users/admin", "/api/settings", "/api/admin-acts", "/api/absences/gaps")) {
            assertThat(rest.get(person, path).status()).as(path).isEqualTo(403);
        }
        assertThat(rest.get(person, "/api/closed-days").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "auditor, 403",
        "requester, 403",
        "admin, 404",
    })
    void onlyAdminsChangeAnything(String person, int status) {
        var path = "/api/users/nobody-here";
        assertThat(rest.put(person, path + "/groups", Map.of("groups", List.of()))
                        .status())
                .isEqualTo(status);
        assertThat(rest.put(person, path + "/disabled", Map.of("disabled", true))
                        .status())
                .isEqualTo(status);
        assertThat(rest.put(person, path + "/password", Map.of("password", GOOD))
                        .status())
                .isEqualTo(status);
        assertThat(rest.post(person, path + "/unlock", Map.of()).status()).isEqualTo(status);
        if (status == 403) {
            assertThat(rest.post(person, "/api/users", Map.of("userId", "x")).status())
                    .isEqualTo(403);
            assertThat(rest.put(person, "/api/closed-days/" + today, Map.of("name", "x"))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void usersAreFoundByAnyPartOfIdNameOrAddressAndByPages() {
        var named = rest.get("auditor", "/api/users?text=KUNDE").json();
        assertThat(named.get("total").asInt()).isEqualTo(1);
        assertThat(named.get("users").get(0).get("userId").asText()).isEqualTo("customer");
        assertThat(rest.get("admin", "/api/users?text=cora%20k")
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(rest.get("admin", "/api/users?text=customer@handover")
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(rest.get("admin", "/api/users?text=%25").json().get("total").asInt())
                .isZero();
        assertThat(rest.get("admin", "/api/users?text=_").json().get("total").asInt())
                .isZero();
        var first = rest.get("admin", "/api/users?size=3").json();
        var second = rest.get("admin", "/api/users?size=3&page=1").json();
        assertThat(first.get("users")).hasSize(3);
        assertThat(second.get("users").get(0)).isNotEqualTo(first.get("users").get(2));
        assertThat(rest.get("admin", "/api/users?size=1000").status()).isEqualTo(422);
    }

    @Test
    void usersAreManagedOverRest() {
        var wanted = new HashMap<String, Object>(Map.of("userId", id, "name", "Nora", "groups", List.of("owners")));
        wanted.put("password", "password1234");
        var weak = rest.post("admin", "/api/users", wanted);
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.json().get("type").asText()).isEqualTo("urn:handover:invalid-input");
        assertThat(weak.json().get("errors")).isNotEmpty();
        wanted.put("password", GOOD);
        var created = rest.post("admin", "/api/users", wanted);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(rest.get("admin", created.location()).json()).isEqualTo(created.json());
        assertThat(rest.post("admin", "/api/users", wanted).status()).isEqualTo(409);
        assertThat(rest.put("admin", created.location() + "/groups", Map.of("groups", List.of("choir")))
                        .status())
                .isEqualTo(422);
        for (var again = 0; again < 2; again++) {
            var set = rest.put("admin", created.location() + "/groups", Map.of("groups", List.of("auditors")));
            assertThat(set.json().get("groups").get(0).asText()).isEqualTo("auditors");
        }
        assertThat(rest.get("admin", "/api/admin-acts").json().findValuesAsText("subject").stream()
                        .filter(id::equals))
                .as("one for the creation, one for the groups")
                .hasSize(2);
    }

    @Test
    void noSecretIsEverShown() {
        var shown = rest.get("admin", "/api/settings");
        var page = browser("admin").page("/admin").body();
        var secrets = environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> List.of(((EnumerablePropertySource<?>) source).getPropertyNames()).stream())
                .filter(name -> name.matches("handover\\.secrets\\..*\\.value|.*(password|client-secret)"))
                .map(environment::getProperty)
                .filter(value -> value != null && value.length() > 5 && !value.equals("handover"))
                .toList();
        assertThat(secrets).as("the sample has some").hasSizeGreaterThan(4).contains("ada.admin-pw");
        assertThat(secrets).allSatisfy(secret -> {
            assertThat(shown.text()).doesNotContain(secret);
            assertThat(page).doesNotContain(secret);
        });
        var settings = shown.json();
        assertThat(settings.findValuesAsText("name"))
                .contains("handover.secrets.aurora-administrator.value", "handover.deputies.look-every")
                .isSorted()
                .doesNotHaveDuplicates();
        settings.forEach(setting -> {
            assertThat(setting.get("source").asText()).isNotBlank().doesNotContain("/");
            if (setting.get("name").asText().endsWith("administrator.value")) {
                assertThat(setting.get("value").asText()).isEqualTo("set");
                assertThat(setting.get("source").asText()).isEqualTo("settings file application-development.yml");
            }
        });
    }

    @Test
    void aClosedDayIsAddedAndTakenBackOnThePage() {
        var admin = browser("admin");
        var day = today.plusDays(40);
        var token = admin.tokenOn("/admin");
        assertThat(admin.form("/admin/closed-days", Map.of("day", "soon", "name", "x", "_csrf", token))
                        .status())
                .isEqualTo(422);
        var closed =
                admin.form("/admin/closed-days", Map.of("day", day.toString(), "name", "<i>Party", "_csrf", token));
        assertThat(closed.status()).isEqualTo(302);
        assertThat(admin.page("/admin").body()).contains("&lt;i&gt;Party", "Open it");
        assertThat(rest.get("requester", "/api/closed-days").text()).contains(day.toString());
        assertThat(admin.form("/admin/closed-days/%s/open".formatted(day), Map.of("_csrf", token))
                        .status())
                .isEqualTo(302);
        assertThat(rest.get("requester", "/api/closed-days").text()).doesNotContain(day.toString());
        assertThat(rest.put("admin", "/api/closed-days/" + day, Map.of("name", "Party"))
                        .status())
                .isEqualTo(204);
        assertThat(rest.put("admin", "/api/closed-days/someday", Map.of("name", "Party"))
                        .status())
                .isBetween(400, 499);
    }

    @Test
    void whoIsAwayWithoutADeputyIsSeenByThoseWhoCanMendIt() {
        var goLive = handoff.start();
        var entered = rest.post(
                "support",
                "/api/absences",
                Map.of("from", today.toString(), "until", today.plusDays(2).toString(), "zone", "UTC", "note", "Spa"));
        assertThat(entered.status()).as(entered.text()).isEqualTo(201);
        assertThat(entered.json().get("state").asText()).isEqualTo("now");

        var page = "/go-lives/" + goLive.key();
        assertThat(browser("requester").page(page).body())
                .contains("Susan Sauer (support owner) is away", "nobody stands in")
                .doesNotContain("Spa");
        assertThat(browser("admin").page(page).body()).contains("Susan Sauer (support owner) is away");
        assertThat(browser("production").page(page).body()).doesNotContain("is away");
        assertThat(browser("auditor").page("/admin").body()).contains("nobody stands in", "Susan Sauer", goLive.key());
        assertThat(rest.get("auditor", "/api/absences/gaps").text()).contains("\"support\"");

        assertThat(rest.get("production", entered.location()).status()).isEqualTo(404);
        assertThat(rest.post("production", entered.location() + "/end", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(rest.post("auditor", entered.location() + "/end", Map.of()).status())
                .isEqualTo(403);
        assertThat(rest.post("support", entered.location() + "/end", Map.of()).status())
                .isEqualTo(200);
        assertThat(browser("requester").page(page).body()).doesNotContain("is away");
    }

    @Test
    void aPersonSaysOnThePageThatTheyAreAwayWithoutADeputy() {
        var browser = browser("change");
        var form = Map.of(
                "deputy",
                "",
                "from",
                today.toString(),
                "until",
                today.plusDays(1).toString(),
                "zone",
                "UTC",
                "note",
                "<b>Leave",
                "_csrf",
                browser.tokenOn("/deputies"));
        assertThat(browser.form("/deputies", form).status()).isEqualTo(302);
        assertThat(browser.page("/deputies").body())
                .contains("Charles Chang is away from", "Away without a deputy", "&lt;b&gt;Leave");
        assertThat(browser.form("/deputies", form).status()).as("away already").isEqualTo(409);
        assertThat(browser("production").page("/deputies").body()).doesNotContain("Charles Chang");
        var forged = new HashMap<>(form);
        forged.put("principal", "business");
        assertThat(browser.form("/deputies", forged).status()).isEqualTo(403);
        var absence = absences.of("change").get(0).id();
        browser.form("/deputies/absences/%s/end".formatted(absence), Map.of("_csrf", browser.tokenOn("/deputies")));
        assertThat(browser.page("/deputies").body()).contains("Charles Chang is away no longer.");
    }

    @Test
    void somebodyWhoseAccountIsDisabledStandsForNobody() {
        create(browser("admin"), GOOD);
        rest.put("admin", "/api/users/%s/disabled".formatted(id), Map.of("disabled", true));
        var answer = rest.post(
                "business",
                "/api/deputies",
                Map.of("deputy", id, "from", today.toString(), "until", today.toString(), "zone", "UTC"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("is disabled");
    }

    private Web.Answer create(Web admin, String password) {
        return admin.form(
                "/admin/users",
                Map.of(
                        "userId",
                        id,
                        "name",
                        "Nora <b>Neu",
                        "email",
                        "nora@handover.example",
                        "password",
                        password,
                        "groups",
                        "owners",
                        "_csrf",
                        admin.tokenOn("/admin")));
    }

    private int act(Web admin, String what, String field, String value) {
        var token = admin.tokenOn("/admin/users/" + id);
        return admin.form("/admin/users/%s/%s".formatted(id, what), Map.of(field, value, "_csrf", token))
                .status();
    }

    private Web browser(String user) {
        var browser = Web.browser(port);
        browser.logIn(user, user);
        return browser;
    }
}

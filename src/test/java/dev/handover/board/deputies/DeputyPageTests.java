package dev.handover.board.deputies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.ApplicationTest;
import dev.handover.Rest;
import dev.handover.Web;
import dev.handover.golive.Deputies;
import dev.handover.golive.EnteredPeriod;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Naming and ending deputies by the page and by programs. */
@ApplicationTest
class DeputyPageTests {

    private static final String API = "/api/deputies";

    @Autowired
    private Rest rest;

    @Autowired
    private Deputies deputies;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    private LocalDate today;

    @BeforeEach
    void look() {
        today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @AfterEach
    void nobodyIsAwayAnyMore() {
        deputies.all().stream()
                .filter(each -> each.stateAt(clock.instant()) != EnteredPeriod.State.OVER)
                .forEach(each -> deputies.end(each.id(), "admin"));
    }

    @Test
    void aPersonNamesADeputyAndEndsThePeriodWithoutAnyScript() {
        var browser = browser("customer");
        var page = browser.page("/deputies").body();
        assertThat(page)
                .contains("You have named no deputy", "Time zone of these days")
                .doesNotContain("name=\"principal\"");

        var sent = browser.form("/deputies", form(browser, "deputy", "<b>On leave</b>"));
        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        page = browser.page("/deputies").body();
        assertThat(page)
                .contains("Dora Dietz stands for Cora Kunde from", "&lt;b&gt;On leave&lt;/b&gt;", "End it now")
                .doesNotContain("<b>On leave");
        assertThat(browser("deputy").page("/deputies").body()).contains("Cora Kunde", "End it now");
        assertThat(browser("validator").page("/deputies").body()).contains("You have named no deputy");

        var id = deputies.of("customer").get(0).id();
        var token = Map.of("_csrf", browser.tokenOn("/deputies"));
        assertThat(browser.form("/deputies/%s/end".formatted(id), token).status())
                .isEqualTo(302);
        assertThat(browser.page("/deputies").body())
                .contains("Dora Dietz stands for Cora Kunde no longer.", "ended by Cora Kunde");
        browser.form("/deputies/%s/end".formatted(id), token);
        assertThat(browser.page("/deputies").body()).contains("This is over already.");
    }

    @Test
    void whatIsWrongIsSaidAndTheFormKeepsWhatWasTyped() {
        var browser = browser("business");
        var sent = browser.form("/deputies", form(browser, "nobody", "My note"));
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body())
                .contains(
                        "Nobody with the user id &quot;nobody&quot; is known.",
                        "value=\"nobody\"",
                        "value=\"My note\"");
        var withoutToken = new HashMap<>(form(browser, "deputy", ""));
        withoutToken.remove("_csrf");
        assertThat(browser.form("/deputies", withoutToken).status()).isEqualTo(403);
        assertThat(deputies.inForce("business")).isEmpty();
    }

    @Test
    void nobodyButAnAdminNamesADeputyForSomebodyElse() {
        assertThat(post("requester", "business", "deputy").status()).isEqualTo(403);
        assertThat(post("auditor", "business", "deputy").status()).isEqualTo(403);
        assertThat(post("admin", "business", "admin").status()).isEqualTo(422);
        assertThat(post("business", null, "admin").text()).contains("those decide for nobody");
        assertThat(post("business", null, " auditor ").status()).isEqualTo(422);
        var named = post("admin", "business", "deputy");
        assertThat(named.status()).as(named.text()).isEqualTo(201);
        assertThat(named.json().get("namedBy").asText()).isEqualTo("admin");
        assertThat(named.json().get("state").asText()).isEqualTo("now");
        assertThat(rest.get("business", named.location()).json()).isEqualTo(named.json());
        var browser = browser("admin");
        assertThat(browser.page("/deputies").body()).contains("name=\"principal\"", "Ada Admin", "Dora Dietz");
        var forged = new HashMap<>(form(browser("support"), "deputy", ""));
        forged.put("principal", "change");
        assertThat(browser("support").form("/deputies", forged).status()).isEqualTo(403);
        assertThat(deputies.inForce("change")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "business, 200, 200",
        "deputy, 200, 200",
        "admin, 200, 200",
        "auditor, 200, 403",
        "change, 404, 404",
        "requester, 404, 404",
    })
    void bothPersonsAndAdminsEndAPeriod(String user, int look, int end) {
        var location = post("business", null, "deputy").location();
        assertThat(rest.get(user, location).status()).isEqualTo(look);
        assertThat(rest.post(user, location + "/end", Map.of()).status()).isEqualTo(end);
        assertThat(deputies.inForce("business").isPresent()).isEqualTo(end != 200);
        if (end == 200) {
            var again = rest.post(user, location + "/end", Map.of());
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.json().get("type").asText()).isEqualTo("urn:handover:conflict");
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "deputy, 2020-01-01, 2020-01-02, UTC",
                "deputy, 2099-01-01, 2099-01-02, UTC",
                "deputy, yesterday, 2099-01-02, UTC",
                "deputy, null, null, UTC",
                "deputy, today, 2020-01-01, UTC",
                "deputy, today, today, Europe/Atlantis",
                "deputy, today, +999999999-12-31, UTC",
                "null, today, today, UTC",
                "business, today, today, UTC",
                "nobody, today, today, UTC",
            })
    void whatIsNoPeriodIsRefusedInWords(String deputy, String from, String until, String zone) {
        var body = new HashMap<String, Object>();
        body.put("deputy", deputy);
        body.put("from", "today".equals(from) ? today.toString() : from);
        body.put("until", "today".equals(until) ? today.toString() : until);
        body.put("zone", zone);
        var answer = rest.post("business", API, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().get("detail").asText()).isNotBlank();
        assertThat(deputies.of("business").stream()
                        .filter(each -> each.stateAt(clock.instant()) != EnteredPeriod.State.OVER))
                .isEmpty();
    }

    @Test
    void unknownPeriodsAndOddIdsAreNoFault() {
        assertThat(rest.get("business", API + "/00000000-0000-0000-0000-000000000000")
                        .status())
                .isEqualTo(404);
        assertThat(rest.get("business", API + "/x").status()).isBetween(400, 499);
        assertThat(rest.post("business", API, "no object").status()).isBetween(400, 499);
        assertThat(rest.get(null, API).status()).isEqualTo(401);
    }

    private Rest.Answer post(String user, String principal, String deputy) {
        var body = new HashMap<String, Object>();
        body.put("principal", principal);
        body.put("deputy", deputy);
        body.put("from", today.toString());
        body.put("until", today.plusDays(1).toString());
        body.put("zone", "UTC");
        return rest.post(user, API, body);
    }

    private Map<String, String> form(Web browser, String deputy, String note) {
        return Map.of(
                "deputy",
                deputy,
                "from",
                today.toString(),
                "until",
                today.plusDays(1).toString(),
                "zone",
                "UTC",
                "note",
                note,
                "_csrf",
                browser.tokenOn("/deputies"));
    }

    private Web browser(String user) {
        var browser = Web.browser(port);
        browser.logIn(user, user);
        return browser;
    }
}

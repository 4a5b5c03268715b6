package dev.handover.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.handover.Web;
import dev.handover.Web.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Login at a real provider of OpenID Connect. */
class OpenIdLoginTests extends OpenIdTest {

    @Test
    void theLoginPageOffersBothWaysIn() {
        var page = Web.browser(port).page("/login").body();
        assertThat(page).contains("Log in with Contoso", "/oauth2/authorization/open-id", "name=\"password\"");
    }

    @Test
    void somebodyWhoLogsInThereIsLedToThePageTheyWanted() throws Exception {
        var browser = Web.browser(port);
        assertThat(browser.page("/wanted").header("Location")).endsWith("/login");
        var back = logIn(
                browser, LoginWays.PROVIDER_ADDRESS, claims("anna", "groups", List.of("owners", "it-operations")));
        assertThat(back.header("Location")).endsWith("/wanted");
        var session = browser.get("/api/session").json();
        assertThat(session.get("userId").asText()).isEqualTo("anna");
        assertThat(session.get("name").asText()).isEqualTo("Anna Berger");
        assertThat(session.get("groups")).hasToString("[\"camunda-admin\",\"owners\"]");
    }

    @Test
    void theLoginMakesANewSession() throws Exception {
        var browser = Web.browser(port);
        browser.page("/wanted");
        var before = browser.cookie(SESSION);
        logIn(browser, LoginWays.PROVIDER_ADDRESS, claims("anna"));
        assertThat(before).isPresent();
        assertThat(browser.cookie(SESSION)).isPresent().isNotEqualTo(before);
    }

    @Test
    void aGroupThatSomebodyLostThereIsLostHereAtTheNextLogin() throws Exception {
        logIn(Web.browser(port), LoginWays.PROVIDER_ADDRESS, claims("berta", "groups", List.of("auditors")));
        assertThat(people.viewer("berta").orElseThrow().isAuditor()).isTrue();
        logIn(Web.browser(port), LoginWays.PROVIDER_ADDRESS, claims("berta", "groups", List.of()));
        assertThat(people.viewer("berta").orElseThrow().groups()).isEmpty();
    }

    @Test
    void anAccountOfSomebodyElseIsNotTakenOver() throws Exception {
        var browser = Web.browser(port);
        var back = logIn(browser, LoginWays.PROVIDER_ADDRESS, claims("root"));
        assertThat(back.header("Location")).endsWith("/login?refused");
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        assertThat(browser.page("/login?refused").body()).contains("You are not logged in.");
    }

    @Test
    void anIdThatIsNoUserIdIsNotLetIn() throws Exception {
        for (var odd : List.of("", "a b", "x".repeat(65), "<script>")) {
            var browser = Web.browser(port);
            assertThat(logIn(browser, LoginWays.PROVIDER_ADDRESS, claims(odd)).header("Location"))
                    .as(odd)
                    .endsWith("/login?refused");
        }
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() {
        var browser = Web.browser(port);
        browser.page("/login");
        var answer = browser.page("/login/oauth2/code/open-id?code=abc&state=def");
        assertThat(answer.header("Location")).endsWith("/login?refused");
    }

    @Test
    void toConfirmTheProviderHasToAskAnewAndToSayWhen() throws Exception {
        var browser = Web.browser(port);
        logIn(browser, LoginWays.PROVIDER_ADDRESS, claims("anna"));
        assertThat(browser.page("/confirm-identity").body())
                .contains("Log in again with Contoso")
                .doesNotContain("You may sign until");

        var again = LoginWays.PROVIDER_ADDRESS + "?confirm=1";
        assertThat(browser.page(again).header("Location")).contains("prompt=login", "max_age=0");
        var now = clock.instant().getEpochSecond();
        var back = logIn(browser, again, claims("anna", "auth_time", now));
        assertThat(back.header("Location")).endsWith("/confirm-identity");
        assertThat(browser.page("/confirm-identity").body()).contains("You may sign until");
    }

    @Test
    void anOldLoginAtTheProviderConfirmsNothing() throws Exception {
        var browser = Web.browser(port);
        var longAgo = clock.instant().minusSeconds(301).getEpochSecond();
        logIn(browser, LoginWays.PROVIDER_ADDRESS + "?confirm=1", claims("anna", "auth_time", longAgo));
        assertThat(browser.page("/confirm-identity").body()).doesNotContain("You may sign until");
    }

    @Test
    void aProgramBringsATokenThatIsForUs() {
        var answer = withToken(token("contoso", "handover", claims("robot", "groups", List.of("project-team"))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("groups")).hasToString("[\"project-team\"]");
    }

    @Test
    void aTokenForAnotherOfAnotherIssuerOrChangedIsRefused() {
        var good = token("contoso", "handover", claims("robot"));
        assertThat(withToken(token("contoso", "payroll", claims("robot"))).status())
                .isEqualTo(401);
        assertThat(withToken(token("fabrikam", "handover", claims("robot"))).status())
                .isEqualTo(401);
        assertThat(withToken(token("contoso", "handover", claims("root"))).status())
                .isEqualTo(401);
        assertThat(withToken(good.substring(0, good.length() - 12) + "AAAAAAAAAAAA")
                        .status())
                .isEqualTo(401);
    }

    private static String token(String issuer, String audience, Map<String, Object> claims) {
        SignedJWT token = PROVIDER.issueToken(issuer, "robot", audience, claims);
        return token.serialize();
    }

    private Answer withToken(String token) {
        return Web.program(port).get("/api/session", Map.of("Authorization", "Bearer " + token));
    }
}

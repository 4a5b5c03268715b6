package dev.handover.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.nimbusds.jwt.SignedJWT;
import dev.handover.Web;
import dev.handover.Web.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Logging out here and at a real provider of OpenID Connect: whichever comes first, the other follows. */
class OpenIdLogoutTests extends OpenIdTest {

    private static final String TOLD = "/logout/connect/back-channel/open-id";
    private static final String LOGGED_OUT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Pattern REFRESH = Pattern.compile("http-equiv=\"refresh\" content=\"0;url=([^\"]+)\"");

    @Autowired
    private WebApplicationContext context;

    /** A person of each test's own. */
    private final String person = "p" + UUID.randomUUID().toString().substring(0, 8);

    private Web browser;

    @BeforeEach
    void somebodyIsLoggedIn() throws Exception {
        browser = Web.browser(port);
        logIn(browser, LoginWays.PROVIDER_ADDRESS, claims(person));
        assertThat(isIn(browser)).isTrue();
    }

    private static boolean isIn(Web browser) {
        return browser.get("/api/session").status() == 200;
    }

    private static Answer logOut(Web browser) {
        var token = browser.get("/api/session").json().at("/token/value").asText();
        return browser.form("/logout", Map.of("_csrf", token));
    }

    /** Where the page leads by itself. */
    private static URI nextOf(Answer page) {
        var refresh = REFRESH.matcher(page.body());
        assertThat(refresh.find()).as(page.body()).isTrue();
        return URI.create(HtmlUtils.htmlUnescape(refresh.group(1)));
    }

    @Test
    void whoLogsOutHereIsLedToTheProviderAndBack() throws Exception {
        assertThat(logOut(browser).header("Location")).endsWith("/login?logout");
        assertThat(isIn(browser)).isFalse();

        var page = browser.page("/login?logout");
        assertThat(page.body()).contains("You are logged out here.", "Log out at Contoso");
        var there = nextOf(page);
        var asked = UriComponentsBuilder.fromUri(there).build(true).getQueryParams();
        assertThat(there.toString())
                .startsWith(PROVIDER.endSessionEndpointUrl("contoso").toString());
        assertThat(SignedJWT.parse(asked.getFirst("id_token_hint"))
                        .getJWTClaimsSet()
                        .getSubject())
                .isEqualTo(subject(person));

        var answered =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(there).build(), BodyHandlers.ofString());
        var back = URI.create(answered.headers().firstValue("Location").orElseThrow());
        assertThat(back).hasPort(port).hasPath("/logged-out");
        assertThat(browser.page(back.getRawPath()).header("Location")).endsWith("/login?logout");
        assertThat(browser.page("/login?logout").body())
                .contains("You are logged out.")
                .doesNotContain("http-equiv=\"refresh\"", "may go on");
    }

    @Test
    void theLogoutOfTasklistLeadsThereToo() {
        var answer = browser.json("POST", "/camunda/api/admin/auth/user/default/logout", "");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(isIn(browser)).isFalse();
        assertThat(nextOf(browser.page("/login?logout"))).hasPath("/contoso/endsession");
    }

    @Test
    void whoLoggedInByPasswordIsNotSentThere() {
        var local = Web.browser(port);
        local.logIn("root", "root");
        assertThat(logOut(local).header("Location")).endsWith("/login?logout");
        assertThat(local.page("/login?logout").body())
                .contains("You are logged out.")
                .doesNotContain("http-equiv=\"refresh\"", "may go on");
    }

    @Test
    void aForeignPageLogsNobodyOut() {
        assertThat(browser.form("/logout", Map.of()).status()).isEqualTo(403);
        assertThat(browser.form("/logout", Map.of("_csrf", "guessed")).status()).isEqualTo(403);
        assertThat(isIn(browser)).isTrue();
    }

    @Test
    void noRequestChoosesWhereTheLogoutLeads() {
        var token = browser.get("/api/session").json().at("/token/value").asText();
        var evil = "https://evil.example/";
        browser.call(
                "POST",
                "/logout?post_logout_redirect_uri=" + evil,
                "_csrf=%s&address=%s&url=%s".formatted(token, evil, evil),
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Referer", evil));
        assertThat(browser.page("/login?logout&address=" + evil).body())
                .contains("You are logged out here.")
                .doesNotContain("evil.example");
        assertThat(browser.page("/logged-out?next=" + evil).header("Location")).endsWith("/login?logout");
    }

    @Test
    void aProviderWithoutALogoutIsNamedOnThePage() throws Exception {
        var session = new MockHttpSession();
        session.setAttribute(Farewell.class.getName(), new Farewell(null));
        var page = MockMvcBuilders.webAppContextSetup(context)
                .build()
                .perform(get("/login?logout").session(session))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("You are logged out here.", "Contoso</span> may go on")
                .doesNotContain("refresh");
    }

    @Test
    void whatTheMetadataDoNotNameIsNoWay() {
        var client = ClientRegistration.withRegistrationId(OpenIdSettings.REGISTRATION)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientId("handover")
                .authorizationUri("http://localhost/authorize")
                .tokenUri("http://localhost/token")
                .redirectUri("{baseUrl}/back")
                .build();
        var logout = new ProviderLogout(new InMemoryClientRegistrationRepository(client));
        var token = OidcIdToken.withTokenValue("x").subject("anna").build();
        var farewell = logout.farewell(new MockHttpServletRequest(), new MockHttpServletResponse(), token);
        assertThat(farewell.address()).isNull();
    }

    @Test
    void whoLogsOutAtTheProviderIsOutHereInEveryBrowser() throws Exception {
        var other = Web.browser(port);
        logIn(other, LoginWays.PROVIDER_ADDRESS, claims(person));
        assertThat(tell(logoutToken(person, Map.of())).status()).isEqualTo(200);
        assertThat(isIn(browser)).isFalse();
        assertThat(isIn(other)).isFalse();
        assertThat(browser.page("/wanted").header("Location")).endsWith("/login");
    }

    @Test
    void nobodyElseIsOut() throws Exception {
        var local = Web.browser(port);
        local.logIn("root", "root");
        assertThat(tell(logoutToken("somebody-else", Map.of())).status()).isEqualTo(200);
        assertThat(tell(logoutToken("root", Map.of())).status()).isEqualTo(200);
        assertThat(isIn(browser)).isTrue();
        assertThat(isIn(local)).isTrue();
    }

    @Test
    void aTokenThatIsSentAgainEndsNoLaterLogin() throws Exception {
        var token = logoutToken(person, Map.of());
        assertThat(tell(token).status()).isEqualTo(200);
        assertThat(isIn(browser)).isFalse();
        var later = Instant.now().plusSeconds(5).getEpochSecond();
        logIn(browser, LoginWays.PROVIDER_ADDRESS, claims(person, "iat", later));
        assertThat(tell(token).status()).isEqualTo(200);
        assertThat(isIn(browser)).isTrue();
    }

    @Test
    void aForgedTokenEndsNothing() {
        var good = logoutToken(person, Map.of());
        var payload = good.split("\\.")[1];
        var unsigned = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes()) + "."
                + payload + ".";
        var forged = List.of(
                "",
                "x",
                unsigned,
                good.substring(0, good.length() - 12) + "AAAAAAAAAAAA",
                PROVIDER.issueToken("fabrikam", subject(person), "handover", event())
                        .serialize(),
                PROVIDER.issueToken("contoso", subject(person), "payroll", event())
                        .serialize(),
                PROVIDER.issueToken("contoso", subject(person), "handover", Map.of())
                        .serialize(), // an access token, no logout
                logoutToken(person, Map.of("nonce", "n-1"))); // forbidden, so that no ID token passes for one
        for (var token : forged) {
            assertThat(tell(token).status()).as(token).isEqualTo(400);
        }
        assertThat(isIn(browser)).isTrue();
    }

    @Test
    void aTokenThatDoesNotSayWhoEndsNothing() {
        var nameless = new HashMap<>(event());
        nameless.put("sid", "s-1");
        nameless.put("sub", null);
        nameless.put("iss", PROVIDER.issuerUrl("contoso").toString());
        nameless.put("aud", "handover");
        nameless.put("jti", "j-1");
        var token = PROVIDER.anyToken(PROVIDER.issuerUrl("contoso"), nameless, Duration.ofMinutes(1));
        assertThat(tell(token.serialize()).status()).isEqualTo(400);
        assertThat(isIn(browser)).isTrue();
    }

    private static Map<String, Object> event() {
        return Map.of("events", Map.of(LOGGED_OUT, Map.of()));
    }

    private static String logoutToken(String userId, Map<String, Object> more) {
        var claims = new HashMap<>(event());
        claims.putAll(more);
        return PROVIDER.issueToken("contoso", subject(userId), "handover", claims)
                .serialize();
    }

    /** As the provider's server does: no cookies, no token of ours. */
    private Answer tell(String token) {
        return Web.program(port).form(TOLD, Map.of("logout_token", token));
    }
}

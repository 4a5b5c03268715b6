package dev.handover.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.SignedJWT;
import dev.handover.TestClock;
import dev.handover.Web;
import dev.handover.Web.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Login at a real provider of OpenID Connect, over HTTP, on the product's own security chains; without engine and database. */
@SpringBootTest(
        classes = OpenIdLoginTests.Chains.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.servlet.session.cookie.secure=false",
            "handover.login.open-id.client-id=handover",
            "handover.login.open-id.client-secret=s3cret",
            "handover.login.open-id.name=Contoso",
            "handover.login.open-id.groups.camunda-admin=it-operations"
        })
class OpenIdLoginTests {

    private static final String SESSION = "HANDOVER_SESSION";
    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private TestClock clock;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        PROVIDER.start();
        registry.add(
                "handover.login.open-id.issuer",
                () -> PROVIDER.issuerUrl("contoso").toString());
    }

    @AfterAll
    static void stop() {
        PROVIDER.shutdown();
    }

    /** Everything that lets people in, and nothing else. */
    @Configuration(proxyBeanMethods = false)
    @ConfigurationPropertiesScan("dev.handover.access")
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        ThymeleafAutoConfiguration.class,
        SecurityAutoConfiguration.class
    })
    @Import({
        WebSecurity.class,
        Answers.class,
        LoginPage.class,
        LoginWays.class,
        CurrentUser.class,
        SessionController.class,
        PasswordLogin.class,
        EvenRefusals.class,
        ConfirmedIdentity.class,
        ConfirmationPage.class,
        PasswordConfirmation.class,
        Sessions.class,
        Arrivals.class,
        OpenIdConfiguration.class,
        OpenIdLogin.class,
        People.class
    })
    static class Chains {

        @Bean
        TestClock clock() {
            return new TestClock();
        }
    }

    /** Accounts in memory; "root" is an admin of this installation, whom no login elsewhere makes. */
    static class People implements Accounts {

        private final Map<String, Viewer> viewers =
                new ConcurrentHashMap<>(Map.of("root", new Viewer("root", "Root", Set.of(Group.ADMINS))));

        @Override
        public Optional<Viewer> viewer(String userId, Instant loggedInAt) {
            return Optional.ofNullable(viewers.get(userId));
        }

        @Override
        public void noteLogin(String userId) {
            assertThat(viewers).containsKey(userId);
        }

        @Override
        public Optional<Viewer> welcome(Arrival arrival) {
            if (arrival.userId().equals("root")) {
                return Optional.empty();
            }
            var viewer = new Viewer(arrival.userId(), arrival.name(), arrival.groups());
            viewers.put(arrival.userId(), viewer);
            return Optional.of(viewer);
        }

        @Override
        public boolean isPassword(String userId, String password) {
            return viewers.containsKey(userId) && userId.equals(password);
        }
    }

    private static Map<String, Object> claims(String userId, Object... more) {
        var claims = new HashMap<String, Object>(Map.of("preferred_username", userId, "name", "Anna Berger"));
        for (int i = 0; i < more.length; i += 2) {
            claims.put((String) more[i], more[i + 1]);
        }
        return claims;
    }

    /** Logs in as a browser does: to the provider, through its login page, and back. */
    private Answer logIn(Web browser, String start, Map<String, Object> claims) throws Exception {
        var away = browser.page(start);
        assertThat(away.status()).isEqualTo(302);
        var form = "username=anna&claims="
                + URLEncoder.encode(new ObjectMapper().writeValueAsString(claims), StandardCharsets.UTF_8);
        var answered = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(away.header("Location")))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString());
        var back = URI.create(answered.headers().firstValue("Location").orElseThrow());
        return browser.page(back.getRawPath() + "?" + back.getRawQuery());
    }

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

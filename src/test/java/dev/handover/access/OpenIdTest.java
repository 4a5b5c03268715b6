package dev.handover.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.extension.ExtendWith;
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
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The product's own security chains with a real provider of OpenID Connect, over HTTP; without engine and database. Its classes share
 * one context and one provider.
 *
 * <p>It says itself that it is for tests, and not only by way of {@code @SpringBootTest}: that keeps what it holds out of the
 * application's own component scan.
 */
@ExtendWith(SpringExtension.class)
@SpringBootTest(
        classes = OpenIdTest.Chains.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.servlet.session.cookie.secure=false",
            "handover.login.open-id.client-id=handover",
            "handover.login.open-id.client-secret=s3cret",
            "handover.login.open-id.name=Contoso",
            "handover.login.open-id.groups.camunda-admin=it-operations"
        })
abstract class OpenIdTest {

    static final String SESSION = "HANDOVER_SESSION";
    static final MockOAuth2Server PROVIDER = new MockOAuth2Server();

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        PROVIDER.start();
        registry.add(
                "handover.login.open-id.issuer",
                () -> PROVIDER.issuerUrl("contoso").toString());
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
        OpenIdLogout.class,
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

        private final Map<String, String> subjects = new ConcurrentHashMap<>();
        private final Map<String, Instant> ended = new ConcurrentHashMap<>();

        @Override
        public Optional<Viewer> viewer(String userId, Instant loggedInAt) {
            var before = ended.get(subjects.getOrDefault(userId, ""));
            var isOver = before != null && loggedInAt != null && loggedInAt.isBefore(before);
            return isOver ? Optional.empty() : Optional.ofNullable(viewers.get(userId));
        }

        @Override
        public void endLogins(String subject, Instant before) {
            ended.merge(subject, before, (one, other) -> one.isAfter(other) ? one : other);
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
            subjects.put(arrival.userId(), arrival.subject());
            return Optional.of(viewer);
        }

        @Override
        public boolean isPassword(String userId, String password) {
            return viewers.containsKey(userId) && userId.equals(password);
        }
    }

    static Map<String, Object> claims(String userId, Object... more) {
        var claims = new HashMap<String, Object>(Map.of("preferred_username", userId, "name", "Anna Berger"));
        for (int i = 0; i < more.length; i += 2) {
            claims.put((String) more[i], more[i + 1]);
        }
        return claims;
    }

    /** Logs in as a browser does: to the provider, through its login page, and back. */
    static Answer logIn(Web browser, String start, Map<String, Object> claims) throws Exception {
        var away = browser.page(start);
        assertThat(away.status()).isEqualTo(302);
        var form = "username=%s&claims=%s"
                .formatted(
                        encoded(subject(claims.get("preferred_username"))),
                        encoded(new ObjectMapper().writeValueAsString(claims)));
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

    /** What the provider calls the person of that user id. */
    static String subject(Object userId) {
        return "s-" + userId;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

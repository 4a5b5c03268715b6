package dev.handover.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.handover.Handoff;
import dev.handover.Rest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody whose login is at an OpenID Connect provider: from its page to a task, to our pages, and out of everything. */
class ProviderJourneyTests extends BrowserTest {

    private static final String CLAIMS = """
            {"preferred_username": "paula", "name": "Paula Provider", "email": "paula@contoso.example", "groups": ["owners"]}""";

    private static Chromium chromium;

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    private final Troubles troubles = new Troubles();
    private final List<String> logouts = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void startChromium() {
        chromium = Chromium.start();
    }

    @AfterEach
    void leave() {
        if (page != null) {
            page.context().close();
        }
    }

    @AfterAll
    static void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void whoLogsInAtTheProviderWorksHereAndLogsOutOfBoth() {
        var goLive = aGoLiveThatNamesPaula();
        var screenshots = new Screenshots(Path.of("target/screenshots/provider"));
        page = chromium.newPage(address(), Screen.DESK);
        troubles.watch("paula", page);
        page.route(
                url -> !url.startsWith("http://localhost:"), // the provider's page wants a font from elsewhere
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/css").setBody("")));
        page.onRequest(request -> {
            if (request.url().startsWith(PROVIDER.endSessionEndpointUrl(ISSUER).toString())) {
                logouts.add(request.url());
            }
        });

        page.navigate(Tasklist.PATH);
        screenshots.take(page, "login");
        logIn();
        page.waitForURL("**" + Tasklist.PATH + "**");
        var tasklist = new Tasklist(page, "Aurora Works production").open();
        tasklist.assertLists("Accept the role: Support owner");
        screenshots.take(page, "tasks");
        tasklist.task("Accept the role").decide("Accept").complete();
        goLive.work();
        new Tasklist(page, "Aurora Works production").open().assertLists();

        page.navigate("/go-lives/" + goLive.key());
        assertThat(page.locator(".who").innerText()).contains("Paula Provider");
        screenshots.take(page, "go-live");

        new Tasklist(page, "Aurora Works production").open().logOut().assertSays("You are logged out.");
        screenshots.take(page, "logged-out");
        assertIsOut();
        assertThat(logouts).singleElement().asString().contains("id_token_hint=", "logged-out");

        page.navigate("/");
        logIn();
        page.waitForURL(address() + "/");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Log out"))
                .click();
        new LoginPage(page).assertSays("You are logged out.");
        assertIsOut();
        assertThat(logouts).hasSize(2);
        assertThat(troubles.unexpected()).isEmpty();
    }

    /** An admin made the account ahead, so that the plan could name her. */
    private Handoff.Run aGoLiveThatNamesPaula() {
        var account = Map.of(
                "userId", "paula", "name", "Paula", "password", "wintergarden kettle 9", "groups", List.of("owners"));
        assertThat(rest.post("admin", "/api/users", account).status()).isEqualTo(201);
        return handoff.start(handoff.plan().replace("  support: support\n", "  support: paula\n"));
    }

    private void logIn() {
        new LoginPage(page).logInAt("Contoso", "s-paula", CLAIMS);
    }

    private void assertIsOut() {
        for (var path : List.of("/api/session", "/camunda/api/engine/engine/default/task/count", "/actuator/info")) {
            assertThat(page.request().get(address() + path).status()).as(path).isEqualTo(401);
        }
        page.navigate(Tasklist.PATH);
        new LoginPage(page).assertShown();
    }
}

package dev.handover.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Barriers are found where there are any, and only in what is ours. */
class BarriersTests {

    private static final String UNNAMED_FIELD = "<input type=text>";
    private static final String PAGE = "<!DOCTYPE html><html lang=en><title>Page</title><main>%s</main></html>";

    private static Chromium chromium;

    private final Barriers barriers = new Barriers();

    @BeforeAll
    static void startChromium() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aFieldWithoutANameIsABarrier() {
        barriers.look(page("/our-page", UNNAMED_FIELD), "our page");
        assertThat(barriers.found())
                .singleElement()
                .asString()
                .startsWith("our page: Form elements must have labels (label)")
                .contains("<input");
    }

    @Test
    void paleTextIsABarrier() {
        barriers.look(page("/our-page", "<p style='background:#fff;color:#ccc'>pale</p>"), "our page");
        assertThat(barriers.found()).singleElement().asString().contains("color-contrast");
    }

    @Test
    void aPageForEverybodyHasNone() {
        barriers.look(page("/our-page", "<label>Name <input type=text></label>"), "our page");
        assertThat(barriers.found()).isEmpty();
    }

    @Test
    void whatComesWithTheEngineIsNotOurs() {
        barriers.look(page("/camunda/app/cockpit/default/", UNNAMED_FIELD), "Cockpit");
        assertThat(barriers.found()).isEmpty();
        barriers.look(
                page(
                        "/camunda/app/cockpit/default/",
                        UNNAMED_FIELD + "<div class=handover-part>%s</div>".formatted(UNNAMED_FIELD)),
                "Cockpit");
        assertThat(barriers.found()).hasSize(1);
    }

    @Test
    void lookingFetchesNothing() {
        var page = page(
                "/camunda/app/tasklist/default/",
                "<style>@import url('../styles/a.css');</style>" + "<div class=handover-part>text</div>");
        var fetched = new ArrayList<String>();
        page.onRequest(request -> fetched.add(request.url()));
        barriers.look(page, "Tasklist");
        assertThat(fetched).isEmpty();
        assertThat(barriers.found()).isEmpty();
    }

    private static Page page(String path, String content) {
        var page = chromium.newPage("http://localhost", Screen.DESK);
        page.route(
                "**",
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody(PAGE.formatted(content))));
        page.navigate(path);
        return page;
    }
}

package dev.handover.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** The Tasklist as one person sees it: the list of their tasks, the chosen task, the menu. */
final class Tasklist {

    static final String PATH = "/camunda/app/tasklist/default/";

    private final Page page;
    private final Traffic traffic;
    private final String goLive;

    /** @param goLive what the names of the tasks end with: customer and environment */
    Tasklist(Page page, String goLive) {
        this.page = page;
        this.traffic = new Traffic(page);
        this.goLive = goLive;
    }

    /** Loads the page anew, as it may have changed, and waits until the list is there. */
    Tasklist open() {
        page.waitForResponse(
                response -> response.url().matches(".*/filter/[^/]+/list.*") && response.ok(),
                () -> page.navigate(PATH));
        page.locator(".tasks-list ol.tasks-list, .tasks-list .well").first().waitFor();
        return this;
    }

    /** The person sees exactly these tasks of the go-live, in any order. */
    void assertLists(String... names) {
        assertThat(tasks()).hasCount(names.length);
        assertThat(names()).containsExactlyInAnyOrder(names);
    }

    /** Chooses a task of the go-live, and waits until all there is to know for it is shown. */
    TaskForm task(String name) {
        tasks().filter(new Locator.FilterOptions().setHasText(name)).click();
        return new TaskForm(page).waitUntilShown(name);
    }

    /** The person may not start go-lives, and is not offered to. */
    void assertOffersNoStart() {
        assertThat(startLink()).isHidden();
    }

    StartForm startGoLive() {
        startLink().click();
        page.locator(".modal-content")
                .getByText("Go-live and handover", new Locator.GetByTextOptions().setExact(true))
                .click();
        return new StartForm(page).waitUntilShown();
    }

    LoginPage logOut() {
        traffic.awaitQuiet();
        page.locator(".account > a").click();
        page.getByText("Log out", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL("**/login?logout");
        return new LoginPage(page);
    }

    private Locator startLink() {
        return page.locator(".start-process-action a");
    }

    private Locator tasks() {
        return page.locator(".tasks-list li.task h4 a").filter(new Locator.FilterOptions().setHasText(goLive));
    }

    private List<String> names() {
        return tasks().allInnerTexts().stream()
                .map(name -> name.strip().replace(" – " + goLive, ""))
                .toList();
    }
}

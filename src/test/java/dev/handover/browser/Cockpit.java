package dev.handover.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByTextOptions;

/** Cockpit: every running process, for admins. */
final class Cockpit {

    static final String PATH = "/camunda/app/cockpit/default/#/processes";

    private final Page page;

    Cockpit(Page page) {
        this.page = page;
    }

    /** The list of processes. */
    Cockpit open() {
        page.navigate(PATH);
        process("Go-live and handover").waitFor();
        return this;
    }

    /** From the list of processes to the model of one, with its running instances. */
    Cockpit openProcess(String name) {
        process(name).click();
        page.locator(".djs-container").waitFor();
        return this;
    }

    /** From the model to one of its instances. */
    void openInstance(String businessKey) {
        page.locator("tr")
                .filter(new Locator.FilterOptions().setHasText(businessKey))
                .locator("a")
                .first()
                .click();
        page.waitForURL("**/process-instance/**");
        assertThat(page.locator(".ctn-sidebar, .process-information").first()).containsText(businessKey);
    }

    /** The model marks the element as where the instance is. */
    void assertStandsAt(String element) {
        var overlays = page.locator(".djs-overlays[data-container-id=%s]".formatted(element));
        assertThat(overlays.locator(".instance-count, .badge").first()).isVisible();
    }

    LoginPage logOut() {
        page.locator(".account > a").click();
        page.getByText("Log out", new GetByTextOptions().setExact(true)).click();
        page.waitForURL("**/login?logout");
        return new LoginPage(page);
    }

    private Locator process(String name) {
        return page.getByText(name, new GetByTextOptions().setExact(true)).first();
    }
}

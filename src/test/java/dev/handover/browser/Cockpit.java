package dev.handover.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Cockpit: every running process, for admins. */
final class Cockpit {

    static final String PATH = "/camunda/app/cockpit/default/#/processes";

    private final Page page;
    private final Traffic traffic;

    Cockpit(Page page) {
        this.page = page;
        this.traffic = new Traffic(page);
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

    /** What failed in one instance. */
    void openIncidents(String processInstance) {
        page.navigate("/camunda/app/cockpit/default/#/process-instance/%s/runtime?tab=incidents-tab"
                .formatted(processInstance));
        page.locator("[ng-click='openJobRetryDialog(incident)']").first().waitFor();
    }

    /** By the button beside the incident. */
    void retryIncident() {
        page.locator("[ng-click='openJobRetryDialog(incident)']").first().click();
        retry();
    }

    /** By the button of the instance, for all that failed in it; the dialog has chosen them. */
    void retryFailedJobs() {
        page.locator(".btn-toolbar[ng-click='openDialog()']:has(.glyphicon-repeat)")
                .click();
        assertThat(page.locator(".job-retry-bulk tbody .row-select input")).isChecked();
        retry();
    }

    private void retry() {
        var dialog = page.locator(".modal-content");
        dialog.locator(".modal-footer .btn-primary")
                .filter(new Locator.FilterOptions().setHasText("Retry"))
                .click();
        dialog.locator(".modal-footer .btn-primary")
                .filter(new Locator.FilterOptions().setHasText("OK"))
                .click();
        dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** The model marks the element as where the instance is. */
    void assertStandsAt(String element) {
        var overlays = page.locator(".djs-overlays[data-container-id=%s]".formatted(element));
        assertThat(overlays.locator(".instance-count, .badge").first()).isVisible();
    }

    /** From an instance to how ready its go-live is. */
    Cockpit openReadiness() {
        page.getByText("Readiness", new GetByTextOptions().setExact(true)).click();
        page.locator(".handover-part .handover-missing").waitFor();
        return this;
    }

    /** What our part of the page says. */
    void assertTells(String... texts) {
        for (var text : texts) {
            assertThat(page.locator(".handover-part")).containsText(text);
        }
    }

    /** From wherever one is to the go-lives that have ended, those that are like the text. */
    Cockpit openFinished(String text) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Finished go-lives"))
                .click();
        page.getByLabel("Look for").fill(text);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search"))
                .click();
        return this;
    }

    /** From the list to what happened in the one go-live that it shows. */
    Cockpit openStory(String customer) {
        assertThat(page.locator(".handover-list tbody tr")).hasCount(1);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(customer))
                .click();
        page.locator(".handover-entries li").first().waitFor();
        page.locator(".handover-picture svg").waitFor();
        return this;
    }

    /** The picture of the model marks the element as passed. */
    void assertPassed(String element) {
        assertThat(page.locator(".handover-picture [data-element-id=%s].handover-passed".formatted(element)))
                .hasCount(1);
    }

    /** Chooses the picture of another model. */
    void chooseModel(String name) {
        page.getByLabel("Which way it went").selectOption(name);
    }

    LoginPage logOut() {
        traffic.awaitQuiet();
        page.locator(".account > a").click();
        page.getByText("Log out", new GetByTextOptions().setExact(true)).click();
        page.waitForURL("**/login?logout");
        return new LoginPage(page);
    }

    private Locator process(String name) {
        return page.getByText(name, new GetByTextOptions().setExact(true)).first();
    }
}

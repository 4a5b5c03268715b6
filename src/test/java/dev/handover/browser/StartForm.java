package dev.handover.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;

/** The form that starts a go-live from a plan. */
final class StartForm {

    private final Page page;
    private final Locator dialog;

    StartForm(Page page) {
        this.page = page;
        this.dialog = page.locator(".modal-content");
    }

    StartForm waitUntilShown() {
        chooser().waitFor();
        return this;
    }

    /** Chooses the plan's file; it is checked at once. @return what the page says about it */
    String choose(Path plan) {
        var chosen = page.waitForFileChooser(() -> chooser().click());
        page.waitForResponse(
                response -> response.url().endsWith("/api/go-lives?dryRun=true"), () -> chosen.setFiles(plan));
        assertThat(news()).not().hasText("Checking the plan …");
        return news().innerText();
    }

    /** What is wrong with the plan, as listed. */
    List<String> mistakes() {
        return dialog.locator(".handover-mistakes li").allInnerTexts();
    }

    /** Follows the link at a mistake. @return what is marked in the plan then */
    String followMistake(int number) {
        dialog.locator(".handover-mistakes .handover-jump").nth(number).click();
        return (String) dialog.locator("textarea.handover-code")
                .evaluate("area => area.value.substring(area.selectionStart, area.selectionEnd)");
    }

    /** Starts the go-live. @return HTTP status of the engine's answer */
    int start() {
        var answer = page.waitForResponse(
                response -> response.url().endsWith("/submit-form"),
                () -> dialog.getByRole(
                                AriaRole.BUTTON,
                                new Locator.GetByRoleOptions().setName("Start").setExact(true))
                        .click());
        if (answer.ok()) {
            assertThat(dialog).hasCount(0);
        }
        return answer.status();
    }

    /** The engine's refusal is said in the dialog, and the mistakes are listed once more. */
    void assertRefusedWith(String text) {
        assertThat(dialog.locator(".alert").filter(new Locator.FilterOptions().setHasText(text)))
                .isVisible();
        assertThat(dialog.locator(".handover-mistakes li").first()).isVisible();
    }

    private Locator chooser() {
        return dialog.getByText("Choose a plan file");
    }

    private Locator news() {
        return dialog.locator("[data-part=news]");
    }
}

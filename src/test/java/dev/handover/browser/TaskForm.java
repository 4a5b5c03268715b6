package dev.handover.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A chosen task: what there is to know, the evidence, the decision. */
final class TaskForm {

    /** More than a page has that the focus can stop at. */
    private static final int MOST_STOPS = 200;

    private final Page page;
    private final Locator task;

    TaskForm(Page page) {
        this.page = page;
        this.task = page.locator(".task-details");
    }

    TaskForm waitUntilShown(String name) {
        assertThat(task.locator("h2.task")).containsText(name);
        task.locator(".handover-brief .handover-question").waitFor();
        task.locator(".fjs-form-field-radio input").first().waitFor();
        return this;
    }

    /** What is said above the decision. */
    void assertTells(String... texts) {
        for (var text : texts) {
            assertThat(task.locator(".handover-brief")).containsText(text);
        }
    }

    /** Adds a text file to the evidence by choosing it; the upload begins at once. */
    void choose(String name, String text) {
        page.waitForFileChooser(() -> task.getByText("Choose files").click()).setFiles(file(name, text));
    }

    /** Adds text files to the evidence by dropping them, and waits until the list shows them. */
    TaskForm drop(Map<String, String> files) {
        var transfer = page.evaluateHandle("""
                files => {
                  const transfer = new DataTransfer();
                  for (const [name, text] of Object.entries(files)) {
                    transfer.items.add(new File([text], name, { type: 'text/plain' }));
                  }
                  return transfer;
                }""", files);
        task.locator(".handover-drop").dispatchEvent("drop", Map.of("dataTransfer", transfer));
        files.keySet().forEach(this::assertListsEvidence);
        return this;
    }

    /** An upload is under way and says so. */
    void assertIsUploading(String name) {
        assertThat(task.getByRole(AriaRole.PROGRESSBAR, named("Uploading " + name)))
                .isVisible();
        assertThat(task.getByRole(AriaRole.BUTTON, named("Cancel: " + name))).isVisible();
    }

    TaskForm assertListsEvidence(String title) {
        assertThat(evidence()
                        .filter(new Locator.FilterOptions().setHasText(title))
                        .first())
                .isVisible();
        return this;
    }

    /** @param decision how the option begins */
    TaskForm decide(String decision) {
        task.getByRole(AriaRole.RADIO, named(decision + ":")).check();
        return this;
    }

    /** @param field its label, or the beginning of it */
    TaskForm fill(String field, String text) {
        task.getByRole(AriaRole.TEXTBOX, named(field)).fill(text);
        return this;
    }

    /** @param field label of a list; @param option how the chosen one begins */
    TaskForm select(String field, String option) {
        var list = task.locator(".fjs-form-field-select").filter(new Locator.FilterOptions().setHasText(field));
        list.locator(".fjs-input-group").click();
        list.locator(".fjs-dropdownlist-item").getByText(option).click();
        assertThat(list.locator(".fjs-select-display")).containsText(option);
        return this;
    }

    /** What a field holds that the person only reads. */
    String value(String field) {
        return task.getByLabel(field).inputValue();
    }

    /** Completes the task; fails if the server refuses. */
    void complete() {
        complete(() -> completeButton().click());
    }

    /** Decides and completes without a mouse: by Tab, Space and Enter, from wherever the focus is. */
    void decideAndCompleteByKeyboard(String decision) {
        tabTo(task.getByRole(AriaRole.RADIO, named(decision + ":")));
        page.keyboard().press("Space");
        tabTo(completeButton());
        complete(() -> page.keyboard().press("Enter"));
    }

    private void tabTo(Locator wanted) {
        for (var stops = 0; stops < MOST_STOPS; stops++) {
            if ((Boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("cannot be reached by Tab: " + wanted);
    }

    private void complete(Runnable press) {
        var answer = page.waitForResponse(response -> response.url().endsWith("/submit-form"), press);
        assertThat(answer.status())
                .as(answer.status() == 204 ? "" : answer.text())
                .isEqualTo(204);
    }

    /** Presses the button although something is missing: nothing is sent, and the page says what it is. */
    void assertIsHeldBackBecause(String missing) {
        completeButton().click();
        assertThat(task.locator(".fjs-form-field-error").first()).containsText(missing);
    }

    private Locator completeButton() {
        return task.getByRole(AriaRole.BUTTON, named("Complete"));
    }

    private Locator evidence() {
        return task.locator("[data-part=evidence] > ul > li strong");
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}

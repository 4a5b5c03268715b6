package dev.handover.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** The one login page of the product. */
final class LoginPage {

    private final Page page;

    LoginPage(Page page) {
        this.page = page;
    }

    /** Fills in the form and sends it. The sample people's password is their user id. */
    void logIn(String user) {
        page.getByLabel("User id").fill(user);
        page.getByLabel("Password").fill(user);
        button().click();
    }

    /** Goes to the provider's own page, and answers there. @param claims what the provider says of the person, as JSON */
    void logInAt(String provider, String subject, String claims) {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Log in with " + provider))
                .click();
        page.locator("textarea[name=claims]").fill(claims);
        page.locator("input[name=username]").fill(subject);
        page.locator("input[type=submit]").click();
    }

    void assertShown() {
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Handover")))
                .isVisible();
        assertThat(button()).isVisible();
    }

    void assertSays(String text) {
        assertThat(page.getByRole(AriaRole.STATUS)).hasText(text);
    }

    private Locator button() {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Log in"));
    }
}

package dev.handover.checks;

import static java.util.Objects.requireNonNull;

import dev.handover.checks.guard.Answer;
import dev.handover.checks.guard.Call;
import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Field;
import dev.handover.checks.guard.FormPage;
import dev.handover.checks.guard.HtmlForm;
import dev.handover.checks.guard.Session;
import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;

/**
 * A page on which people sign in, by a form that sends account and password to the page's own origin.
 *
 * @param accountField name of the form's field for the account
 * @param secretField name of the form's field for the password
 */
public record LoginPage(URI url, String accountField, String secretField) {

    private static final int MOST_REDIRECTS = 5;

    public LoginPage {
        requireNonNull(url, "url");
        requireNonNull(accountField, "accountField");
        requireNonNull(secretField, "secretField");
    }

    /**
     * Opens the page, fills in the form with what it carries unseen, sends it, and goes on as a browser does, but at the same
     * origin only. Whether that signed anybody in, only an address that needs it can tell.
     *
     * @param isAltered true for a wrong password
     * @throws CallFailed if there is no such form, or it would send the password where it must not go
     */
    void signIn(String account, String secret, boolean isAltered, Session session, Probe probe) throws CallFailed {
        HtmlForm form = form(session, probe);
        Field password = Field.secret(secretField, secret);
        Answer answer = probe.submit(
                form, session, Field.plain(accountField, account), isAltered ? password.altered() : password);
        URI at = form.action();
        for (int passed = 0; passed < MOST_REDIRECTS; passed++) {
            Optional<URI> next = next(at, answer);
            if (next.isEmpty()) {
                return;
            }
            at = next.get();
            answer = probe.open(Call.to(at).in(session).withoutRedirects()).answer();
        }
    }

    private HtmlForm form(Session session, Probe probe) throws CallFailed {
        FormPage page = probe.open(Call.to(url).in(session), accountField, secretField);
        if (!page.answer().isSuccess()) {
            throw new CallFailed("%s answered %d".formatted(url, page.answer().status()));
        }
        HtmlForm form = page.form()
                .orElseThrow(() -> new CallFailed("%s has no form with the fields %s and %s"
                        .formatted(url, Words.quoted(accountField), Words.quoted(secretField))));
        if (!form.isPost()) {
            throw new CallFailed(
                    "the form of %s would send the password in an address (its method is not post)".formatted(url));
        }
        if (!Origins.same(form.action(), url)) {
            throw new CallFailed("the form of %s would send the password to another place, %s"
                    .formatted(url, Words.quoted(form.action().toString())));
        }
        return form;
    }

    private Optional<URI> next(URI at, Answer answer) {
        String location = answer.headers().get("location");
        return answer.status() / 100 != 3 || location == null
                ? Optional.empty()
                : Origins.resolve(at, location).filter(uri -> Origins.same(uri, url));
    }

    /** True if the address is the page's, whatever its parameters. */
    boolean isAt(URI address) {
        return Origins.samePage(address, url);
    }

    /** True if the answer, at whatever address, holds the form: one with both fields, of which one hides what is typed. */
    boolean isOn(Answer answer) {
        return answer.headers().getOrDefault("content-type", "").contains("html")
                && Jsoup.parse(answer.body()).forms().stream()
                        .anyMatch(form -> form.elements().eachAttr("name").contains(accountField)
                                && form.elements().stream()
                                        .anyMatch(each -> each.attr("name").equals(secretField)
                                                && each.attr("type").equalsIgnoreCase("password")));
    }
}

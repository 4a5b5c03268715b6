package dev.handover.board.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.ApplicationTest;
import dev.handover.Handoff;
import dev.handover.Rest;
import dev.handover.Web;
import dev.handover.development.mail.MailServer;
import dev.handover.development.mail.ReceivedMail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A mail that is given up for want of an address is seen by those who can mend that, and sent once they have. */
@ApplicationTest
class UndeliveredMailTests {

    private static final String ADDRESS = "susan.new@handover.example";

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private MailServer mail;

    @LocalServerPort
    private int port;

    private Handoff.Run goLive;

    @BeforeEach
    void theSupportOwnerHasATaskAndNoAddress() {
        address(null);
        goLive = handoff.start();
        mail.mailbox().clear();
    }

    @AfterEach
    void theSupportOwnerHasTheirOwnAddress() {
        address("support@handover.example");
    }

    private void address(String email) {
        var wanted = new HashMap<String, Object>(Map.of("name", "Susan Sauer"));
        wanted.put("email", email);
        assertThat(rest.put("admin", "/api/users/support", wanted).status()).isEqualTo(200);
    }

    private Web browser(String user) {
        var browser = Web.browser(port);
        browser.logIn(user, user);
        return browser;
    }

    /** Rows of the section that are about this go-live. */
    private List<Element> rows(Web browser) {
        return Jsoup.parse(browser.page("/admin").body()).select("section[aria-labelledby=mail] tbody tr").stream()
                .filter(row -> row.text().contains(goLive.key()))
                .toList();
    }

    private static String action(Element row) {
        return row.expectFirst("form").attr("action");
    }

    private List<ReceivedMail> delivered() {
        return mail.mailbox().to(ADDRESS);
    }

    @Test
    void anAdminSeesWhatWasGivenUpMendsTheAddressAndHasItSent() {
        var admin = browser("admin");
        assertThat(rows(admin)).hasSize(1);
        var row = rows(admin).get(0);
        assertThat(row.text())
                .contains("Susan Sauer", "no address", "A task waits for you: Accept the role: Support owner")
                .contains("The person has no usable e-mail address", "Enter an address for Susan Sauer");
        assertThat(row.select("a").eachAttr("href"))
                .containsExactly("/admin/users/support", "/go-lives/" + goLive.key());

        address(ADDRESS);
        assertThat(rows(admin).get(0).text()).contains(ADDRESS, "Correct the address of Susan Sauer");
        var token = Map.of("_csrf", admin.tokenOn("/admin"));
        assertThat(admin.form(action(row), token).header("Location")).endsWith("/admin");
        assertThat(admin.page("/admin").body()).contains("The mail is on its way.");
        goLive.work();

        assertThat(rows(admin)).isEmpty();
        assertThat(delivered()).hasSize(1);
        assertThat(delivered().get(0).content().messageId())
                .contains(action(row).replaceFirst(".*/([0-9a-f-]{36})/.*", "notice-$1@"));
        assertThat(admin.page("/admin").body()).contains("Had a mail sent again");
    }

    @Test
    void whatCannotBeDeliveredAgainIsListedAgain() {
        var admin = browser("admin");
        var row = rows(admin).get(0);
        admin.form(action(row), Map.of("_csrf", admin.tokenOn("/admin")));
        assertThat(rows(admin)).isEmpty();
        goLive.work();

        assertThat(rows(admin)).hasSize(1);
    }

    @Test
    void twoClicksAtOnceSendOneMail() {
        var admin = browser("admin");
        var id = rest.get("auditor", "/api/undelivered-mails")
                .json()
                .findValuesAsText("id")
                .get(0);
        var path = "/api/undelivered-mails/%s/send-again".formatted(id);
        address(ADDRESS);
        var clicks = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> rest.post("admin", path, Map.of()).status()))
                .limit(4)
                .toList();
        assertThat(clicks.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(202, 409, 409, 409);
        admin.form("/admin/undelivered-mails/%s/send-again".formatted(id), Map.of("_csrf", admin.tokenOn("/admin")));
        assertThat(admin.page("/admin").body()).contains("it is on its way already");
        goLive.work();

        assertThat(delivered()).hasSize(1);
    }

    @Test
    void overRestItIsTheSame() {
        var listed = rest.get("auditor", "/api/undelivered-mails").json().get(0);
        assertThat(listed.get("goLive").asText()).isEqualTo(goLive.key());
        assertThat(listed.get("kind").asText()).isEqualTo("task-waiting");
        assertThat(listed.get("recipientName").asText()).isEqualTo("Susan Sauer");
        assertThat(listed.get("address").isNull()).isTrue();
        assertThat(listed.get("mend").asText()).startsWith("Enter an address");
        var unknown =
                rest.post("admin", "/api/undelivered-mails/00000000-0000-0000-0000-000000000000/send-again", Map.of());
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().get("type").asText()).isEqualTo("urn:handover:not-found");
        assertThat(rest.post("admin", "/api/undelivered-mails/first/send-again", Map.of())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void auditorsOnlyLookAndNobodyElseDoes() {
        var row = rows(browser("auditor")).get(0);
        assertThat(row.select("form, button")).isEmpty();
        var id = rest.get("auditor", "/api/undelivered-mails")
                .json()
                .findValuesAsText("id")
                .get(0);
        for (var person : List.of("auditor", "requester", "support")) {
            assertThat(rest.post(person, "/api/undelivered-mails/%s/send-again".formatted(id), Map.of())
                            .status())
                    .as(person)
                    .isEqualTo(403);
            var browser = browser(person);
            assertThat(browser.form(
                                    "/admin/undelivered-mails/%s/send-again".formatted(id),
                                    Map.of("_csrf", browser.tokenOn("/preferences")))
                            .status())
                    .as(person)
                    .isEqualTo(403);
        }
        assertThat(browser("admin")
                        .form("/admin/undelivered-mails/%s/send-again".formatted(id), Map.of())
                        .status())
                .as("without the token of the session")
                .isEqualTo(403);
        assertThat(rows(browser("auditor"))).hasSize(1);
    }

    @Test
    void whoeverManagesTheGoLiveSeesWhoCouldNotBeTold() {
        var sentence = "not told Susan Sauer could not be told by mail: \"Accept the role: Support owner\"."
                + " The person has no usable e-mail address in the identity provider.";
        assertThat(holds("requester")).containsExactly(sentence);
        assertThat(holds("admin")).containsExactly(sentence + " Send it again");
        assertThat(holds("business")).isEmpty();

        goLive.done("support", "UserTask_AcceptRole", "decision", "accept");
        assertThat(holds("requester")).isEmpty();
    }

    private List<String> holds(String user) {
        var page = browser(user).page("/go-lives/" + goLive.key()).body();
        return Jsoup.parse(page).select("p.hold:contains(could not be told)").eachText();
    }
}

package dev.handover.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.handover.Handoff;
import dev.handover.Rest;
import dev.handover.development.mail.MailServer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody wrote is shown as it was written, on every page and in every mail: it never becomes an element, a script or a value. */
class HostileTextsTests extends BrowserTest {

    private static Chromium chromium;

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private MailServer mails;

    private final Troubles troubles = new Troubles();
    private final Map<String, Page> pages = new HashMap<>();
    private int mailsBefore;

    @BeforeAll
    static void startChromium() {
        chromium = Chromium.start();
    }

    @BeforeEach
    void countMails() {
        mailsBefore = mails.mailbox().all().size();
    }

    @AfterEach
    void leave() {
        pages.values().forEach(page -> page.context().close());
    }

    @AfterAll
    static void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void whatPeopleWriteIsShownAsTheyWroteItAndNeverRuns() throws Exception {
        var goLive = handoff.start(HostilePlan.of(handoff.plan()));
        looksAtTasks(goLive, "requester", "support");
        goLive.done(
                "requester",
                "UserTask_ConfirmEnvironmentReadiness",
                "decision",
                "confirm",
                "reason",
                HostilePlan.WORDS);
        goLive.done(
                "requester",
                "UserTask_ConfirmProductConfiguration",
                "decision",
                "confirm",
                "reason",
                HostilePlan.WORDS);
        for (var owner : List.of("production", "support", "business", "change", "environment", "customer")) {
            goLive.done(owner, "UserTask_AcceptRole", "decision", "accept", "reason", HostilePlan.WORDS);
        }
        looksAtTasks(goLive, "validator");
        goLive.confirmSteps();
        rest.addStatement("support", goLive.key(), "support-handoff", "Pack" + HostilePlan.WORDS, HostilePlan.WORDS);
        goLive.work();
        goLive.done(
                "business",
                "UserTask_SignOffBusiness",
                "decision",
                "approve-with-conditions",
                "conditions",
                HostilePlan.WORDS,
                "conditionsOwner",
                "support",
                "conditionsDue",
                LocalDate.parse(today(goLive)).plusDays(2).toString(),
                "manifest",
                goLive.field("business", "UserTask_SignOffBusiness", "manifest"));
        looksAtTasks(goLive, "environment");
        looksAtPages(goLive);
        readsMails(goLive);
        assertThat(troubles.unexpected()).isEmpty();
    }

    private static String today(Handoff.Run goLive) {
        return goLive.state().at("/window/start").asText().substring(0, 10);
    }

    /** Opens each task of the go-live as its person does. */
    private void looksAtTasks(Handoff.Run goLive, String... users) {
        for (var user : users) {
            var page = page(user);
            for (var task : goLive.tasks(user)) {
                var name = task.get("name").asText();
                new Tasklist(page, name).open().task(name);
                look(page);
            }
            page.navigate("/"); // or it would ask for the task when that is gone
        }
    }

    private void looksAtPages(Handoff.Run goLive) {
        var manifest =
                goLive.state().at("/signOffs").findValuesAsText("manifest").get(0);
        for (var path : List.of(
                "/",
                "/go-lives/" + goLive.key(),
                "/go-lives/%s/manifests/%s".formatted(goLive.key(), manifest),
                "/api/go-lives/%s/report".formatted(goLive.key()))) {
            page("requester").navigate(path);
            page("requester").waitForLoadState();
            look(page("requester"));
        }
        var cockpit = page("admin");
        cockpit.navigate("/camunda/app/cockpit/default/#/process-instance/%s/runtime?detailsTab=variables-tab"
                .formatted(goLive.tasks("admin").get(0).get("processInstanceId").asText()));
        cockpit.locator(".djs-container").waitFor();
        assertThat(cockpit.evaluate("window.hostile")).isNull();
    }

    private void readsMails(Handoff.Run goLive) {
        var received = mails.mailbox().all();
        var ofGoLive = received.subList(0, received.size() - mailsBefore);
        assertThat(ofGoLive).as("mails of %s", goLive.key()).hasSizeGreaterThan(10);
        var page = page("requester");
        page.navigate("about:blank"); // where nothing keeps a script from running
        for (var mail : ofGoLive) {
            page.setContent(mail.content().html());
            look(page);
            assertThat(mail.content().text()).contains(shown());
        }
    }

    private void look(Page page) {
        assertThat(page.locator("body").innerText()).as(page.url()).contains(shown());
        assertThat(page.content()).as(page.url()).doesNotContain("[[49]]", ">49#", "]49{", "{{49}}", "}49<");
        assertThat(page.locator("img[src='/hostile']").count()).as(page.url()).isZero();
        assertThat(page.evaluate("window.hostile")).as(page.url()).isNull();
    }

    private static String shown() {
        return HostilePlan.WORDS.strip();
    }

    private Page page(String user) {
        return pages.computeIfAbsent(user, name -> {
            var page = chromium.newPage(address(), Screen.DESK);
            troubles.watch(name, page);
            page.navigate("/login");
            new LoginPage(page).logIn(name);
            page.waitForURL("**/");
            return page;
        });
    }
}

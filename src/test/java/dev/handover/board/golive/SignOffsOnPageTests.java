package dev.handover.board.golive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.ApplicationTest;
import dev.handover.Handoff;
import dev.handover.Rest;
import dev.handover.Web;
import dev.handover.shared.Digest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing on conditions, settling them, and rejecting evidence on the started application: forms, interface, page and briefing. */
@ApplicationTest
class SignOffsOnPageTests {

    private static final String BUSINESS = "UserTask_SignOffBusiness";
    private static final String ENVIRONMENT = "UserTask_SignOffEnvironment";

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @LocalServerPort
    private int port;

    private Handoff.Run inSignOff() {
        return handoff.start().meetPrerequisites().confirmSteps();
    }

    private void signOnCondition(Handoff.Run goLive, String text) {
        goLive.done(
                "business",
                BUSINESS,
                "decision",
                "approve-with-conditions",
                "manifest",
                goLive.field("business", BUSINESS, "manifest"),
                "conditions",
                text,
                "conditionsOwner",
                "support",
                "conditionsDue",
                "2030-01-31");
    }

    private Document page(Web browser, Handoff.Run goLive) {
        var page = browser.page("/go-lives/" + goLive.key());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("style=\"");
        return Jsoup.parse(page.body());
    }

    private Web browser(String user) {
        var browser = Web.browser(port);
        browser.logIn(user, user);
        return browser;
    }

    private static Web.Answer settle(Web browser, Handoff.Run goLive, String path, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", browser.tokenOn("/"));
        return browser.form("/go-lives/%s/conditions/%s".formatted(goLive.key(), path), all);
    }

    @Test
    void aConditionIsReportedAsMetOnThePageByItsOwnerAndOpenedAgainByWhoSetIt() {
        var goLive = inSignOff();
        signOnCondition(goLive, "Train <b>the</b> second shift");
        var condition = goLive.state().get("conditions").get(0);
        assertThat(condition.get("owner").asText()).isEqualTo("support");
        assertThat(condition.get("expires").asText()).as("14 days later").isEqualTo("2030-02-14");
        assertThat(condition.get("setBy").asText()).isEqualTo("business");
        assertThat(condition.get("state").asText()).isEqualTo("open");
        var id = condition.get("id").asText();

        var support = browser("support");
        var shown = page(support, goLive).selectFirst(".condition");
        assertThat(shown.text())
                .contains("Train <b>the</b> second shift", "open", "Thu 31 Jan 2030", "Susan Sauer", "Report as met");
        assertThat(shown.select("summary")).hasSize(1);
        assertThat(page(browser("change"), goLive).select(".condition form")).isEmpty();

        assertThat(settle(support, goLive, id + "/met", Map.of("words", " ")).status())
                .isEqualTo(302);
        assertThat(page(support, goLive).select(".refused").text()).contains("Say how the condition was met.");
        assertThat(settle(browser("change"), goLive, id + "/met", Map.of("words", "Done."))
                        .status())
                .isEqualTo(403);
        assertThat(settle(browser("outsider"), goLive, id + "/met", Map.of("words", "Done."))
                        .status())
                .isEqualTo(404);
        var withoutToken =
                support.form("/go-lives/%s/conditions/%s/met".formatted(goLive.key(), id), Map.of("words", "Done."));
        assertThat(withoutToken.status()).isEqualTo(403);

        settle(support, goLive, id + "/met", Map.of("words", "All twelve were there.", "evidence", ""));
        assertThat(page(support, goLive).selectFirst(".condition").text()).contains("✓ met", "All twelve were there.");
        var business = browser("business");
        assertThat(page(business, goLive).selectFirst(".condition").text()).contains("It is not met");
        settle(business, goLive, id + "/not-met", Map.of("reason", "Half of them."));
        assertThat(goLive.state().at("/conditions/0/state").asText()).isEqualTo("open");
        settle(business, goLive, id + "/waived", Map.of("reason", "No second shift any more."));
        assertThat(goLive.state().at("/conditions/0/state").asText()).isEqualTo("waived");
    }

    @Test
    void programsSettleConditionsByTheSameRules() {
        var goLive = inSignOff();
        signOnCondition(goLive, "Train the second shift");
        var path = goLive.path(
                "/conditions/%s".formatted(goLive.state().at("/conditions/0/id").asText()));
        assertThat(rest.post("change", path + "/met", Map.of("words", "Done.")).status())
                .isEqualTo(403);
        assertThat(rest.post("support", path + "/met", Map.of()).status()).isEqualTo(422);
        assertThat(rest.post("support", path + "/met", Map.of("words", "Done.", "evidence", "no-id"))
                        .status())
                .isEqualTo(404);
        assertThat(rest.post("outsider", path + "/met", Map.of("words", "Done."))
                        .status())
                .isEqualTo(404);
        var unknown = goLive.path("/conditions/%s/met".formatted(UUID.randomUUID()));
        assertThat(rest.post("support", unknown, Map.of("words", "Done.")).status())
                .isEqualTo(404);
        var met = rest.post("support", path + "/met", Map.of("words", "Done."));
        assertThat(met.status()).isEqualTo(200);
        assertThat(met.json().get("state").asText()).isEqualTo("met");
        assertThat(met.json().get("metBy").asText()).isEqualTo("support");
        assertThat(rest.post("support", path + "/met", Map.of("words", "Again."))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whatWasSignedIsShownItemByItemAndCanBeDigestedByAnybody() {
        var goLive = inSignOff();
        goLive.sign("business", BUSINESS);
        var digest = goLive.state().get("signOffs").findValuesAsText("manifest").stream()
                .filter(each -> each.length() == 64)
                .findFirst()
                .orElseThrow();
        var document = rest.get("auditor", goLive.path("/manifests/" + digest));
        assertThat(Digest.of(document.text()).sha256()).isEqualTo(digest);
        assertThat(rest.get("outsider", goLive.path("/manifests/" + digest)).status())
                .isEqualTo(404);
        assertThat(rest.get("auditor", goLive.path("/manifests/" + "0".repeat(64)))
                        .status())
                .isEqualTo(404);
        assertThat(rest.get("auditor", goLive.path("/manifests/none")).status()).isEqualTo(404);

        var browser = browser("auditor");
        var path = "/go-lives/%s/manifests/%s".formatted(goLive.key(), digest);
        assertThat(page(browser, goLive).select(".sign-off a").eachAttr("href")).containsExactly(path);
        var before = Jsoup.parse(browser.page(path).body());
        assertThat(before.text()).contains("Bianca Berg", "business acceptance owner", "None: all of it is as it was.");
        assertThat(before.select("tbody tr")).hasSizeGreaterThan(3);
        rest.addStatement("requester", goLive.key(), "known-issues-list", "Late find", "One more.");
        assertThat(Jsoup.parse(browser.page(path).body()).text()).contains("New: Known issues list \"Late find\"");
        assertThat(browser.page("/go-lives/%s/manifests/none".formatted(goLive.key()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aSignOffThatFellSaysOnThePageWhichItemChangedAndWhen() {
        var goLive = handoff.start().reachRelease();
        rest.addStatement("requester", goLive.key(), "integration-validation", "Load test", "Two hours.");
        goLive.work();
        var environment = page(browser("auditor"), goLive).select(".sign-off").get(1);
        assertThat(environment.select(".spans li").eachText())
                .anyMatch(line ->
                        line.contains("outdated") && line.contains("New: Integration validation \"Load test\""));
        assertThat(environment.select("svg.validity rect").size())
                .isEqualTo(environment.select(".spans li").size());
        var evidence =
                page(browser("auditor"), goLive).select("#evidence").first().parent();
        assertThat(evidence.text()).contains("Load test", "version 1", "Rita Requardt");
    }

    @Test
    void theBriefingTellsWhatChangedSinceThisPersonLookedAndNotSinceSomebodyElseDid() {
        var goLive = inSignOff();
        assertThat(briefing("business", goLive, BUSINESS).text()).contains("you look for the first time");
        rest.addStatement("requester", goLive.key(), "known-issues-list", "Late find", "One.\nTwo.");
        var second = briefing("business", goLive, BUSINESS);
        assertThat(second.text()).contains("Compared with what you were shown on", "new since you looked");
        assertThat(briefing("business", goLive, BUSINESS).text())
                .as("looking again hides nothing")
                .contains("new since you looked");
        rest.addStatement("requester", goLive.key(), "known-issues-list", "Late find", "One.\nThree.");
        briefing("auditor", goLive, BUSINESS);
        var third = briefing("business", goLive, BUSINESS);
        assertThat(third.text()).contains("changed since you looked");
        assertThat(third.select(".handover-gone").eachText()).containsExactly("-Two.");
        assertThat(third.select(".handover-added").eachText()).containsExactly("+Three.");
        assertThat(briefing("environment", goLive, ENVIRONMENT).text()).contains("you look for the first time");
    }

    @Test
    void aRejectionNamesItsEvidenceByTheNumbersOfTheBriefing() {
        var goLive = inSignOff();
        rest.addStatement("requester", goLive.key(), "known-issues-list", "Late find", "One.");
        var manifest = goLive.field("business", BUSINESS, "manifest");
        var number = briefing("business", goLive, BUSINESS).select(".handover-item").stream()
                .filter(item -> item.text().contains("Late find"))
                .map(item -> item.selectFirst("input[data-part=concerns]"))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .attr("value");
        var fields = List.of("decision", "reject", "manifest", manifest, "rejectedStep", "known-issues");
        var wrong = goLive.answer("business", BUSINESS, with(fields, "reason", "Unclear.", "rejectedEvidence", "99"));
        assertThat(wrong.status()).isEqualTo(422);
        goLive.done("business", BUSINESS, with(fields, "reason", "Unclear.", "rejectedEvidence", number));
        assertThat(page(browser("auditor"), goLive).select(".sign-off").get(0).text())
                .contains("rejected", "Unclear.", "Evidence concerned: Late find");
        var validator = goLive.tasks("admin").stream()
                .filter(task -> task.get("name").asText().contains("known issues"))
                .findFirst()
                .orElseThrow();
        var mending = browser(validator.get("assignee").asText())
                .get("/tasks/%s/briefing".formatted(validator.get("id").asText()));
        assertThat(mending.body()).contains("Evidence concerned:", "Late find");
    }

    private static Object[] with(List<String> fields, String... more) {
        return java.util.stream.Stream.concat(fields.stream(), java.util.stream.Stream.of(more))
                .toArray();
    }

    private Document briefing(String user, Handoff.Run goLive, String element) {
        var id = goLive.task("admin", element).get("id").asText();
        var answer = browser(user).get("/tasks/%s/briefing".formatted(id));
        assertThat(answer.status()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}

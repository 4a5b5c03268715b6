package dev.handover.board.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.ApplicationTest;
import dev.handover.DatabaseOwner;
import dev.handover.Handoff;
import dev.handover.Web;
import dev.handover.shared.EvidenceKind;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is kept, whether it is what it was, and what signatures rely on: seen and changed by those who keep it. */
@ApplicationTest
class RecordsOnPagesTests {

    private static final String RECORDS = "section[aria-labelledby=records]";

    @Autowired
    private Handoff handoff;

    @Autowired
    private DatabaseOwner owner;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    @LocalServerPort
    private int port;

    @Test
    void theNewestCheckAndWhatItFoundAreOnThePage() {
        var check = "on-pages-" + UUID.randomUUID();
        // Newer than any check of another test, and than any that a moved clock brings.
        var ended = Timestamp.from(clock.instant().plus(Duration.ofDays(3650)));
        jdbc.update(
                "insert into records_check (id, begun_at, ended_at, contents, chains, entries) values (?, ?, ?, 7, 3, 91)",
                check,
                ended,
                ended);
        var sound = records("auditor");
        assertThat(sound.select(".badge").text()).isEqualTo("as recorded");
        assertThat(sound.text()).contains("read back: 7. Audit logs verified: 3, with 91 entries.");

        jdbc.update(
                "insert into records_finding (records_check, words) values (?, 'The content <b> is damaged.')", check);
        var damaged = records("admin");
        owner.tamper("delete from records_finding where records_check = ?", check);
        owner.tamper("delete from records_check where id = ?", check);
        assertThat(damaged.select(".badge.bad").text()).isEqualTo("damaged");
        assertThat(damaged.select(".blocker").text())
                .contains("restore what is damaged", "The content <b> is damaged.");
    }

    @Test
    void anAdminHasAllRecordsCheckedNow() {
        var running = runtime.createProcessInstanceQuery().processDefinitionKey("records-check");
        var before = running.count();
        assertThat(records("auditor").select("form")).isEmpty();
        var admin = browser("admin");
        assertThat(admin.form("/admin/records-check", Map.of("_csrf", admin.tokenOn("/admin")))
                        .status())
                .isEqualTo(302);
        assertThat(admin.page("/admin").body()).contains("are being read back");
        assertThat(running.count()).isEqualTo(before + 1);
    }

    @Test
    void whatEachSignatureReliesOnIsATable() {
        var table = records("auditor").select("details table");
        assertThat(table.select("thead th").eachText()).hasSize(4).contains("Business acceptance owner");
        assertThat(table.select("tbody tr")).hasSameSizeAs(EvidenceKind.values());
        var inventory = table.select("tbody tr").get(0);
        assertThat(inventory.select("td").eachText()).containsExactly("–", "relies on it", "relies on it");
    }

    @Test
    void anAdminKeepsEvidenceBeyondItsTimeOnThePageOfItsGoLive() {
        var goLive = handoff.start();
        var page = "/go-lives/" + goLive.key();
        var admin = browser("admin");
        assertThat(hold(admin, page, true, " ")).contains("Say why the evidence has to stay");
        assertThat(hold(admin, page, true, "A <dispute>.")).contains("The evidence stays beyond its time.");
        assertThat(hold(admin, page, true, "Again.")).contains("is held already");

        assertThat(evidence(browser("support"), page)).contains("kept beyond its time A <dispute>.");
        assertThat(browser("support").page(page).body()).doesNotContain("Lift the hold");
        assertThat(records("auditor").expectFirst("table").text()).contains(goLive.key(), "A <dispute>.");

        assertThat(hold(admin, page, false, "Settled.")).contains("The hold is lifted.");
        assertThat(evidence(admin, page)).doesNotContain("A <dispute>.");
    }

    private static String hold(Web admin, String page, boolean held, String reason) {
        var form = Map.of("held", "" + held, "reason", reason, "_csrf", admin.tokenOn(page));
        assertThat(admin.form(page + "/legal-hold", form).status()).isEqualTo(302);
        return Jsoup.parse(admin.page(page).body())
                .select("main > .said, main > .refused")
                .text();
    }

    private static String evidence(Web browser, String page) {
        return Jsoup.parse(browser.page(page).body())
                .select("section[aria-labelledby=evidence]")
                .text();
    }

    private Element records(String user) {
        return Jsoup.parse(browser(user).page("/admin").body()).expectFirst(RECORDS);
    }

    private Web browser(String user) {
        var browser = Web.browser(port);
        browser.logIn(user, user);
        return browser;
    }
}

package dev.handover.board.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.ApplicationTest;
import dev.handover.Handoff;
import dev.handover.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page a login leads to. */
@ApplicationTest
class HomeTests {

    @Autowired
    private Handoff handoff;

    @LocalServerPort
    private int port;

    @Test
    void whatWaitsForAPersonLeadsIntoTheTasklist() {
        var goLive = handoff.start();
        var task = goLive.task("support", "UserTask_AcceptRole").get("id").asText();
        assertThat(home("support"))
                .contains("Susan Sauer", "/camunda/app/tasklist/default/#/?task=" + task, goLive.key())
                .doesNotContain("Start a go-live", "Cockpit");
    }

    @Test
    void aGoLiveShowsHowFarItIs() {
        var goLive = handoff.start().reachSignOff();
        assertThat(home("requester"))
                .contains("Start a go-live", goLive.key(), "Phases; now: Sign-off", "aria-current=\"step\"");
    }

    @Test
    void aPersonWithoutAPartSeesNoGoLiveAndAnAuditorSeesAll() {
        var goLive = handoff.start();
        assertThat(home("outsider")).doesNotContain(goLive.key());
        assertThat(home("auditor")).contains(goLive.key(), "Cockpit");
    }

    @Test
    void theRequesterSeesWhatWaitsForOthersAndNobodyElseDoes() {
        var goLive = handoff.start();
        assertThat(home("requester")).contains("Waiting for others", "Susan Sauer", "/go-lives/" + goLive.key());
        assertThat(home("support")).doesNotContain("Waiting for others");
        assertThat(home("auditor")).doesNotContain("Waiting for others");
    }

    private String home(String user) {
        var browser = Web.browser(port);
        browser.logIn(user, user);
        var answer = browser.page("/");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }
}

package dev.handover.board.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.ApplicationTest;
import dev.handover.Handoff;
import dev.handover.Rest;
import dev.handover.Web;
import dev.handover.access.Group;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page a login leads to. */
@ApplicationTest
class HomeTests {

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private IdentityService identity;

    @LocalServerPort
    private int port;

    @Test
    void whatWaitsForAPersonLeadsIntoTheTasklist() {
        var support = somebody(Group.OWNERS);
        var plan = handoff.plan().replace("  support: support\n", "  support: %s\n".formatted(support));
        var goLive = handoff.start(plan);
        var task = goLive.task(support, "UserTask_AcceptRole").get("id").asText();
        assertThat(home(support))
                .contains("Nora Neu", "/camunda/app/tasklist/default/#/?task=" + task, goLive.key())
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
        var requester = somebody(Group.PROJECT_TEAM);
        var plan = handoff.plan();
        var submitted = rest.postYaml(requester, "/api/go-lives", plan);
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(201);
        var goLive = handoff.goOn(submitted.json().get("key").asText(), plan);
        assertThat(home(requester))
                .contains("Waiting for others")
                .containsPattern("<strong>Susan Sauer</strong>\\s*<a href=\"/go-lives/" + goLive.key());
        assertThat(home("support")).doesNotContain("Waiting for others");
        assertThat(home("auditor")).doesNotContain("Waiting for others");
    }

    /** Takes part in no other go-live: of what waits, pages list the first only. */
    private String somebody(Group group) {
        var id = "nora-" + UUID.randomUUID();
        var person = identity.newUser(id);
        person.setFirstName("Nora");
        person.setLastName("Neu");
        person.setPassword(id);
        ((IdentityServiceImpl) identity).saveUser(person, true);
        identity.createMembership(id, group.id());
        return id;
    }

    private String home(String user) {
        var browser = Web.browser(port);
        browser.logIn(user, user);
        var answer = browser.page("/");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }
}

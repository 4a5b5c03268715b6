package dev.handover.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.ApplicationTest;
import dev.handover.DatabaseOwner;
import dev.handover.EngineJobs;
import dev.handover.Handoff;
import dev.handover.Rest;
import dev.handover.notice.NoticeState;
import dev.handover.notice.NoticeView;
import dev.handover.notice.Notices;
import dev.handover.shared.GoLiveKey;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.util.TestSocketUtils;

/** What fails is an incident that says what to do, and a retry in Cockpit does it: the calls are those that Cockpit makes. */
@ApplicationTest
class IncidentTests {

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private EngineJobs jobs;

    @Autowired
    private JavaMailSenderImpl mailServer;

    @Autowired
    private Notices notices;

    @Autowired
    private DatabaseOwner owner;

    private int mailPort;

    @BeforeEach
    void rememberTheMailServer() {
        mailPort = mailServer.getPort();
    }

    @AfterEach
    void mend() {
        mailServer.setPort(mailPort);
        owner.jdbc().execute("alter table if exists check_run_away rename to check_run");
    }

    @Test
    void aMailThatNobodyTookIsSentByARetry() {
        var goLive = handoff.start();
        mailServer.setPort(TestSocketUtils.findAvailableTcpPort());
        rest.post("requester", goLive.path("/withdrawal"), Map.of("reason", "The site is closed."));
        jobs.tryInVain(goLive.key());
        assertThat(jobs.incidents(goLive.key()))
                .isNotEmpty()
                .allSatisfy(incident -> assertThat(incident.getIncidentMessage())
                        .startsWith(
                                "The mail server localhost:%d did not take the notice".formatted(mailServer.getPort()))
                        .contains("it cannot be reached", "sent when this job is tried again")
                        .doesNotContain("Exception"));

        mailServer.setPort(mailPort);
        retry(goLive);

        assertThat(jobs.incidents(goLive.key())).isEmpty();
        assertThat(notices.of(new GoLiveKey(goLive.key())))
                .extracting(NoticeView::state)
                .contains(NoticeState.SENT)
                .doesNotContain(NoticeState.WAITING, NoticeState.UNDELIVERABLE);
    }

    @Test
    void checksThatTheDatabaseDidNotTakeRunAgainByARetry() {
        var goLive = handoff.start();
        owner.jdbc().execute("alter table check_run rename to check_run_away");
        assertThatThrownBy(goLive::meetPrerequisites).hasStackTraceContaining("check_run");
        jobs.tryInVain(goLive.key());
        assertThat(jobs.incidents(goLive.key()))
                .isNotEmpty()
                .allSatisfy(incident -> assertThat(incident.getIncidentMessage())
                        .startsWith(
                                "The database did not do what it was asked to: ERROR: relation \"check_run\" does not exist")
                        .contains("retry this job")
                        .doesNotContain("select ", "insert ", "ENGINE-"));

        owner.jdbc().execute("alter table check_run_away rename to check_run");
        retry(goLive);

        assertThat(jobs.incidents(goLive.key())).isEmpty();
        assertThat(goLive.waiting()).contains("UserTask_ConfirmStep");
    }

    /** As Cockpit does for an admin, and for nobody else. */
    private void retry(Handoff.Run goLive) {
        for (var incident : jobs.incidents(goLive.key())) {
            var retries = "/engine-rest/job/%s/retries".formatted(incident.getConfiguration());
            assertThat(rest.put("auditor", retries, Map.of("retries", 1)).status())
                    .isEqualTo(403);
            assertThat(rest.put("admin", retries, Map.of("retries", 1)).status())
                    .isEqualTo(204);
        }
        jobs.tryInVain(goLive.key());
    }
}

package dev.handover.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.handover.EngineJobs;
import dev.handover.Handoff;
import dev.handover.Rest;
import dev.handover.development.mail.MailServer;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.util.TestSocketUtils;

/** A mail that nobody took, sent by the buttons that Cockpit has for it. */
class CockpitRetryTests extends BrowserTest {

    private static Chromium chromium;

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private EngineJobs jobs;

    @Autowired
    private JavaMailSenderImpl mailServer;

    @Autowired
    private MailServer mails;

    private final Troubles troubles = new Troubles();
    private final Screenshots screenshots = new Screenshots(Path.of("target/screenshots/retry"));
    private int mailPort;
    private Page page;

    @BeforeAll
    static void startChromium() {
        chromium = Chromium.start();
    }

    @BeforeEach
    void rememberTheMailServer() {
        mailPort = mailServer.getPort();
    }

    @AfterEach
    void mend() {
        mailServer.setPort(mailPort);
        if (page != null) {
            page.context().close();
        }
    }

    @AfterAll
    static void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aMailThatFailedIsSentByCockpitsOwnRetry() {
        var goLive = handoff.start();
        mailServer.setPort(TestSocketUtils.findAvailableTcpPort());
        rest.post("requester", goLive.path("/withdrawal"), Map.of("reason", "The site is closed."));
        jobs.tryInVain(goLive.key());
        var failed = jobs.incidents(goLive.key());
        assertThat(failed).hasSizeGreaterThan(1);
        mailServer.setPort(mailPort);

        page = chromium.newPage(address(), Screen.DESK);
        troubles.watch("admin", page);
        page.navigate(Cockpit.PATH);
        new LoginPage(page).logIn("admin");
        var cockpit = new Cockpit(page).open();
        retried(goLive, failed.get(0), () -> cockpit.retryIncident());
        retried(goLive, jobs.incidents(goLive.key()).get(0), () -> cockpit.retryFailedJobs());
        assertThat(jobs.incidents(goLive.key())).hasSize(failed.size() - 2);
        assertThat(troubles.unexpected()).isEmpty();
    }

    /** Presses the button on the instance of the failed mail, and sees the mail arrive. */
    private void retried(Handoff.Run goLive, Incident incident, Runnable button) {
        var before = mails.mailbox().all().size();
        new Cockpit(page).openIncidents(incident.getProcessInstanceId());
        assertThat(page.locator(".ctn-tabbed-content, .ctn-content-container").last())
                .containsText("The mail server localhost");
        screenshots.take(page, "incident");
        button.run();
        screenshots.take(page, "retried");
        jobs.tryInVain(goLive.key());
        var received = mails.mailbox().all();
        assertThat(received).hasSize(before + 1);
        assertThat(received.get(0).content().text()).contains("The site is closed.");
        assertThat(jobs.incidents(goLive.key())).extracting(Incident::getId).doesNotContain(incident.getId());
    }
}

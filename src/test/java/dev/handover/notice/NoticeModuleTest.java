package dev.handover.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.handover.GoLiveRow;
import dev.handover.RepositoryTest;
import dev.handover.TestClock;
import dev.handover.notice.NoticeTestData.World;
import dev.handover.shared.GoLiveKey;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;

/** A go-live whose notices go to a real mail server. */
@RepositoryTest
@Import(NoticeTestData.class)
@ImportAutoConfiguration(MailSenderAutoConfiguration.class)
@TestPropertySource(
        properties = {
            "handover.base-url=https://handover.example",
            "handover.notice.from=golive@handover.example",
            "handover.notice.sender-name=Handover",
            "handover.notice.at-once-per-hour=3",
            "handover.notice.deadline=PT4S",
            "spring.mail.properties.mail.smtp.connectiontimeout=2000",
            "spring.mail.properties.mail.smtp.timeout=1500",
            "spring.mail.properties.mail.smtp.writetimeout=1500"
        })
abstract class NoticeModuleTest {

    static final Instant DUE = Instant.parse("2026-03-03T13:00:00Z");

    @Autowired
    Notices notices;

    @Autowired
    UndeliveredMails undelivered;

    @Autowired
    Digests digests;

    @Autowired
    Preferences preferences;

    @Autowired
    TestClock clock;

    @Autowired
    World world;

    @Autowired
    JavaMailSenderImpl mail;

    @Autowired
    JdbcTemplate jdbc;

    GreenMail mailServer;
    GoLiveKey goLive;

    @BeforeEach
    void aGoLiveAndAMailServer() {
        world.reset();
        clock.set(TestClock.START);
        goLive = GoLiveRow.add(jdbc, "aurora-" + UUID.randomUUID());
        mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        mail.setHost("127.0.0.1");
        mail.setPort(mailServer.getSmtp().getPort());
        mail.setUsername(null);
        mail.setPassword(null);
    }

    @AfterEach
    void stopMailServer() {
        mailServer.stop();
    }

    TaskNotice task(String taskId, String... recipients) {
        return handed(0, taskId, recipients);
    }

    /** A task that has gone from one to another so often. */
    TaskNotice handed(int handing, String taskId, String... recipients) {
        return new TaskNotice(
                goLive,
                taskId,
                handing,
                "Business sign-off",
                "Look at the evidence and decide.",
                List.of(),
                List.of(),
                null,
                null,
                List.of(recipients),
                DUE,
                NoticeTestData.BERLIN);
    }

    /** Records a notice of a task to one person. */
    UUID waiting(String taskId, String recipient) {
        notices.taskWaiting(task(taskId, recipient));
        return world.asked.get(world.asked.size() - 1);
    }

    /** As jobs do: each notice, then each digest. */
    void sendAll() {
        world.asked.forEach(notices::send);
        world.begun.keySet().forEach(digests::send);
    }

    /** A task that nothing presses to do. */
    Facts.Builder about(String taskId) {
        return Facts.about(taskId).task(taskId, "Business sign-off").until(DUE.plus(Duration.ofDays(7)));
    }

    NoticeView view(UUID id) {
        return notices.of(goLive).stream()
                .filter(notice -> notice.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static String text(MimeMessage message) throws Exception {
        return (String) forms(message).getBodyPart(0).getContent();
    }

    static String html(MimeMessage message) throws Exception {
        return (String) forms(message).getBodyPart(1).getContent();
    }

    /** The forms a mail says the same in; they are its first part if it has files, too. */
    static MimeMultipart forms(MimeMessage message) throws Exception {
        var content = (MimeMultipart) message.getContent();
        return content.getContentType().startsWith("multipart/mixed")
                ? (MimeMultipart) content.getBodyPart(0).getContent()
                : content;
    }

    MimeMessage delivered() {
        var messages = mailServer.getReceivedMessages();
        if (messages.length != 1) {
            throw new AssertionError("expected one mail, found " + messages.length);
        }
        return messages[0];
    }

    /** The message as it came over the wire. */
    static String bytes(MimeMessage message) throws Exception {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    /** The headers as they came over the wire, without folding. */
    static List<String> headers(MimeMessage message) throws Exception {
        var head = bytes(message).split("\r\n\r\n", 2)[0];
        return head.replaceAll("\r\n[ \t]+", " ").lines().toList();
    }
}

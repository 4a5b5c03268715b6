package dev.handover.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Each attempt has a transaction of its own, as a job has. */
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class MailServerFaultTests extends NoticeModuleTest {

    private final ScriptedMailServer scripted = new ScriptedMailServer();

    @Autowired
    private PlatformTransactionManager transactions;

    private UUID notice;

    @BeforeEach
    void aNotice() {
        notice = waiting("4711", "business");
    }

    @AfterEach
    void leaveNothing() throws Exception {
        scripted.close();
        jdbc.update("delete from notice where go_live = ?", goLive.value());
    }

    @Test
    void aServerThatIsDownLeavesTheNoticeWaitingAndOnceItIsUpTheNoticeIsSent() {
        var port = mailServer.getSmtp().getPort();
        mailServer.stop();

        assertThatThrownBy(() -> notices.send(notice))
                .isInstanceOf(MailNotTaken.class)
                .hasMessageContaining("The mail server 127.0.0.1:" + port + " did not take the notice")
                .hasMessageContaining("it cannot be reached")
                .hasMessageContaining("Connection refused")
                .hasMessageContaining("Nothing is lost");
        assertThat(view(notice).state()).isEqualTo(NoticeState.WAITING);

        mailServer = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        notices.send(notice);

        assertThat(mailServer.getReceivedMessages()).hasSize(1);
        assertThat(view(notice).state()).isEqualTo(NoticeState.SENT);
    }

    @Test
    void whatFailsAfterTheServerHasTakenItIsSentAgainUnderTheSameMessageId() throws Exception {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            notices.send(notice);
            transaction.setRollbackOnly();
        });
        assertThat(view(notice).state()).isEqualTo(NoticeState.WAITING);

        notices.send(notice);
        notices.send(notice);

        var messages = mailServer.getReceivedMessages();
        assertThat(messages).hasSize(2);
        assertThat(messages[0].getMessageID())
                .isEqualTo(messages[1].getMessageID())
                .isEqualTo("<notice-%s@handover.example>".formatted(notice));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "."})
    void aSilentServerIsGivenUpInTime(String command) {
        use(scripted.answer(command, ScriptedMailServer.SILENCE));

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThatThrownBy(() -> notices.send(notice))
                        .isInstanceOf(MailNotTaken.class)
                        .hasMessageContaining("it did not answer in time"));
        assertThat(view(notice).state()).isEqualTo(NoticeState.WAITING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "."})
    void aServerThatStaysJustBelowEveryTimeoutIsCutOffAtTheDeadline(String command) {
        use(scripted.answer(command, ScriptedMailServer.DRIP));

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThatThrownBy(() -> notices.send(notice))
                        .isInstanceOf(MailNotTaken.class)
                        .hasMessageContaining("it was too slow, and was cut off after 4 seconds")
                        .hasMessageContaining("Nothing is lost"));
        assertThat(view(notice).state()).isEqualTo(NoticeState.WAITING);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "RCPT, 452 4.2.2 mailbox full, the mailbox of the recipient is full",
        "RCPT, 552 5.2.2 over quota, the mailbox of the recipient is full",
        "., 552 5.2.2 over quota, the mailbox of the recipient is full",
        "RCPT, 450 4.2.0 greylisted, it asks to try again later",
        "., 451 4.7.1 greylisted, it asks to try again later",
    })
    void aFullMailboxAndGreylistingAreToldInWordsAndTriedAgain(String command, String reply, String words) {
        use(scripted.answer(command, reply));
        assertThatThrownBy(() -> notices.send(notice))
                .isInstanceOf(MailNotTaken.class)
                .hasMessageContaining(words)
                .hasMessageContaining(reply);
        assertThat(view(notice).state()).isEqualTo(NoticeState.WAITING);

        use(scripted.answer(command, command.equals("DATA") ? "354 go on" : "250 ok"));
        notices.send(notice);
        assertThat(view(notice).state()).isEqualTo(NoticeState.SENT);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "RCPT, 450 greylisted",
        "RCPT, 451 try again later",
        "RCPT, 554 5.7.1 relay access denied",
        "RCPT, 550 5.7.54 unable to relay recipient in non-accepted domain",
        "RCPT, 554 client host blocked",
        "MAIL, 452 too many messages",
        "MAIL, 553 sender not allowed",
        "DATA, 554 no",
        "., 554 looks like spam",
        "., 421 shutting down"
    })
    void whatTheServerMayTakeAnotherTimeOrAnAdminCanMendIsTriedAgain(String command, String reply) {
        use(scripted.answer(command, reply));

        assertThatThrownBy(() -> notices.send(notice))
                .isInstanceOf(MailNotTaken.class)
                .hasMessageContaining(reply);
        assertThat(view(notice).state()).isEqualTo(NoticeState.WAITING);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "550 5.1.1 no such user, there is no such mailbox",
        "550 who?, there is no such mailbox",
        "550 5.1.2 bad domain, nobody gets mail at this domain",
        "556 5.1.10 null MX, nobody gets mail at this domain",
        "501 5.1.3 bad syntax, it is not written as an address of its server",
        "553 bad mailbox, it is not written as an address of its server",
        "551 5.1.6 moved, the mailbox has moved",
        "550 5.2.1 mailbox disabled, the mailbox is switched off",
        "551 user not local, the mailbox is not on this server",
    })
    void aRecipientTheServerRefusesForGoodIsRecordedInWordsAndNotTriedForEver(String reply, String words) {
        use(scripted.answer("RCPT", reply));

        notices.send(notice);

        assertThat(view(notice).state()).isEqualTo(NoticeState.UNDELIVERABLE);
        assertThat(view(notice).explanation())
                .startsWith("The mail server refuses this recipient, business@handover.example: " + words)
                .endsWith("(%s).".formatted(reply));
        assertThat(scripted.commands()).noneMatch("DATA"::equals);
    }

    @Test
    void aRefusedLoginNamesTheUserAndNeverThePassword() {
        mailServer.setUser("golive@handover.example", "mailer", "right");
        mail.setUsername("mailer");
        mail.setPassword("wr0ng-s3cret");

        assertThatThrownBy(() -> notices.send(notice))
                .isInstanceOf(MailNotTaken.class)
                .hasMessageContaining("refuses the login of \"mailer\"")
                .hasMessageContaining("spring.mail.password")
                .satisfies(fault -> assertThat(org.assertj.core.util.Throwables.getStackTrace(fault))
                        .doesNotContain("wr0ng-s3cret"));
    }

    @Test
    void anUnknownHostIsNamed() {
        mail.setHost("mail.invalid");

        assertThatThrownBy(() -> notices.send(notice))
                .isInstanceOf(MailNotTaken.class)
                .hasMessageContaining("mail.invalid:")
                .hasMessageContaining("no such host; check spring.mail.host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "soon"})
    void withoutTimeoutsTheApplicationDoesNotStart(String timeout) {
        var server = new JavaMailSenderImpl();
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", "1000");
        properties.put("mail.smtp.timeout", timeout);
        server.setJavaMailProperties(properties);

        assertThatThrownBy(() -> new Delivery(server, settings()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("spring.mail.properties.mail.smtp.timeout must be set");
    }

    private static NoticeProperties settings() {
        return new NoticeProperties(
                "a@example.com", "Handover", Locale.ENGLISH, LocalTime.of(8, 0), 3, Duration.ofSeconds(2));
    }

    private void use(ScriptedMailServer server) {
        mail.setPort(server.port());
    }
}

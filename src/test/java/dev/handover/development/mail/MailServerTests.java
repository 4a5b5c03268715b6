package dev.handover.development.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailServerTests {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    private final MailServer server = new MailServer(Clock.fixed(NOON, ZoneOffset.UTC), Duration.ofDays(1)).start(0);

    private final MailSender sender = new MailSender(server.port());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void takesAMailForAnybody() throws Exception {
        sender.sendText("Nobody.Known@Elsewhere.example", "Gr\u00fc\u00dfe", "Hello");
        assertThat(server.mailbox().all()).singleElement().satisfies(mail -> {
            assertThat(mail.number()).isEqualTo(1);
            assertThat(mail.receivedAt()).isEqualTo(NOON);
            assertThat(mail.sender()).isEqualTo("handover@handover.example");
            assertThat(mail.recipients()).containsExactly("nobody.known@elsewhere.example");
            assertThat(mail.content().subject()).isEqualTo("Gr\u00fc\u00dfe");
            assertThat(mail.content().text().strip()).isEqualTo("Hello");
        });
    }

    @Test
    void aMailToSeveralIsOneMailInTheBoxOfEach() throws Exception {
        sender.sendText("support@handover.example, business@handover.example", "Both", "x");
        sender.sendText("support@handover.example", "One", "x");
        var mailbox = server.mailbox();
        assertThat(mailbox.all()).hasSize(2);
        assertThat(mailbox.to("SUPPORT@handover.example"))
                .extracting(mail -> mail.content().subject())
                .containsExactly("One", "Both");
        assertThat(mailbox.to("business@handover.example")).hasSize(1);
        assertThat(mailbox.to("support")).isEmpty();
        assertThat(mailbox.recipients()).containsEntry("support@handover.example", 2);
    }

    @Test
    void numbersAreNeverUsedTwice() throws Exception {
        sender.sendText("a@handover.example", "1", "x");
        server.mailbox().clear();
        sender.sendText("a@handover.example", "2", "x");
        assertThat(server.mailbox().all()).extracting(ReceivedMail::number).containsExactly(2);
        assertThat(server.mailbox().find(1)).isEmpty();
        assertThat(server.mailbox().find(2)).isPresent();
    }

    @Test
    void takenDownItRefusesConnectionsAndKeepsWhatItHas() throws Exception {
        sender.sendText("a@handover.example", "before", "x");
        server.takeDown();
        server.takeDown();
        assertThat(server.isUp()).isFalse();
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> sender.sendText("a@handover.example", "lost?", "x"))
                .withMessageContaining("connect");
        assertThat(server.mailbox().all()).hasSize(1);

        server.bringUp();
        server.bringUp();
        sender.sendText("a@handover.example", "after", "x");
        assertThat(server.mailbox().all())
                .extracting(mail -> mail.content().subject())
                .containsExactly("after", "before");
    }

    @Test
    void slowItMakesSendersGiveUpBeforeAMailIsHandedOver() {
        server.setSlow(true);
        var impatient = new MailSender(server.port(), 50);
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> impatient.sendText("a@handover.example", "too late", "x"));
        server.setSlow(false);
        assertThat(server.mailbox().all()).isEmpty();
    }

    @Test
    void aPatientSenderIsServedWhenItIsFastAgain() throws Exception {
        server.setSlow(true);
        assertThat(server.isSlow()).isTrue();
        var sent = CompletableFuture.runAsync(() -> {
            try {
                sender.sendText("a@handover.example", "patient", "x");
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        });
        await().until(() -> server.slowness().waiting() == 1);
        assertThat(server.mailbox().all()).isEmpty();
        server.setSlow(false);
        sent.get(10, TimeUnit.SECONDS);
        assertThat(server.mailbox().all()).hasSize(1);
    }

    @Test
    void testsCanWaitForMails() throws Exception {
        var mailbox = server.mailbox();
        var waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return mailbox.await("a@handover.example", 2, Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        sender.sendText("a@handover.example", "1", "x");
        sender.sendText("b@handover.example", "other", "x");
        sender.sendText("a@handover.example", "2", "x");
        assertThat(waiting.get(30, TimeUnit.SECONDS)).hasSize(2);
        assertThat(mailbox.await("a@handover.example", 3, Duration.ofMillis(5))).hasSize(2);
    }

    @Test
    void theOldestMailsMakeRoom() {
        var mailbox = new Mailbox(Clock.systemUTC());
        for (int i = 0; i <= Mailbox.MOST; i++) {
            mailbox.receive("", List.of("a@handover.example"), new byte[0]);
        }
        assertThat(mailbox.all()).hasSize(Mailbox.MOST);
        assertThat(mailbox.find(1)).isEmpty();
        assertThat(mailbox.all().get(0).number()).isEqualTo(Mailbox.MOST + 1);
    }

    @Test
    void aPortInUseIsSaidPlainlyAndLeavesNothingBehind() {
        try (var second = new MailServer(Clock.systemUTC())) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> second.start(server.port()))
                    .withMessageContaining("stop what uses that port");
            assertThat(second.isUp()).isFalse();
            assertThatIllegalStateException().isThrownBy(second::bringUp);
            second.start(0);
            assertThat(second.isUp()).isTrue();
        }
    }
}

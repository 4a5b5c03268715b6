package dev.handover.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.handover.GoLiveRow;
import dev.handover.shared.Person;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many things in one mail, on a real mail server. */
class DigestsTests extends NoticeModuleTest {

    private static final Path OUTPUT = Path.of("target", "mails");

    @Autowired
    private StoredDigests stored;

    @Test
    void aDigestTellsTasksFirstTheOneThatIsDueFirstBeforeOthersByGoLive() throws Exception {
        var other = GoLiveRow.add(jdbc, "borealis-" + UUID.randomUUID());
        notices.tell(goLive, NoticeKind.PLAN_CHANGED, List.of("business"), news().build());
        remind("late", 9);
        notices.tell(other, NoticeKind.HANDED_OVER, List.of("business"), news().build());
        remind("early", 4);

        digests.send(digest());

        var mail = delivered();
        assertThat(mail.getSubject()).isEqualTo("Your overview: 2 tasks, 2 pieces of news");
        assertThat(headers(mail))
                .contains(
                        "Message-ID: <digest-%s@handover.example>".formatted(digest()),
                        "List-Unsubscribe: <https://handover.example/preferences>",
                        "To: Bianca Berg <business@handover.example>");
        keep("digest.en.html", mail);
        for (var content : List.of(text(mail), html(mail))) {
            assertThat(content)
                    .containsSubsequence(
                            "Aurora 4.2 goes live",
                            "Business sign-off still waits for you",
                            "Friday, 6 March 2026, 11:00",
                            "?task=early",
                            "Business sign-off still waits for you",
                            "Wednesday, 11 March 2026, 11:00",
                            "?task=late",
                            "The plan was changed",
                            "Paul Prodan",
                            "The go-live is handed over",
                            other.value() + "/report",
                            "https://handover.example/preferences");
        }
        assertThat(notices.of(goLive))
                .allMatch(notice -> notice.state() == NoticeState.SENT)
                .allMatch(notice -> notice.sentTo().equals("business@handover.example"));
    }

    @Test
    void whatWasDoneMeanwhileOrIsNotWantedAnyMoreIsLeftOut() throws Exception {
        remind("done", 4);
        remind("open", 5);
        notices.tell(goLive, NoticeKind.PLAN_CHANGED, List.of("business"), news().build());
        world.doneTasks.add("done");
        preferences.choose("business", PersonPreference.read(null, null, null, Map.of("plan-changed", "never")));

        digests.send(digest());

        assertThat(delivered().getSubject()).isEqualTo("Your overview: 1 task, no news");
        assertThat(text(delivered())).contains("?task=open").doesNotContain("?task=done", "plan was changed");
        assertThat(notices.of(goLive))
                .extracting(NoticeView::state)
                .containsExactlyInAnyOrder(NoticeState.SENT, NoticeState.SKIPPED, NoticeState.SKIPPED);
    }

    @Test
    void anEmptyDigestIsNotSent() {
        remind("done", 4);
        world.doneTasks.add("done");

        digests.send(digest());

        assertThat(mailServer.getReceivedMessages()).isEmpty();
        assertThat(state(digest())).isEqualTo("SKIPPED");
    }

    @Test
    void ofATaskItTellsTheLatestOnly() throws Exception {
        preferences.choose("business", PersonPreference.read(null, null, null, Map.of("task-waiting", "digest")));
        notices.tell(
                goLive, NoticeKind.TASK_WAITING, List.of("business"), about("1").build());
        clock.forward(Duration.ofMinutes(1));
        notices.tell(
                goLive,
                NoticeKind.REMINDER,
                List.of("business"),
                about("1").number(1).build());

        digests.send(digest());

        assertThat(delivered().getSubject()).isEqualTo("Your overview: 1 task, no news");
        assertThat(text(delivered())).containsOnlyOnce("?task=1").contains("still waits for you");
        assertThat(notices.of(goLive)).extracting(NoticeView::state).containsOnly(NoticeState.SENT);
    }

    @Test
    void aDigestIsSentOnceAndWhatIsToldLaterComesTheNextDay() {
        remind("1", 4);
        var first = digest();
        clock.set(world.begun.get(first));
        digests.send(first);
        remind("2", 5);
        digests.send(first);

        assertThat(mailServer.getReceivedMessages()).hasSize(1);
        assertThat(world.begun).hasSize(2);
        assertThat(world.begun.values()).last().isEqualTo(world.begun.get(first).plus(Duration.ofDays(1)));
    }

    @Test
    void aDigestIsWrittenInTheLanguageAndZoneOfThePerson() throws Exception {
        preferences.choose("business", PersonPreference.read("de", "Asia/Tokyo", "07:30", Map.of()));
        remind("1", 4);

        assertThat(world.begun.values()).containsExactly(java.time.Instant.parse("2026-03-02T22:30:00Z"));
        digests.send(digest());

        keep("digest.de.html", delivered());
        assertThat(delivered().getSubject()).isEqualTo("Ihre Übersicht: 1 Aufgabe, keine Neuigkeiten");
        assertThat(headers(delivered())).contains("Content-Language: de");
        assertThat(text(delivered()))
                .contains(
                        "Was auf Sie wartet und was es Neues gibt",
                        "Montag, 2. März 2026",
                        "Fachliche Freigabe wartet noch auf Sie",
                        "Bitte entscheiden bis: Freitag, 6. März 2026, 19:00 Uhr Japanische Normalzeit (Asia/Tokyo)",
                        "Sprache, Zeitzone und Art der E-Mails wählen: https://handover.example/preferences");
    }

    @Test
    void aDigestSaysForWhomADeputyIsAsked() throws Exception {
        notices.tell(
                goLive,
                NoticeKind.REMINDER,
                List.of("support"),
                about("1").onBehalfOf("business").build());

        digests.send(digest());

        assertThat(text(delivered())).contains("As deputy for: Bianca Berg");
    }

    @Test
    void withoutAnAddressAllOfItIsOnRecordAndCanBeSentByItselfOnceThatIsMended() {
        world.people.put("business", new Person("business", "Bianca Berg", null));
        remind("1", 4);
        digests.send(digest());
        assertThat(undelivered.of(goLive)).hasSize(1);
        world.people.put("business", new Person("business", "Bianca Berg", "bianca@handover.example"));

        var id = undelivered.of(goLive).get(0).id();
        undelivered.sendAgain(id, "admin");
        notices.send(id);

        assertThat(view(id).sentTo()).isEqualTo("bianca@handover.example");
    }

    @Test
    void aMailServerThatIsDownLeavesAllOfItWaitingAndOnceItIsUpItIsSent() {
        remind("1", 4);
        var port = mailServer.getSmtp().getPort();
        mailServer.stop();
        assertThatThrownBy(() -> digests.send(digest()))
                .isInstanceOf(MailNotTaken.class)
                .hasMessageContaining("cannot be reached");
        assertThat(notices.of(goLive)).extracting(NoticeView::state).containsOnly(NoticeState.WAITING);
        assertThat(state(digest())).isEqualTo("WAITING");

        mailServer = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        digests.send(digest());
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
        assertThat(state(digest())).isEqualTo("SENT");
    }

    @Test
    void aDigestThatIsNotThereIsAFault() {
        assertThatThrownBy(() -> digests.send(UUID.randomUUID())).isInstanceOf(IllegalStateException.class);
    }

    /** For whoever wants to see it. */
    private static void keep(String name, MimeMessage mail) throws Exception {
        Files.createDirectories(OUTPUT);
        Files.writeString(OUTPUT.resolve(name), html(mail));
    }

    private void remind(String task, int days) {
        notices.tell(
                goLive,
                NoticeKind.REMINDER,
                List.of("business"),
                about(task)
                        .number(1)
                        .until(NoticeTestData.NOW.plus(Duration.ofDays(days)))
                        .build());
    }

    private static Facts.Builder news() {
        return Facts.about("x").by("production");
    }

    private UUID digest() {
        return world.begun.keySet().iterator().next();
    }

    private String state(UUID digest) {
        return stored.lock(digest).orElseThrow().state().name();
    }
}

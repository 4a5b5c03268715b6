package dev.handover.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.shared.Phrase;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A sign-off that is open again, and the task in which it is asked for anew: one mail for whoever has the task. */
class NewsWithATaskTests extends NoticeModuleTest {

    private static final Facts NEWS = Facts.about("sign-off-1")
            .pointing(List.of(Phrase.of("evidence-another")))
            .build();

    private Facts newsAbout(TaskNotice task) {
        return Facts.about("sign-off-1")
                .pointing(NEWS.points())
                .task(task.taskId(), task.taskName())
                .asking(task.asks())
                .until(task.due())
                .build();
    }

    private void tell(TaskNotice task) {
        notices.taskWaiting(task, NoticeKind.SIGN_OFF_REOPENED, "business", newsAbout(task));
    }

    private List<NoticeKind> kindsTo(String person) {
        return notices.of(goLive).stream()
                .filter(notice -> notice.recipient().equals(person))
                .map(NoticeView::kind)
                .sorted()
                .toList();
    }

    private MimeMessage mailTo(String person) {
        return Arrays.stream(mailServer.getReceivedMessages())
                .filter(message -> addressee(message).contains(person + "@"))
                .findFirst()
                .orElseThrow();
    }

    private static String addressee(MimeMessage message) {
        try {
            return message.getHeader("To", null);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void choose(String language, Map<String, String> kinds) {
        preferences.choose("business", PersonPreference.read(language, null, null, kinds));
    }

    @Test
    void oneMailSaysWhatChangedWhatIsAskedUntilWhenAndWhere() throws Exception {
        tell(task("4711", "business"));
        sendAll();

        assertThat(delivered().getSubject()).isEqualTo("Sign-off open again - Aurora Works, production");
        for (var form : List.of(text(delivered()), html(delivered()))) {
            assertThat(form)
                    .contains("The evidence that was relied on is another than before.")
                    .contains("Look at the evidence and decide.")
                    .contains("Please decide by")
                    .contains("Tuesday, 3 March 2026, 14:00 Central European Standard Time (Europe/Berlin)")
                    .contains("https://handover.example/camunda/app/tasklist/default/#/?task=4711")
                    .doesNotContain("It is asked for anew");
        }
    }

    @Test
    void whoReadsGermanReadsTheSameInGerman() throws Exception {
        choose("de", Map.of());
        tell(task("4711", "business"));
        sendAll();

        assertThat(delivered().getSubject()).isEqualTo("Freigabe wieder offen - Aurora Works, production");
        assertThat(text(delivered()))
                .contains("Was sich geändert hat")
                .contains("Die Nachweise, auf die sich die Freigabe stützte, sind nicht mehr dieselben.")
                .contains("Beurteilen Sie die Nachweise aus fachlicher Sicht.")
                .contains("Bitte entscheiden bis: Dienstag, 3. März 2026, 14:00 Uhr");
    }

    @Test
    void thatTheTaskIsAlsoAssignedIsNothingNew() {
        tell(task("4711", "business"));
        tell(task("4711", "business"));

        assertThat(kindsTo("business")).containsExactly(NoticeKind.SIGN_OFF_REOPENED);
    }

    @Test
    void whoWasToldBeforeTheTaskCameIsAskedByAMailOfItsOwn() {
        notices.tell(goLive, NoticeKind.SIGN_OFF_REOPENED, List.of("business"), NEWS);
        tell(task("4711", "business"));
        tell(task("4711", "business"));

        assertThat(kindsTo("business")).containsExactly(NoticeKind.TASK_WAITING, NoticeKind.SIGN_OFF_REOPENED);
    }

    @Test
    void aTaskThatTakesThePlaceOfAnotherIsToldAsATask() {
        tell(task("4711", "business"));
        tell(task("4712", "business"));

        assertThat(kindsTo("business")).containsExactly(NoticeKind.TASK_WAITING, NoticeKind.SIGN_OFF_REOPENED);
    }

    @Test
    void whoeverTakesTheTaskOverIsAsked() {
        tell(task("4711", "business"));
        tell(task("4711", "support"));

        assertThat(kindsTo("support")).containsExactly(NoticeKind.TASK_WAITING);
    }

    @Test
    void aDeputyIsAskedAndWhoIsAwayIsOnlyTold() throws Exception {
        world.deputies.put("business", "support");
        world.handedOver = "4711/business";
        tell(task("4711", "support"));
        sendAll();

        assertThat(text(mailTo("support")))
                .contains("You are asked as deputy for Bianca Berg.", "Look at the evidence and decide.", "task=4711");
        assertThat(text(mailTo("business")))
                .contains("The evidence that was relied on is another than before.", "It is asked for anew")
                .doesNotContain("Look at the evidence and decide.", "task=4711", "Please decide by");
        assertThat(kindsTo("support")).containsExactly(NoticeKind.SIGN_OFF_REOPENED);

        world.handedOver = null;
        tell(task("4711", "business"));
        assertThat(kindsTo("business"))
                .as("the task comes back to who was only told")
                .containsExactly(NoticeKind.TASK_WAITING, NoticeKind.SIGN_OFF_REOPENED);
    }

    @Test
    void whoGetsTasksInTheDigestIsAskedAtOnceAllTheSame() {
        choose("en", Map.of("task-waiting", "digest", "live", "never"));
        tell(task("4711", "business"));

        assertThat(world.asked).hasSize(1);
        assertThat(world.begun).isEmpty();
    }

    @Test
    void whatIsSignedByThenIsNotMailed() {
        tell(task("4711", "business"));
        world.doneTasks.add("4711");
        sendAll();

        assertThat(mailServer.getReceivedMessages()).isEmpty();
    }

    @Test
    void aRepeatHasTheSameMessageId() throws Exception {
        tell(task("4711", "business"));
        var id = world.asked.get(0);
        var port = mail.getPort();
        mail.setPort(1);
        assertThatThrownBy(() -> notices.send(id)).isInstanceOf(MailNotTaken.class);
        mail.setPort(port);
        notices.send(id);

        assertThat(headers(delivered())).contains("Message-ID: <notice-%s@handover.example>".formatted(id));
        assertThat(world.asked).containsExactly(id);
    }
}

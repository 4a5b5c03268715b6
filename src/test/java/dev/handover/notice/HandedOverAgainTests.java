package dev.handover.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A task goes from one to another and back: each handing-over is a mail of its own, and one mail. */
class HandedOverAgainTests extends NoticeModuleTest {

    private void hand(int handing, String person) {
        notices.taskWaiting(handed(handing, "4711", person));
    }

    private List<String> messageIdsTo(String person) {
        return Arrays.stream(mailServer.getReceivedMessages())
                .filter(message -> header(message, "To").contains(person + "@"))
                .map(message -> header(message, "Message-ID"))
                .toList();
    }

    private static String header(MimeMessage message, String name) {
        try {
            return message.getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whoGetsTheTaskASecondTimeIsMailedASecondTime() {
        hand(0, "business");
        sendAll();
        hand(1, "production");
        sendAll();
        hand(2, "business");
        sendAll();

        assertThat(messageIdsTo("business")).hasSize(2).doesNotHaveDuplicates();
        assertThat(messageIdsTo("production")).hasSize(1);
    }

    @Test
    void oneHandingOverIsMailedOnceHoweverOftenItIsTold() {
        for (var again = 0; again < 3; again++) {
            hand(2, "business");
            sendAll();
        }

        assertThat(messageIdsTo("business")).hasSize(1);
    }

    @Test
    void aRetryOfTheSecondHandingOverHasTheMessageIdOfTheSecond() {
        hand(0, "business");
        sendAll();
        hand(2, "business");
        var second = world.asked.get(1);
        mail.setPort(1);
        assertThatThrownBy(() -> notices.send(second)).isInstanceOf(MailNotTaken.class);
        mail.setPort(mailServer.getSmtp().getPort());
        notices.send(second);
        notices.send(second);

        assertThat(messageIdsTo("business"))
                .containsExactly(
                        "<notice-%s@handover.example>".formatted(world.asked.get(0)),
                        "<notice-%s@handover.example>".formatted(second));
    }

    @Test
    void whatCameBackBeforeAnythingWasMailedIsMailedOnce() {
        hand(0, "business");
        hand(1, "production");
        hand(2, "business");
        sendAll();

        assertThat(messageIdsTo("business")).hasSize(1);
        assertThat(notices.of(goLive))
                .filteredOn(notice -> notice.recipient().equals("business"))
                .extracting(NoticeView::sequence, NoticeView::state)
                .containsExactlyInAnyOrder(tuple(0, NoticeState.SKIPPED), tuple(2, NoticeState.SENT));
    }

    @Test
    void inADigestItIsListedOnce() throws Exception {
        preferences.choose("business", PersonPreference.read("en", null, null, Map.of("task-waiting", "digest")));
        for (var handing : List.of(0, 2)) {
            notices.tell(
                    goLive,
                    NoticeKind.TASK_WAITING,
                    List.of("business"),
                    about("4711").number(handing).build());
        }
        sendAll();

        assertThat(text(delivered()).split("task=4711", -1)).hasSize(2);
    }

    /** The news came with the task the first time; what comes back is only the task. */
    @Test
    void aTaskThatCameWithNewsIsMailedAsATaskWhenItComesBack() {
        var news = Facts.about("sign-off-1");
        for (var handing : List.of(0, 0, 1, 2)) {
            var task = handed(handing, "4711", handing == 1 ? "production" : "business");
            notices.taskWaiting(
                    task,
                    NoticeKind.SIGN_OFF_REOPENED,
                    "business",
                    news.number(handing).task("4711", task.taskName()).build());
            sendAll();
        }

        assertThat(messageIdsTo("business")).hasSize(2).doesNotHaveDuplicates();
        assertThat(messageIdsTo("production")).hasSize(1);
    }
}

package dev.handover.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.shared.Person;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticesTests extends NoticeModuleTest {

    @Test
    void tellingRecordsOneNoticeForEachRecipientAndHasItSent() {
        notices.taskWaiting(task("4711", "business", "production", "business"));

        assertThat(world.asked).hasSize(2);
        assertThat(notices.of(goLive)).hasSize(2).allSatisfy(notice -> {
            assertThat(notice.state()).isEqualTo(NoticeState.WAITING);
            assertThat(notice.kind()).isEqualTo(NoticeKind.TASK_WAITING);
            assertThat(notice.about()).isEqualTo("Business sign-off");
            assertThat(notice.createdAt()).isEqualTo(NoticeTestData.NOW);
            assertThat(notice.settledAt()).isNull();
        });
        assertThat(mailServer.getReceivedMessages()).isEmpty();
    }

    @Test
    void tellingTheSameAgainCreatesNothing() {
        notices.taskWaiting(task("4711", "business"));
        notices.taskWaiting(task("4711", "business"));

        assertThat(world.asked).hasSize(1);
        assertThat(notices.of(goLive)).hasSize(1);
    }

    @Test
    void anotherRecipientKindSubjectOrNumberIsAnotherNotice() {
        notices.taskWaiting(task("4711", "business"));
        notices.taskWaiting(task("4711", "production"));
        notices.taskWaiting(task("4712", "business"));
        for (var number = 1; number <= 2; number++) {
            var facts = Facts.about("4711")
                    .number(number)
                    .task("4711", "Business sign-off")
                    .build();
            notices.tell(goLive, NoticeKind.REMINDER, List.of("business"), facts);
            notices.tell(goLive, NoticeKind.REMINDER, List.of("business"), facts);
        }

        assertThat(notices.of(goLive)).hasSize(5);
    }

    @Test
    void tellingNobodyRecordsNothing() {
        notices.tell(goLive, NoticeKind.LIVE, List.of(), Facts.about("live").build());

        assertThat(notices.of(goLive)).isEmpty();
    }

    @Test
    void aSentNoticeIsAMailWithAllThatAPersonNeeds() throws Exception {
        var id = waiting("4711", "business");

        notices.send(id);

        var message = delivered();
        assertThat(message.getSubject()).isEqualTo("Business sign-off - Aurora Works, production");
        assertThat(headers(message))
                .contains(
                        "From: Handover <golive@handover.example>",
                        "To: Bianca Berg <business@handover.example>",
                        "Message-ID: <notice-%s@handover.example>".formatted(id),
                        "Auto-Submitted: auto-generated",
                        "X-Auto-Response-Suppress: All",
                        "Content-Language: en");
        assertThat(message.getSentDate()).isEqualTo(Date.from(NoticeTestData.NOW));
        for (var part = 0; part < 2; part++) {
            assertThat(part(message, part))
                    .contains("Look at the evidence and decide.")
                    .contains("Please act by")
                    .contains("Tuesday, 3 March 2026, 14:00 Central European Standard Time (Europe/Berlin)")
                    .contains("Nothing is ever approved by silence.")
                    .contains("https://handover.example/camunda/app/tasklist/default/#/?task=4711")
                    .contains(goLive.value());
        }
        assertThat(view(id))
                .extracting(NoticeView::state, NoticeView::sentTo, NoticeView::settledAt, NoticeView::explanation)
                .containsExactly(NoticeState.SENT, "business@handover.example", NoticeTestData.NOW, null);
    }

    @Test
    void theTextComesBeforeTheHtmlSoThatProgramsPreferTheHtml() throws Exception {
        notices.send(waiting("4711", "business"));

        var content = (MimeMultipart) delivered().getContent();
        assertThat(content.getContentType()).startsWith("multipart/alternative");
        assertThat(content.getBodyPart(0).getContentType()).startsWith("text/plain; charset=UTF-8");
        assertThat(content.getBodyPart(1).getContentType()).startsWith("text/html; charset=UTF-8");
    }

    @Test
    void sendingAgainAfterSuccessDoesNothing() {
        var id = waiting("4711", "business");
        notices.send(id);

        notices.send(id);

        assertThat(mailServer.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aTaskThatIsDoneMeanwhileIsNotMailed() {
        var id = waiting("4711", "business");
        world.doneTasks.add("4711");

        notices.send(id);

        assertThat(mailServer.getReceivedMessages()).isEmpty();
        assertThat(view(id).state()).isEqualTo(NoticeState.SKIPPED);
        assertThat(view(id).explanation()).contains("done before");
        world.doneTasks.clear();
        notices.send(id);
        assertThat(mailServer.getReceivedMessages()).isEmpty();
    }

    @Test
    void aTaskThatIsSomebodyElsesByNowIsNotMailedToWhoeverHadIt() {
        var id = waiting("4711", "business");
        world.handedOver = "4711/business";

        notices.send(id);

        assertThat(mailServer.getReceivedMessages()).isEmpty();
        assertThat(view(id).explanation()).contains("went to somebody else");
    }

    @Test
    void aTaskThatCameBackIsToldAfterAll() {
        var id = waiting("4711", "business");
        world.handedOver = "4711/business";
        notices.send(id);
        world.handedOver = null;

        notices.taskWaiting(handed(2, "4711", "business"));
        sendAll();

        assertThat(view(id).state()).isEqualTo(NoticeState.SKIPPED);
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
        assertThat(world.asked).hasSize(2);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "business",
                "business@",
                "@handover.example",
                "a@handover.example, b@handover.example",
                "a@handover.example\r\nBcc: b@handover.example",
                "Bianca <a@handover.example>",
                "a b@handover.example",
                "a@handover.example\u0000"
            })
    void aPersonWithoutAUsableAddressIsRecordedAndNotTriedForEver(String address) {
        world.people.put("business", new Person("business", "Bianca Berg", address));
        var id = waiting("4711", "business");

        notices.send(id);

        assertThat(mailServer.getReceivedMessages()).isEmpty();
        assertThat(view(id).state()).isEqualTo(NoticeState.UNDELIVERABLE);
        assertThat(view(id).explanation()).contains("no usable e-mail address");
        assertThat(undelivered.of(goLive)).extracting(UndeliveredMail::id).containsExactly(id);
    }

    @Test
    void nothingIsSentToADisabledAccount() {
        world.disabled.add("business");
        var id = waiting("4711", "business");

        notices.send(id);

        assertThat(mailServer.getReceivedMessages()).isEmpty();
        assertThat(view(id).state()).isEqualTo(NoticeState.UNDELIVERABLE);
        assertThat(view(id).explanation()).contains("is disabled");
    }

    @Test
    void aPersonNobodyKnowsIsRecorded() {
        var id = waiting("4711", "gone");

        notices.send(id);

        assertThat(view(id).explanation()).contains("does not know this person");
    }

    @Test
    void aNoticeThatIsNotThereIsAFault() {
        assertThatThrownBy(() -> notices.send(UUID.randomUUID())).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsDelivered(NoticeKind kind) throws Exception {
        var facts = Facts.about("x")
                .task("4711", "Business sign-off")
                .by("production")
                .because("reason")
                .from(DUE)
                .until(DUE);
        notices.tell(goLive, kind, List.of("business"), facts.build());

        sendAll();

        assertThat(text(delivered())).contains("Paul Prodan").contains("Reason: reason");
        assertThat(text(delivered())).contains("Aurora Works, production", "https://handover.example/preferences");
        assertThat(html(delivered())).contains("Paul Prodan").doesNotContain("th:text", "th:each");
    }

    private static String part(MimeMessage message, int number) throws Exception {
        return (String)
                ((MimeMultipart) message.getContent()).getBodyPart(number).getContent();
    }
}

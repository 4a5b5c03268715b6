package dev.handover.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.shared.Person;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMultipart;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever people write into names and texts, a mail has the headers and recipients it was meant to have. */
class HostileNoticeTests extends NoticeModuleTest {

    private static final List<String> HEADERS = List.of(
            "Auto-Submitted",
            "Content-Language",
            "Content-Type",
            "Date",
            "From",
            "MIME-Version",
            "Message-ID",
            "Subject",
            "To",
            "X-Auto-Response-Suppress");

    /** What an expression in a hostile text would yield. */
    private static final String COMPUTED = String.valueOf(7919 * 7907);

    static Stream<String> hostile() {
        var injected = Stream.of(
                        "\r",
                        "\n",
                        "\r\n",
                        "\r\n\r\n",
                        "%0d%0a",
                        "\u0085",
                        "\u2028",
                        "\u2029",
                        "\u0000",
                        "\r\n ",
                        "\\r\\n")
                .map(ending -> "Aurora" + ending + "Bcc: evil@evil.example" + ending + "X-Evil: yes");
        var others = Stream.of(
                "=?utf-8?Q?Aurora=0D=0ABcc:=20evil@evil.example?=",
                "\", evil@evil.example, \"",
                "<script>alert(1)</script><img src=x onerror=alert(1)>",
                "${7919*7907} #{7919*7907} [[${7919*7907}]] [(${7919*7907})] {0} __${7919*7907}__ [# th:utext=\"${1}\"/]",
                "</td></table><h1>Approved</h1>",
                "\r\n.\r\nMAIL FROM:<evil@evil.example>\r\n",
                "x".repeat(10_000),
                "ü".repeat(10_000),
                "😀".repeat(10_000),
                "a\uD83Db\uDE00c");
        return Stream.concat(injected, others);
    }

    @ParameterizedTest
    @MethodSource
    void hostile(String text) throws Exception {
        world.headline = new Headline(text, text, text, NoticeTestData.BERLIN);
        world.people.put("business", new Person("business", text, "business@handover.example"));
        world.people.put("production", new Person("production", text, "production@handover.example"));
        var facts = Facts.about(text)
                .task(text, text)
                .asking(text)
                .otherwise(text)
                .by("production")
                .because(text)
                .listing(List.of(text));

        notices.tell(goLive, NoticeKind.PLAN_CHANGED, List.of("business"), facts.build());
        notices.send(world.asked.get(0));

        var message = delivered();
        assertThat(headers(message))
                .filteredOn(header -> !header.startsWith("Received:") && !header.startsWith("Return-Path:"))
                .extracting(header -> header.split(":")[0])
                .containsExactlyInAnyOrderElementsOf(HEADERS);
        assertThat(Arrays.stream(message.getAllRecipients()).map(Object::toString))
                .singleElement()
                .asString()
                .endsWith("<business@handover.example>");
        assertThat(message.getRecipients(RecipientType.TO)).hasSize(1);
        assertThat(message.getSubject()).doesNotContain("\r", "\n", "\u2028").hasSizeLessThanOrEqualTo(420);
        assertThat(bytes(message).lines()).allMatch(line -> line.length() <= 998);
        assertInert(message.getContent());
    }

    private static void assertInert(Object content) throws Exception {
        var parts = (MimeMultipart) content;
        assertThat((String) parts.getBodyPart(0).getContent()).doesNotContain(COMPUTED);
        assertThat((String) parts.getBodyPart(1).getContent())
                .doesNotContain(COMPUTED, "<script", "<img", "<h1>Approved")
                .doesNotContain("\u0000", "\u2028");
    }
}

package dev.handover.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.shared.Person;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
            "List-Unsubscribe",
            "MIME-Version",
            "Message-ID",
            "Subject",
            "To",
            "X-Auto-Response-Suppress");

    /** What an expression in a hostile text would yield. */
    private static final String COMPUTED = String.valueOf(7919 * 7907);

    private static final String EXPRESSION = "{{7919*7907}}";

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
                "<#assign x=7919*7907>${x} {{7919*7907}} *{7919*7907} @{7919*7907} ~{notice} T(java.lang.Runtime)",
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
        chosen("en", Manner.AT_ONCE);
        tell(text);
        assertHarmless(delivered(), text);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aDigestInAnotherLanguageIsAsHarmless(String text) throws Exception {
        chosen("de", Manner.DIGEST);
        tell(text);
        assertHarmless(delivered(), text);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileAddressGetsNothingOrOneMail(String text) throws Exception {
        chosen("en", Manner.AT_ONCE);
        world.people.put("business", new Person("business", "Bianca", text + "@handover.example"));
        notices.tell(
                goLive,
                NoticeKind.PLAN_CHANGED,
                List.of("business"),
                Facts.about("x").build());
        sendAll();
        for (var message : mailServer.getReceivedMessages()) {
            assertThat(message.getAllRecipients()).hasSize(1);
            assertThat(headersOf(message)).containsExactlyInAnyOrderElementsOf(HEADERS);
        }
        assertThat(notices.of(goLive).get(0).state()).isNotEqualTo(NoticeState.WAITING);
    }

    private void chosen(String language, Manner manner) {
        preferences.choose(
                "business",
                PersonPreference.read(language, "", "", Map.of(NoticeKind.PLAN_CHANGED.slug(), manner.slug())));
    }

    private void tell(String text) {
        world.headline = new Headline(text, text, text, NoticeTestData.BERLIN);
        world.people.put("business", new Person("business", text, "business@handover.example"));
        world.people.put("production", new Person("production", text, "production@handover.example"));
        var facts = Facts.about(text)
                .task(text, text)
                .asking(text)
                .otherwise(text)
                .by("production")
                .onBehalfOf("production")
                .because(text)
                .listing(List.of(text));

        notices.tell(goLive, NoticeKind.PLAN_CHANGED, List.of("business"), facts.build());
        sendAll();
    }

    private static void assertHarmless(MimeMessage message, String text) throws Exception {
        assertThat(headersOf(message)).containsExactlyInAnyOrderElementsOf(HEADERS);
        assertThat(Arrays.stream(message.getAllRecipients()).map(Object::toString))
                .singleElement()
                .asString()
                .endsWith("<business@handover.example>");
        assertThat(message.getRecipients(RecipientType.TO)).hasSize(1);
        assertThat(message.getSubject()).doesNotContain("\r", "\n", "\u2028").hasSizeLessThanOrEqualTo(420);
        assertThat(bytes(message).lines()).allMatch(line -> line.length() <= 998);
        assertInert(message);
        if (text.contains(EXPRESSION)) {
            assertThat(text(message)).as("shown as it is").contains(EXPRESSION);
            assertThat(html(message)).as("shown as it is").contains(EXPRESSION);
        }
    }

    private static List<String> headersOf(MimeMessage message) throws Exception {
        return headers(message).stream()
                .filter(header -> !header.startsWith("Received:") && !header.startsWith("Return-Path:"))
                .map(header -> header.split(":")[0])
                .toList();
    }

    private static void assertInert(MimeMessage message) throws Exception {
        assertThat(text(message)).doesNotContain(COMPUTED);
        assertThat(html(message))
                .doesNotContain(COMPUTED, "<script", "<img", "<h1>Approved")
                .doesNotContain("\u0000", "\u2028");
    }
}

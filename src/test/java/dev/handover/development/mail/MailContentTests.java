package dev.handover.development.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MailContentTests {

    private static MailContent read(String... lines) {
        return MailContent.of(String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void readsHeadersInTheirOrderDecoded() {
        var content = read(
                "From: =?UTF-8?Q?Cora_K=C3=BChn?= <customer@handover.example>",
                "To: a@handover.example,",
                " b@handover.example",
                "Subject: =?UTF-8?B?R3LDvMOfZQ==?=",
                "Message-ID: <1@handover>",
                "",
                "Hello");
        assertThat(content.from()).isEqualTo("Cora K\u00fchn <customer@handover.example>");
        assertThat(content.to()).isEqualTo("a@handover.example, b@handover.example");
        assertThat(content.subject()).isEqualTo("Gr\u00fc\u00dfe");
        assertThat(content.messageId()).isEqualTo("<1@handover>");
        assertThat(content.cc()).isEmpty();
        assertThat(content.headers())
                .extracting(MailContent.NamedValue::name)
                .containsExactly("From", "To", "Subject", "Message-ID");
        assertThat(content.text()).isEqualTo("Hello");
        assertThat(content.html()).isNull();
    }

    @Test
    void decodesTheCharacterSetTheMailNames() {
        assertThat(read("Content-Type: text/plain; charset=ISO-8859-1", "", "Gr\u00fc\u00dfe")
                        .text())
                .isEqualTo("Gr\u00fc\u00dfe");
        assertThat(read("Content-Type: text/html; charset=no-such-set", "", "<p>x</p>")
                        .html())
                .isEqualTo("<p>x</p>");
    }

    @Test
    void anAttachedTextIsAnAttachmentAndNotTheText() {
        var content = read(
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "Content-Type: text/plain",
                "Content-Disposition: attachment; filename=notes.txt",
                "",
                "attached",
                "--b",
                "Content-Type: text/plain",
                "",
                "the text",
                "--b",
                "Content-Type: application/octet-stream",
                "",
                "x",
                "--b--",
                "");
        assertThat(content.text()).isEqualTo("the text");
        assertThat(content.parts()).extracting(MailPart::name).containsExactly("notes.txt", "part-2");
        assertThat(content.parts()).extracting(MailPart::index).containsExactly(0, 1);
    }

    @Test
    void whatCannotBeTakenApartIsShownAsItCame() {
        var content = read("Content-Type: multipart/mixed", "", "no boundary at all");
        assertThat(content.subject()).isEqualTo("(this mail cannot be read)");
        assertThat(content.text()).contains("no boundary at all");
        assertThat(read("Content-Type: ///", "", "odd type").parts()).hasSize(1);
        assertThat(read("").headers()).isEmpty();
    }
}

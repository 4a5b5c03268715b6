package dev.handover.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Aurora\rBcc: x@evil.example",
                "Aurora\nBcc: x@evil.example",
                "Aurora\r\nBcc: x@evil.example",
                "Aurora\u0000Bcc: x@evil.example",
                "Aurora\u000BBcc: x@evil.example",
                "Aurora\u0085Bcc: x@evil.example",
                "Aurora\u2028Bcc: x@evil.example",
                "Aurora\u2029Bcc: x@evil.example",
                "Aurora \uD83D Bcc: x@evil.example",
                "  Aurora \t \u00A0 Bcc: x@evil.example\u0007 "
            })
    void whateverCouldEndALineIsABlank(String hostile) {
        assertThat(MailText.line(hostile)).isEqualTo("Aurora Bcc: x@evil.example");
    }

    @Test
    void nothingIsDecoded() {
        assertThat(MailText.line("Aurora%0d%0aBcc: x")).isEqualTo("Aurora%0d%0aBcc: x");
        assertThat(MailText.line("Aurora&#13;&#10;\\r\\n")).isEqualTo("Aurora&#13;&#10;\\r\\n");
    }

    @Test
    void marksThatTurnTheReadingDirectionAreTakenOut() {
        assertThat(MailText.line("\u202Egnorw\u202C \u2066a\u2069\u200F")).isEqualTo("gnorw a");
    }

    @Test
    void ordinaryTextOfAnyScriptStays() {
        var text = "Größe 日本語 العربية 👩‍🔧 – “quoted” 5 > 3 & <b>";

        assertThat(MailText.line(text)).isEqualTo(text);
        assertThat(MailText.paragraphs(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \t\r\n", "\u0000\u2028\u202E"})
    void whatLeavesNothingIsNothing(String text) {
        assertThat(MailText.line(text)).isNull();
        assertThat(MailText.paragraphs(text)).isNull();
        assertThat(MailText.headerLine(text)).isEmpty();
    }

    @Test
    void aLineMayReachItsLimitAndIsCutBeyondItBetweenCharacters() {
        assertThat(MailText.line("x".repeat(200))).hasSize(200).doesNotContain("…");
        assertThat(MailText.line("x".repeat(10_000))).hasSize(200).endsWith("x…");
        assertThat(MailText.line("😀".repeat(10_000)).codePoints())
                .hasSize(200)
                .startsWith(0x1F600)
                .endsWith((int) '…')
                .allMatch(each -> each == 0x1F600 || each == '…');
    }

    @Test
    void linesOfAParagraphAreKeptHoweverTheyEnd() {
        assertThat(MailText.paragraphs("a\r\nb\rc\u2028d\n\n\n\ne \n")).isEqualTo("a\nb\nc\nd\n\ne");
    }

    @Test
    void paragraphsAreCutAtTheirLimit() {
        assertThat(MailText.paragraphs("x".repeat(4_000))).hasSize(4_000).doesNotContain("…");
        assertThat(MailText.paragraphs("x\n".repeat(10_000)))
                .hasSizeLessThanOrEqualTo(4_000)
                .endsWith("…");
    }

    @Test
    void aHeaderContainsNothingThatAReaderWouldDecode() {
        assertThat(MailText.headerLine("=?utf-8?Q?=0D=0ABcc:_x@evil.example?="))
                .isEqualTo("= ?utf-8?Q?=0D=0ABcc:_x@evil.example?=");
    }
}

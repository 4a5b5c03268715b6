package dev.handover.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTests {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                " ",
                "\t\r\n",
                "\u00a0",
                "\u200b",
                "\u202e\u202c",
                "\u200d",
                "\u2028",
                "\u0000",
                "\ufeff",
                "\ud800"
            })
    void titleThatShowsNothingIsRefused(String title) {
        assertThatThrownBy(() -> CleanText.title(title))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("needs a title");
    }

    @Test
    void titleIsOneLineWithoutWhatCannotBeSeen() {
        assertThat(CleanText.title("  Access\r\nreview\u2028 \u202egnp\u202c \u0000\u0007 of\u00a0July\u0085 "))
                .isEqualTo("Access review gnp of July");
    }

    @Test
    void emojiAndScriptsThatNeedJoinersStay() {
        var family = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";
        var persian = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645";

        assertThat(CleanText.title(family)).isEqualTo(family);
        assertThat(CleanText.title(persian)).isEqualTo(persian);
    }

    @Test
    void equalTextInTwoNotationsIsTheSameTitle() {
        assertThat(CleanText.title("Pru\u0308fung")).isEqualTo("Pr\u00fcfung");
    }

    @Test
    void longestTitleCountsCharactersNotCodeUnits() {
        var longest = "\ud83d\ude00".repeat(CleanText.LONGEST_TITLE);

        assertThat(CleanText.title(longest)).isEqualTo(longest);
        assertThatThrownBy(() -> CleanText.title(longest + "x"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("201 characters");
    }

    @Test
    void markupIsTextLikeAnyOther() {
        assertThat(CleanText.title("<script>alert(1)</script> ${7*7} {{7*7}}"))
                .isEqualTo("<script>alert(1)</script> ${7*7} {{7*7}}");
    }

    @Test
    void statementKeepsItsLinesAndTabs() {
        assertThat(CleanText.statement("RPO:\t4 h\r\nRTO: 8 h\rtested\u2028daily\u202e\u0000\n"))
                .isEqualTo("RPO:\t4 h\nRTO: 8 h\ntested\ndaily");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" \n\t ", "\u200b\u2028"})
    void emptyStatementIsRefused(String text) {
        assertThatThrownBy(() -> CleanText.statement(text))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("empty");
    }

    @Test
    void overlongStatementIsRefused() {
        var longest = "x".repeat(CleanText.LONGEST_STATEMENT);

        assertThat(CleanText.statement(longest)).isEqualTo(longest);
        assertThatThrownBy(() -> CleanText.statement(longest + "x"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("as a file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "report.pdf > report.pdf",
                "../../etc/passwd > passwd",
                "..\\..\\boot.ini > boot.ini",
                "C:\\Users\\x\\shot.png > shot.png",
                "/ > unnamed",
                ".. > unnamed",
                "... > unnamed",
                ".htaccess > htaccess",
                "name. . > name",
                "a\"b;c:d|e?f*g.txt > a_b_c_d_e_f_g.txt",
                "100%25.txt > 100_25.txt",
                "CON.txt > _CON.txt",
                "nul > _nul",
                "com1.log > _com1.log",
                "console.log > console.log",
                "pr\u00fcf bericht.txt > pr\u00fcf bericht.txt",
            })
    void fileNameIsAPlainName(String given, String clean) {
        assertThat(CleanText.fileName(given)).isEqualTo(clean);
    }

    @Test
    void fileNameLosesWhatWouldDeceiveOrBreakHeaders() {
        assertThat(CleanText.fileName("invoice\u202efdp.exe")).isEqualTo("invoicefdp.exe");
        assertThat(CleanText.fileName("a\r\nSet-Cookie: x=1.txt")).isEqualTo("a Set-Cookie_ x=1.txt");
        assertThat(CleanText.fileName("a\u0000.png")).isEqualTo("a.png");
        assertThat(CleanText.fileName("<b>.png")).isEqualTo("_b_.png");
        assertThat(CleanText.fileName(null)).isEqualTo("unnamed");
    }

    @Test
    void overlongFileNameKeepsItsExtension() {
        assertThat(CleanText.fileName("n".repeat(300) + ".pdf"))
                .hasSize(CleanText.LONGEST_FILE_NAME)
                .endsWith("n.pdf");
        assertThat(CleanText.fileName("a." + "n".repeat(300))).hasSize(CleanText.LONGEST_FILE_NAME);
        var emoji = CleanText.fileName("\ud83d\ude00".repeat(300) + ".txt");
        assertThat(emoji.codePointCount(0, emoji.length())).isEqualTo(CleanText.LONGEST_FILE_NAME);
        assertThat(emoji).endsWith("\ud83d\ude00.txt");
    }
}

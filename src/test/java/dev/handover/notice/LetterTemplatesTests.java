package dev.handover.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.notice.Letter.Entry;
import dev.handover.notice.Letter.Group;
import dev.handover.notice.Letter.Link;
import dev.handover.notice.Letter.Row;
import dev.handover.notice.Letter.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How mails look; those of {@link #everyKindAsPeopleGetIt} stay in {@code target/mails} for whoever wants to see them.
 */
class LetterTemplatesTests {

    private static final Path OUTPUT = Path.of("target", "mails");

    private static final Link SETTINGS = new Link("Settings", "https://handover.example/preferences");

    private final LetterTemplates templates = new LetterTemplates();

    @Test
    void theTextHasEverythingInReadingOrder() {
        var letter = new Letter(
                "en",
                "Subject",
                "Preview",
                "Aurora Works, production",
                "Heading",
                List.of("First line.", "", "Second line."),
                List.of(new Row("Until", List.of("tomorrow")), new Row("Reason", List.of("one", "two"))),
                new Section("What this reopens", List.of("Access", "Workflows")),
                new Section("If you do nothing", List.of("The go-live waits.")),
                new Link("Open the task", "https://handover.example/x"),
                List.of(),
                List.of("Why.", "How."),
                SETTINGS,
                false);

        assertThat(templates.print(letter).text()).isEqualTo("""
                Heading
                Aurora Works, production

                First line.

                Second line.

                Until: tomorrow
                Reason: one
                  two

                What this reopens
                - Access
                - Workflows

                If you do nothing
                The go-live waits.

                Open the task
                https://handover.example/x

                --\s
                Why.
                How.
                Settings: https://handover.example/preferences
                """);
    }

    @Test
    void theTextLeavesOutWhatThereIsNot() {
        var letter = new Letter(
                "en",
                "Subject",
                "Preview",
                "Aurora Works, production",
                "Heading",
                List.of(),
                List.of(new Row("Customer", List.of("Aurora"))),
                null,
                null,
                null,
                List.of(),
                List.of("Why."),
                SETTINGS,
                true);

        assertThat(templates.print(letter).text()).isEqualTo("""
                Heading
                Aurora Works, production

                Customer: Aurora

                --\s
                Why.
                Settings: https://handover.example/preferences
                """);
    }

    @Test
    void theTextIsPlainAndTheHtmlIsEscaped() {
        var letter = new Letter(
                "en",
                "5 > 3 & <b>",
                "<i>",
                "<u>",
                "<h1> & \"quotes\"",
                List.of("a < b"),
                List.of(new Row("<td>", List.of("<br>"))),
                new Section("<ul>", List.of("<li>")),
                new Section("<p>", List.of("<p>")),
                new Link("<a>", "https://handover.example/?a=1&b=\"2\""),
                List.of(new Group(
                        "<h2>", "<i>", List.of(new Entry("<b>", List.of(new Row("<u>", List.of("<s>"))), null)))),
                List.of("<hr>"),
                SETTINGS,
                false);

        var mail = templates.print(letter);

        assertThat(mail.text()).contains("<h1> & \"quotes\"", "a < b", "<td>: <br>", "- <li>", "?a=1&b=\"2\"");
        assertThat(mail.html())
                .contains("<title>5 &gt; 3 &amp; &lt;b&gt;</title>", "&lt;h1&gt;", "a &lt; b", "&lt;hr&gt;")
                .contains("href=\"https://handover.example/?a=1&amp;b=&quot;2&quot;\"")
                .doesNotContain("<h1> &", "<b>", "<hr>", "<i>", "<u>");
    }

    @Test
    void aDigestHasItsGroupsInTheTextToo() {
        var entry = new Entry(
                "Business sign-off",
                List.of(new Row("Until", List.of("tomorrow"))),
                new Link("Open the task", "https://handover.example/x"));
        var letter = new Letter(
                "en",
                "Subject",
                "Preview",
                "Monday",
                "What waits",
                List.of("Collected."),
                List.of(),
                null,
                null,
                null,
                List.of(new Group("Aurora 4.2", "Aurora Works, production", List.of(entry))),
                List.of("Why."),
                SETTINGS,
                true);

        var mail = templates.print(letter);
        assertThat(mail.text()).isEqualTo("""
                What waits
                Monday

                Collected.

                Aurora 4.2
                Aurora Works, production

                * Business sign-off
                  Until: tomorrow
                  Open the task: https://handover.example/x

                --\s
                Why.
                Settings: https://handover.example/preferences
                """);
        assertThat(mail.settings()).isEqualTo("https://handover.example/preferences");
    }

    static Stream<Arguments> everyKindAsPeopleGetIt() {
        return Arrays.stream(NoticeKind.values())
                .flatMap(kind -> Languages.known().stream().map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource
    void everyKindAsPeopleGetIt(NoticeKind kind, Locale language) throws IOException {
        var mail = templates.print(MailExamples.letter(kind, language));

        Files.createDirectories(OUTPUT);
        var name = kind.slug() + "." + language;
        Files.writeString(OUTPUT.resolve(name + ".html"), mail.html());
        Files.writeString(OUTPUT.resolve(name + ".txt"), mail.text());
        assertThat(mail.text()).doesNotContain("[(", "[/", "[#", "\n\n\n");
        assertThat(mail.html()).doesNotContain("th:text", "th:each", "<script", "<form", "<img", "src=", "url(");
        assertThat(Pattern.compile("href=\"([^\"]*)\"").matcher(mail.html()).results())
                .allMatch(link -> link.group(1).startsWith("https://handover.example.com/"));
    }
}

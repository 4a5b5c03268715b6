package dev.handover.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.notice.Letter.Entry;
import dev.handover.notice.Letter.Row;
import dev.handover.shared.Phrase;
import dev.handover.shared.Wording;
import dev.handover.shared.Wording.Nested;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A mail is in its reader's language from subject to footer, except for what people and foreign systems wrote. */
class ReadersLanguageTests {

    private static final ZoneId BERLIN = NoticeTestData.BERLIN;
    private static final String PHRASE = "phrase.";

    private final LetterTemplates templates = new LetterTemplates();
    private final LetterWords english = new LetterWords(Locale.ENGLISH);
    private final LetterWords german = new LetterWords(Locale.GERMAN);

    @ParameterizedTest
    @EnumSource
    void noTwoWordsOfOursAreTheSameInAGermanMailAsInTheEnglishOne(NoticeKind kind) {
        assertTranslated(MailExamples.facts(kind), kind);
        assertTranslated(MailExamples.facts(kind).onBehalfOf("production"), kind);
        assertTranslated(MailExamples.facts(kind).withoutTask(), kind);
    }

    private void assertTranslated(Facts facts, NoticeKind kind) {
        var kept = pairs(said(kind, facts, Locale.GERMAN));
        kept.retainAll(pairs(said(kind, facts, Locale.ENGLISH)));
        assertThat(kept).isEmpty();
    }

    /** A sentence of ours that was finished before the language of the reader was known. */
    @Test
    void aFinishedSentenceWouldBeFound() {
        var facts =
                Facts.about("x").asking("The next free window is on Thursday.").build();
        var kept = pairs(said(NoticeKind.MISSED_WINDOW, facts, Locale.GERMAN));
        kept.retainAll(pairs(said(NoticeKind.MISSED_WINDOW, facts, Locale.ENGLISH)));
        assertThat(kept).contains("next free");
    }

    /** The mail in text with its subject, and what a digest says of it, without addresses and what people wrote. */
    private String said(NoticeKind kind, Facts facts, Locale language) {
        var letter = MailExamples.letter(kind, facts, language);
        var text = letter.subject() + "\n" + letter.preview() + "\n"
                + templates.print(letter).text()
                + digested(MailExamples.entry(kind, facts, language));
        for (var written : MailExamples.WRITTEN) {
            text = text.replace(written, " ~ ");
        }
        return text.replaceAll("https?://\\S+", " ~ ");
    }

    private static String digested(Entry entry) {
        return Stream.concat(
                        Stream.of(entry.heading()),
                        entry.lines().stream()
                                .flatMap(row -> Stream.concat(Stream.of(row.label()), row.value().stream())))
                .collect(Collectors.joining("\n"));
    }

    /** Neighbours in one line that are words: neither numbers nor marks. */
    private static Set<String> pairs(String text) {
        return text.lines()
                .map(line -> line.split("[\\s:;,.()\"„“]+"))
                .flatMap(words -> IntStream.range(1, words.length)
                        .filter(at -> isWord(words[at - 1]) && isWord(words[at]))
                        .mapToObj(at -> words[at - 1] + " " + words[at]))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isWord(String text) {
        return text.length() > 1 && text.chars().allMatch(each -> Character.isLetter(each) || each == '-');
    }

    @Test
    void aDigestSaysWhatTheMailWouldHaveSaidBesides() {
        assertThat(MailExamples.entry(
                                NoticeKind.CONDITION_SET, MailExamples.facts(NoticeKind.CONDITION_SET), Locale.GERMAN)
                        .lines())
                .extracting(Row::label)
                .containsExactly("Gesetzt von", "Hinweis", "Auflagen");
    }

    @Test
    void everyPhraseIsInOneOfTheExamples() {
        var bundle = ResourceBundle.getBundle("mail/messages", Locale.ROOT).keySet().stream()
                .filter(key -> key.startsWith(PHRASE))
                .map(key -> key.substring(PHRASE.length()));
        var shown = Arrays.stream(NoticeKind.values())
                .map(MailExamples::facts)
                .flatMap(facts ->
                        Stream.of(facts.says(), facts.because(), facts.points()).flatMap(each -> each.stream()))
                .flatMap(ReadersLanguageTests::keys)
                .collect(Collectors.toSet());
        assertThat(shown).containsExactlyInAnyOrderElementsOf(bundle.toList());
    }

    private static Stream<String> keys(Phrase phrase) {
        return Stream.concat(
                Stream.of(phrase.key()),
                phrase.values().stream()
                        .filter(Nested.class::isInstance)
                        .flatMap(value -> keys(((Nested) value).phrase())));
    }

    @ParameterizedTest
    @EnumSource
    void noPlaceOfAPhraseIsLeftOpen(NoticeKind kind) {
        for (var language : Languages.known()) {
            assertThat(templates.print(MailExamples.letter(kind, language)).text())
                    .doesNotContain("{", "}");
        }
    }

    @Test
    void pointsInTimeAreToldInTheZoneOfTheReaderAndInEveryHourOfTheYearWithoutDoubt() {
        var phrase = Phrase.of(
                "next-free-window", Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:00Z"));

        assertThat(english.phrase(phrase, BERLIN))
                .startsWith("The next free window is Sun, 25 Oct 2026, 02:30 CEST to Sun, 25 Oct 2026, 02:30 CET.");
        assertThat(german.phrase(phrase, BERLIN))
                .startsWith(
                        "Das nächste freie Fenster: So., 25. Okt. 2026, 02:30 Uhr MESZ bis So., 25. Okt. 2026, 02:30 Uhr MEZ.");
        assertThat(german.phrase(phrase, ZoneId.of("Asia/Tokyo"))).contains("09:30 Uhr");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT0S|0 hours|0 Stunden",
                "PT1S|1 hour|1 Stunde",
                "PT23H|23 hours|23 Stunden",
                "PT24H|1 day|1 Tag",
                "PT25H|1 day 1 hour|1 Tag 1 Stunde",
                "PT48H|2 days|2 Tage",
                "PT50H1S|2 days 3 hours|2 Tage 3 Stunden"
            })
    void lengthsAreToldInDaysAndHoursAndNeverShorterThanTheyAre(Duration length, String inEnglish, String inGerman) {
        assertThat(new PhraseWords(english, BERLIN).length(length)).isEqualTo(inEnglish);
        assertThat(new PhraseWords(german, BERLIN).length(length)).isEqualTo(inGerman);
    }

    @Test
    void aRoleIsCalledTheSameWithinASentence() {
        var phrase = Phrase.of("signs-already", "Dora Dietz", new Wording.Name("environment owner"));

        assertThat(english.phrase(phrase, BERLIN)).startsWith("Dora Dietz signs as environment owner already;");
        assertThat(german.phrase(phrase, BERLIN))
                .startsWith("Dora Dietz gibt schon in einer anderen Rolle frei (Umgebungsverantwortung);");
    }

    @Test
    void whatPeopleWroteIsNeitherAPatternNorAKey() {
        var text = "{0} ''{1}'' ${7*7} phrase.overdue";
        assertThat(german.phrase(Phrase.written(text), BERLIN)).isEqualTo(text);
        assertThat(german.phrase(Phrase.of("rolled-back", text), BERLIN)).isEqualTo("Rückgängig gemacht: " + text);
    }
}

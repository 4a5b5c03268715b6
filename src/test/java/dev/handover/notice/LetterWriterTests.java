package dev.handover.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.notice.Letter.Row;
import dev.handover.shared.Directory;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Person;
import dev.handover.shared.Phrase;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LetterWriterTests {

    private static final GoLiveKey KEY = new GoLiveKey("aurora-production-1");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Headline HEADLINE = new Headline("Aurora 4.2", "Aurora Works", "production", BERLIN);
    private static final Reader ENGLISH = new Reader(Locale.ENGLISH, null);
    private static final Instant DUE = Instant.parse("2026-03-03T13:00:00Z");

    private final Directory directory = userId ->
            userId.equals("production") ? Optional.of(new Person(userId, "Paul Prodan", null)) : Optional.empty();
    private final LetterWriter writer = new LetterWriter(new Links(URI.create("https://handover.example")), directory);

    @Test
    void aTaskIsToldWithWhatIsAskedUntilWhenWhatHappensOtherwiseAndWhere() {
        var task = new TaskNotice(
                KEY,
                "4711",
                0,
                "Business sign-off",
                "Look at it.\nDecide.",
                List.of(),
                List.of(),
                null,
                null,
                List.of("business"),
                DUE,
                BERLIN);

        var letter = write(NoticeKind.TASK_WAITING, task.facts());

        assertThat(letter.subject()).isEqualTo("Business sign-off - Aurora Works, production");
        assertThat(letter.heading()).isEqualTo("Business sign-off");
        assertThat(letter.preview())
                .isEqualTo(
                        "Please act by: Tuesday, 3 March 2026, 14:00 Central European Standard Time (Europe/Berlin)");
        assertThat(letter.text()).containsExactly("Look at it.", "Decide.");
        assertThat(letter.rows()).extracting(Row::label).containsExactly("Please act by", "Go-live");
        assertThat(letter.place()).isEqualTo("Aurora Works, production");
        assertThat(letter.outlook().title()).isEqualTo("If you do nothing");
        assertThat(letter.outlook().lines().get(0)).contains("Nothing is ever approved by silence");
        assertThat(letter.link().address())
                .isEqualTo("https://handover.example/camunda/app/tasklist/default/#/?task=4711");
        assertThat(letter.footer().get(0)).contains("aurora-production-1");
    }

    @Test
    void whoTellsOfATaskCanSayWhatHappensOtherwise() {
        var task = new TaskNotice(
                KEY,
                "1",
                0,
                "Go or not",
                "Decide.",
                List.of(),
                List.of(),
                null,
                "The window closes.",
                List.of("p"),
                DUE,
                BERLIN);

        assertThat(write(NoticeKind.TASK_WAITING, task.facts()).outlook().lines())
                .containsExactly("The window closes.");
    }

    @Test
    void aReminderSaysWhichOneItIs() {
        var facts = Facts.about("1")
                .number(2)
                .task("1", "Change approval")
                .until(DUE)
                .build();

        assertThat(write(NoticeKind.REMINDER, facts).subject())
                .isEqualTo("Reminder 2: Change approval - Aurora Works, production");
    }

    @Test
    void anEscalationNamesWhomItWaitsFor() {
        var facts =
                Facts.about("1").task("1", "Change approval").by("production").build();

        var letter = write(NoticeKind.ESCALATION, facts);
        assertThat(letter.rows()).contains(new Row("Waits for", List.of("Paul Prodan")));
        assertThat(letter.link()).isNull();
    }

    @Test
    void somebodyWhoIsNotKnownAnyMoreIsNamedById() {
        var facts = Facts.about("x").by("gone").because("because\nof this").build();

        assertThat(write(NoticeKind.WITHDRAWN, facts).rows())
                .contains(new Row("Withdrawn by", List.of("gone")), new Row("Reason", List.of("because", "of this")));
    }

    @Test
    void aHandoverLeadsToItsReport() {
        assertThat(write(NoticeKind.HANDED_OVER, Facts.about("x").build())
                        .link()
                        .address())
                .isEqualTo("https://handover.example/api/go-lives/aurora-production-1/report");
    }

    @ParameterizedTest
    @EnumSource(
            value = NoticeKind.class,
            names = {"CONDITION_SET", "CONDITION_DUE"})
    void aConditionLeadsToThePageWhereItIsReportedAsMet(NoticeKind kind) {
        assertThat(write(kind, Facts.about("x").listing(List.of("Train them")).build())
                        .link()
                        .address())
                .isEqualTo("https://handover.example/go-lives/aurora-production-1");
    }

    @Test
    void aPlanChangeListsWhatHasChanged() {
        var facts = Facts.about("plan-2")
                .pointing(List.of(Phrase.of("plan-difference", "/title", "Aurora 4.2", "Aurora 4.3")))
                .listing(List.of("As written"))
                .build();

        var letter = write(NoticeKind.PLAN_CHANGED, facts);
        assertThat(letter.items().title()).isEqualTo("What has changed");
        assertThat(letter.items().lines()).containsExactly("/title: Aurora 4.2 → Aurora 4.3", "As written");
        assertThat(letter.link()).isNull();
    }

    @Test
    void theReleaseWindowIsToldWhereItMattersAndOnlyThere() {
        assertThat(write(NoticeKind.PLAN_CHANGED, everything()).rows())
                .extracting(Row::label)
                .containsExactly(
                        "Changed by", "When", "Reason", "Release window begins", "Release window ends", "Go-live");
        assertThat(write(NoticeKind.HANDED_OVER, everything()).rows())
                .extracting(Row::label)
                .containsExactly("Accepted by", "When", "Reason", "Go-live");
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-29T00:59:00Z|Europe/Berlin|Sunday, 29 March 2026, 01:59 Central European Standard Time (Europe/Berlin)",
                "2026-03-29T01:00:00Z|Europe/Berlin|Sunday, 29 March 2026, 03:00 Central European Summer Time (Europe/Berlin)",
                "2026-10-25T00:30:00Z|Europe/Berlin|Sunday, 25 October 2026, 02:30 Central European Summer Time (Europe/Berlin)",
                "2026-10-25T01:30:00Z|Europe/Berlin|Sunday, 25 October 2026, 02:30 Central European Standard Time (Europe/Berlin)",
                "2028-02-29T23:30:00Z|Asia/Tokyo|Wednesday, 1 March 2028, 08:30 Japan Standard Time (Asia/Tokyo)",
                "2026-03-03T13:00:00Z|UTC|Tuesday, 3 March 2026, 13:00 Coordinated Universal Time (UTC)"
            })
    void timesAreToldInTheZoneSoThatNoHourIsAmbiguous(Instant instant, ZoneId zone, String text) {
        var facts = Facts.about("x").at(instant).in(zone).build();

        assertThat(write(NoticeKind.PAUSED, facts).rows()).contains(new Row("When", List.of(text)));
    }

    @Test
    void withoutAZoneOfItsOwnANoticeUsesTheOneOfTheGoLive() {
        var letter = write(NoticeKind.LIVE, Facts.about("x").at(DUE).build());

        assertThat(letter.rows().get(0).value().get(0)).contains("14:00").contains("Europe/Berlin");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasItsWordsWithFewFactsOrMany(NoticeKind kind) {
        var few = write(kind, Facts.about("x").task("1", "A task").build());
        var many = write(kind, everything());

        assertThat(few.heading()).isNotBlank();
        assertThat(few.subject()).contains("Aurora Works, production");
        assertThat(many.rows()).extracting(Row::label).doesNotHaveDuplicates().doesNotContain("");
        assertThat(List.of(few.toString(), many.toString()))
                .allSatisfy(text -> assertThat(text).doesNotContainPattern("\\{\\d"));
    }

    @Test
    void noWordIsLeftOverFromAKindThatIsGone() {
        var shared = List.of(
                "format",
                "row",
                "items",
                "outlook-title",
                "place",
                "link",
                "footer",
                "task",
                "deputy",
                "phrase",
                "length",
                "digest");
        var kinds = List.of(NoticeKind.values()).stream().map(NoticeKind::slug).collect(Collectors.toSet());

        assertThat(ResourceBundle.getBundle("mail/messages", Locale.ROOT).keySet())
                .extracting(key -> key.split("\\.")[0])
                .allMatch(first -> shared.contains(first) || kinds.contains(first));
    }

    @Test
    void hostileNamesStayInTheirPlace() {
        var hostile = new Headline("t", "Evil\r\nBcc: x@evil.example", "{0} ${7*7} =?utf-8?Q?x?=", BERLIN);

        var letter = writer.write(NoticeKind.LIVE, KEY, everything(), hostile, ENGLISH);

        assertThat(letter.subject()).isEqualTo("Live - Evil Bcc: x@evil.example, {0} ${7*7} = ?utf-8?Q?x?=");
    }

    @Test
    void whoReadsGermanReadsGermanThroughout() {
        var task = new TaskNotice(
                KEY,
                "1",
                0,
                "Accept the role: Production owner",
                "Accept.",
                List.of(Phrase.of("not-confirmed", "Zu früh.")),
                List.of(),
                "production",
                null,
                List.of("p"),
                DUE,
                BERLIN);

        var letter = german(NoticeKind.TASK_WAITING, task.facts());

        assertThat(letter.language()).isEqualTo("de");
        assertThat(letter.subject()).isEqualTo("Rolle annehmen: Produktionsverantwortung - Aurora Works, production");
        assertThat(letter.text().get(0)).isEqualTo("Sie werden in Vertretung von Paul Prodan gefragt.");
        assertThat(letter.text().get(1)).startsWith("Sie sind als verantwortliche Person dieses Go-lives benannt.");
        assertThat(letter.rows())
                .contains(
                        new Row("Begründung", List.of("Nicht bestätigt: Zu früh.")),
                        new Row(
                                "Bitte erledigen bis",
                                List.of(
                                        "Dienstag, 3. März 2026, 14:00 Uhr Mitteleuropäische Normalzeit (Europe/Berlin)")));
        assertThat(letter.outlook().title()).isEqualTo("Wenn Sie nichts tun");
        assertThat(letter.link().label()).isEqualTo("Aufgabe öffnen");
        assertThat(letter.settings().address()).isEqualTo("https://handover.example/preferences");
    }

    @Test
    void aTaskThatNoLanguageKnowsKeepsTheNameItHas() {
        var facts = Facts.about("1")
                .task("1", "Count {0} the 'sheep': ${7*7}")
                .asking("Count.")
                .build();

        var letter = german(NoticeKind.TASK_WAITING, facts);
        assertThat(letter.heading()).isEqualTo("Count {0} the 'sheep': ${7*7}");
        assertThat(letter.text()).containsExactly("Count.");
    }

    @Test
    void daysOfConditionsAreToldInTheLanguageOfTheReader() {
        var facts = Facts.about("1")
                .saying(Phrase.of("overdue"))
                .saying(Phrase.of("condition-days", LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 4)))
                .build();

        assertThat(write(NoticeKind.CONDITION_DUE, facts).text())
                .contains(
                        "It is overdue.",
                        "To be met by the end of Tuesday, 3 March 2026; the approval holds without it until the end of"
                                + " Wednesday, 4 March 2026.");
        assertThat(german(NoticeKind.CONDITION_DUE, facts).text())
                .contains("Sie ist überfällig.")
                .anyMatch(line -> line.contains("Dienstag, 3. März 2026"));
    }

    @Test
    void whoHasAZoneOfTheirOwnReadsTimesInIt() {
        var facts = Facts.about("x").at(DUE).in(BERLIN).build();
        var letter = writer.write(
                NoticeKind.PAUSED, KEY, facts, HEADLINE, new Reader(Locale.ENGLISH, ZoneId.of("Asia/Tokyo")));

        assertThat(letter.rows())
                .contains(new Row("When", List.of("Tuesday, 3 March 2026, 22:00 Japan Standard Time (Asia/Tokyo)")));
    }

    @Test
    void newsThatComesWithATaskSaysWhatChangedWhatIsAskedUntilWhenAndWhere() {
        var facts = Facts.about("sign-off-1")
                .pointing(List.of(Phrase.of("evidence-another")))
                .task("4711", "Business sign-off")
                .asking("Sign.")
                .until(DUE)
                .build();

        var letter = german(NoticeKind.SIGN_OFF_REOPENED, facts);
        assertThat(letter.subject()).isEqualTo("Freigabe wieder offen - Aurora Works, production");
        assertThat(letter.preview()).startsWith("Bitte entscheiden bis: Dienstag, 3. März 2026, 14:00 Uhr");
        assertThat(letter.text()).hasSize(2).last().asString().startsWith("Beurteilen Sie die Nachweise");
        assertThat(letter.items().lines())
                .containsExactly("Die Nachweise, auf die sich die Freigabe stützte, sind nicht mehr dieselben.");
        assertThat(letter.rows()).extracting(Row::label).containsExactly("Bitte entscheiden bis", "Go-live");
        assertThat(letter.outlook().title()).isEqualTo("Wenn Sie nichts tun");
        assertThat(letter.link().address()).endsWith("task=4711");
        assertThat(german(NoticeKind.SIGN_OFF_REOPENED, facts.onBehalfOf("production"))
                        .text()
                        .get(0))
                .isEqualTo("Sie werden in Vertretung von Paul Prodan gefragt.");
    }

    @Test
    void theSameNewsWithoutATaskSaysThatOneComes() {
        var facts = Facts.about("sign-off-1")
                .task("4711", "Business sign-off")
                .asking("Sign.")
                .until(DUE)
                .build()
                .withoutTask()
                .onBehalfOf("production");

        var letter = write(NoticeKind.SIGN_OFF_REOPENED, facts);
        assertThat(letter.text().get(0)).isEqualTo("You get this as deputy for Paul Prodan.");
        assertThat(letter.text()).doesNotContain("Sign.");
        assertThat(letter.rows()).extracting(Row::label).containsExactly("Go-live");
        assertThat(letter.outlook().lines().get(0)).startsWith("It is asked for anew");
        assertThat(letter.link()).isNull();
    }

    @Test
    void aDeputyReadsForWhom() {
        var facts = Facts.about("x").at(DUE).build().onBehalfOf("production");

        assertThat(write(NoticeKind.LIVE, facts).text()).contains("You get this as deputy for Paul Prodan.");
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatTellsMayBeLeftOut(NoticeKind kind) {
        assertThat(write(kind, everything()).mayBeLeftOut()).isEqualTo(kind.urgency() == Urgency.TELLS);
    }

    private Letter german(NoticeKind kind, Facts facts) {
        return writer.write(kind, KEY, facts, HEADLINE, new Reader(Locale.GERMAN, null));
    }

    private static Facts everything() {
        return Facts.about("x")
                .number(1)
                .task("4711", "Business sign-off")
                .asking("Decide.")
                .by("production")
                .because("reason")
                .at(DUE)
                .from(DUE)
                .until(DUE)
                .listing(List.of("item"))
                .build();
    }

    private Letter write(NoticeKind kind, Facts facts) {
        return writer.write(kind, KEY, facts, HEADLINE, ENGLISH);
    }
}

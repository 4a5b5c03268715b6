package dev.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.development.mail.MailServer;
import dev.handover.development.time.AdjustableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the nights do about a condition that nobody meets, on the started application: mails, and in the end the sign-off. */
@ApplicationTest
class ConditionLifeTests {

    private static final String BUSINESS = "UserTask_SignOffBusiness";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final Duration ONE_NIGHT = Duration.ofDays(1);

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private MailServer mail;

    @Autowired
    private AdjustableClock clock;

    @AfterEach
    void everybodyReadsEnglishAgain() {
        language("en");
    }

    private void language(String tag) {
        assertThat(rest.put("business", "/api/preferences", Map.of("language", tag))
                        .status())
                .isEqualTo(200);
    }

    /** Subjects and texts of mails to the person about this go-live. */
    private List<String> mails(Handoff.Run goLive, String user, String about) {
        return mail.mailbox().to(user + "@handover.example").stream()
                .map(each -> each.content().subject() + "\n" + each.content().text())
                .filter(text -> text.startsWith(about) && text.contains(goLive.key()))
                .toList();
    }

    @Test
    void aConditionThatNobodyMeetsIsTimelyToldAndInTheEndTakesItsSignOffBack() {
        var goLive = handoff.start(handoff.plan()
                        .replace("PT20M", "P8D")
                        .replace("PT4H20M", "P8DT4H")
                        .replace("freezeEnd: P1D", "freezeEnd: P9D"))
                .meetPrerequisites()
                .confirmSteps();
        var tomorrow = LocalDate.now(clock.withZone(ZoneId.of("Europe/Berlin"))).plusDays(1);
        goLive.done(
                "business",
                BUSINESS,
                "decision",
                "approve-with-conditions",
                "manifest",
                goLive.field("business", BUSINESS, "manifest"),
                "conditions",
                "Train the second shift",
                "conditionsOwner",
                "support",
                "conditionsDue",
                tomorrow.toString(),
                "conditionsExpiry",
                tomorrow.plusDays(1).toString());
        goLive.sign("environment", "UserTask_SignOffEnvironment");
        goLive.sign("change", "UserTask_ApproveChange");
        assertThat(goLive.phase()).isEqualTo("RELEASE");
        assertThat(mails(goLive, "support", "Conditions to meet"))
                .singleElement()
                .asString()
                .contains("Train the second shift", "Bianca Berg", "/go-lives/" + goLive.key());

        for (var night = 0; night < 4; night++) {
            goLive.wait(ONE_NIGHT);
        }
        assertThat(goLive.state().at("/conditions/0/state").asText()).isEqualTo("lapsed");
        assertThat(mails(goLive, "support", "Condition to meet"))
                .as("once before or on the day, once when it was over")
                .hasSize(2)
                .anyMatch(text -> text.contains("It is still open."))
                .anyMatch(text -> text.contains("It is overdue."));
        assertThat(mails(goLive, "business", "Sign-off open again"))
                .singleElement()
                .asString()
                .contains("Condition expired on %s and was not met: Train the second shift"
                        .formatted(DAY.format(tomorrow.plusDays(1))))
                .contains("Please decide by", "/camunda/app/tasklist/default/#/?task=");
        assertThat(mails(goLive, "business", "Business sign-off"))
                .as("the first time it was asked for")
                .hasSize(1);
        assertThat(goLive.phase()).isEqualTo("SIGN_OFF");
        assertThat(goLive.waiting()).containsExactly(BUSINESS);
    }

    @Test
    void oneMailShowsTheChangedItemBeforeAndAfterAndAsksForTheSignOffInTheLanguageOfItsReader() {
        language("de");
        var goLive = handoff.start().meetPrerequisites().confirmSteps();
        rest.addStatement("requester", goLive.key(), "known-issues-list", "List", "One.");
        goLive.signOff();
        rest.addStatement("requester", goLive.key(), "known-issues-list", "List", "One and two.");
        goLive.work();
        assertThat(mails(goLive, "business", "Freigabe wieder offen"))
                .singleElement()
                .asString()
                .containsPattern(
                        "Geändert: Liste bekannter Fehler „List“, vorher [0-9a-f]{12}, jetzt [0-9a-f]{12} \\(Rita Requardt, ")
                .contains("Beurteilen Sie die Nachweise aus fachlicher Sicht.")
                .contains("Bitte entscheiden bis: ", "/camunda/app/tasklist/default/#/?task=")
                .doesNotContain("Changed", "Please");
        assertThat(mails(goLive, "business", "Fachliche Freigabe"))
                .as("the first time it was asked for")
                .hasSize(1);
        assertThat(mails(goLive, "change", "Sign-off open again"))
                .as("told at once, and asked when it is their turn")
                .singleElement()
                .asString()
                .contains("It is asked for anew");
    }
}

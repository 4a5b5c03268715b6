package dev.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.development.mail.MailServer;
import dev.handover.development.time.AdjustableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the nights do about a condition that nobody meets, on the started application: mails, and in the end the sign-off. */
@ApplicationTest
class ConditionLifeTests {

    private static final String BUSINESS = "UserTask_SignOffBusiness";
    private static final Duration ONE_NIGHT = Duration.ofDays(1);

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private MailServer mail;

    @Autowired
    private AdjustableClock clock;

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
                        .formatted(tomorrow.plusDays(1)));
        assertThat(goLive.phase()).isEqualTo("SIGN_OFF");
        assertThat(goLive.waiting()).containsExactly(BUSINESS);
    }

    @Test
    void theMailAboutAChangedItemShowsItBeforeAndAfter() {
        var goLive = handoff.start().meetPrerequisites().confirmSteps();
        rest.addStatement("requester", goLive.key(), "known-issues-list", "List", "One.");
        goLive.signOff();
        rest.addStatement("requester", goLive.key(), "known-issues-list", "List", "One and two.");
        goLive.work();
        assertThat(mails(goLive, "business", "Sign-off open again"))
                .singleElement()
                .asString()
                .containsPattern(
                        "Changed: Known issues list \"List\", before [0-9a-f]{12}, now [0-9a-f]{12} \\(Rita Requardt, ");
    }
}

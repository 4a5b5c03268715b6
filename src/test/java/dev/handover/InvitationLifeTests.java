package dev.handover;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import dev.handover.development.mail.CalendarEntry;
import dev.handover.development.mail.MailServer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What calendars hear of a release window in the life of a go-live, on the started application. */
@ApplicationTest
class InvitationLifeTests {

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private MailServer mail;

    @Test
    void aWindowComesWithItsApprovalGoesWhenItMovesComesAgainAndGoesForGood() {
        var goLive = handoff.start().reachSignOff();
        assertThat(entries(goLive, "production")).as("not certain yet").isEmpty();
        goLive.signOff();
        for (var person :
                List.of("requester", "production", "support", "business", "change", "environment", "customer")) {
            assertThat(steps(goLive, person)).as(person).containsExactly("REQUEST 0");
        }
        assertThat(steps(goLive, "validator")).isEmpty();
        assertThat(start(goLive)).isEqualTo(windowStart(goLive));

        var changed =
                rest.putYaml("requester", goLive.path("/plan"), goLive.plan().replace("PT20M", "PT40M"));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        goLive.work();
        assertThat(goLive.phase()).as("its times are counted from now").isEqualTo("VALIDATION");
        assertThat(steps(goLive, "production")).containsExactly("REQUEST 0", "CANCEL 1");

        goLive.confirmSteps();
        signWhatIsOpen(goLive);
        assertThat(goLive.phase()).isEqualTo("RELEASE");
        assertThat(steps(goLive, "production")).containsExactly("REQUEST 0", "CANCEL 1", "REQUEST 2");
        assertThat(start(goLive)).isEqualTo(windowStart(goLive));

        assertThat(rest.post("requester", goLive.path("/withdrawal"), Map.of("reason", "The site is not ready."))
                        .status())
                .isEqualTo(202);
        goLive.work();
        assertThat(steps(goLive, "production")).containsExactly("REQUEST 0", "CANCEL 1", "REQUEST 2", "CANCEL 3");
    }

    private static void signWhatIsOpen(Handoff.Run goLive) {
        var tasks = Map.of(
                "UserTask_SignOffBusiness", "business",
                "UserTask_SignOffEnvironment", "environment",
                "UserTask_ApproveChange", "change");
        for (var round = 0; round < tasks.size(); round++) {
            goLive.waiting().stream().filter(tasks::containsKey).forEach(task -> goLive.sign(tasks.get(task), task));
        }
    }

    /** Oldest first; each has the UID of the go-live's window. */
    private List<ICalendar> entries(Handoff.Run goLive, String person) {
        var entries = new ArrayList<ICalendar>();
        mail.mailbox().to(person + "@handover.example").stream()
                .flatMap(message -> message.content().calendarEntries().stream())
                .map(CalendarEntry::source)
                .map(source -> Biweekly.parse(source).first())
                .filter(calendar ->
                        calendar.getEvents().get(0).getUid().getValue().startsWith("window-" + goLive.key() + "@"))
                .forEach(entries::add);
        Collections.reverse(entries);
        return entries;
    }

    private List<String> steps(Handoff.Run goLive, String person) {
        return entries(goLive, person).stream()
                .map(entry -> entry.getMethod().getValue() + " "
                        + entry.getEvents().get(0).getSequence().getValue())
                .toList();
    }

    private Instant start(Handoff.Run goLive) {
        var entries = entries(goLive, "production");
        return entries.get(entries.size() - 1)
                .getEvents()
                .get(0)
                .getDateStart()
                .getValue()
                .toInstant();
    }

    private static Instant windowStart(Handoff.Run goLive) {
        return Instant.parse(goLive.state().at("/window/start").asText()).truncatedTo(ChronoUnit.SECONDS);
    }
}

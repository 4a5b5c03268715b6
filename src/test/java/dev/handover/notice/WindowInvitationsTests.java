package dev.handover.notice;

import static dev.handover.notice.NoticeKind.WINDOW_CANCELLED;
import static dev.handover.notice.NoticeKind.WINDOW_INVITATION;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.ICalVersion;
import dev.handover.golive.PhaseEntered;
import dev.handover.golive.PlanChanged;
import dev.handover.golive.StandInsChanged;
import dev.handover.golive.WindowMoved;
import dev.handover.notice.ReleaseWindow.Invitee;
import dev.handover.shared.Phase;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What of a release window comes into the calendars of people, and out of them, over a real mail server. */
class WindowInvitationsTests extends NoticeModuleTest {

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private EntityManager entities;

    @Test
    void anApprovedWindowIsAnEntryForEverybodyWhoHasAPart() throws Exception {
        enter(Phase.RELEASE);
        sendAll();

        assertThat(mailServer.getReceivedMessages()).hasSize(2);
        var invitation = last("business");
        assertThat(invitation.calendar().validate(ICalVersion.V2_0).isEmpty()).isTrue();
        assertThat(invitation.lines())
                .containsExactly(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Handover//Handover//EN",
                        "METHOD:REQUEST",
                        "BEGIN:VEVENT",
                        "UID:window-%s@handover.example".formatted(goLive),
                        "DTSTAMP:20260302T100000Z",
                        "SEQUENCE:0",
                        "DTSTART:20260305T080000Z",
                        "DTEND:20260305T120000Z",
                        "TRANSP:OPAQUE",
                        "ORGANIZER;CN=Handover:mailto:golive@handover.example",
                        "ATTENDEE;RSVP=FALSE;ROLE=REQ-PARTICIPANT;CN=Bianca Berg:mailto:business@handover.example",
                        "STATUS:CONFIRMED",
                        "SUMMARY:Go-live: Aurora Works\\, production",
                        "DESCRIPTION:Aurora 4.2 goes live\\nOpen the go-live: https://handover.example/go-lives/"
                                + goLive,
                        "URL:https://handover.example/go-lives/" + goLive,
                        "END:VEVENT",
                        "END:VCALENDAR");
    }

    @Test
    void theEntryIsAThirdFormOfTheMailAndAFile() throws Exception {
        enter(Phase.RELEASE);
        sendAll();

        var message = mailTo("business");
        assertThat(message.getSubject()).isEqualTo("Release window - Aurora Works, production");
        assertThat(forms(message).getContentType()).startsWith("multipart/alternative");
        assertThat(forms(message).getCount()).isEqualTo(3);
        var invitation = ReceivedInvitation.in(message);
        assertThat(invitation.type()).isEqualTo("text/calendar; charset=UTF-8; method=REQUEST");
        assertThat(invitation.file()).isEqualTo(invitation.text());
        var file = ((MimeMultipart) message.getContent()).getBodyPart(1);
        assertThat(file.getFileName()).isEqualTo("release-window.ics");
        assertThat(file.getContentType()).startsWith("application/ics");
        assertThat(headers(message)).contains("List-Unsubscribe: <https://handover.example/preferences>");
        assertThat(text(message))
                .contains(
                        "Release window begins",
                        "Thursday, 5 March 2026, 09:00 Central European Standard Time (Europe/Berlin)",
                        "https://handover.example/go-lives/" + goLive);
    }

    @Test
    void hearingOfTheSameAgainChangesNothing() {
        enter(Phase.RELEASE);
        enter(Phase.RELEASE);
        events.publishEvent(new PlanChanged(goLive, null, "requester"));
        events.publishEvent(new StandInsChanged(goLive));
        events.publishEvent(new WindowMoved(goLive));

        assertThat(told(WINDOW_INVITATION)).containsExactlyInAnyOrder("business 0", "production 0");
        assertThat(told(WINDOW_CANCELLED)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PREREQUISITES", "VALIDATION", "SIGN_OFF", "WITHDRAWN"})
    void aWindowThatIsNoLongerCertainIsCancelledOnce(Phase phase) throws Exception {
        enter(Phase.RELEASE);
        sendAll();
        enter(phase);
        enter(phase);
        sendAll();

        assertThat(told(WINDOW_CANCELLED)).containsExactlyInAnyOrder("business 1", "production 1");
        var cancellation = last("business");
        assertThat(cancellation.type()).endsWith("method=CANCEL");
        assertThat(cancellation.method()).isEqualTo("CANCEL");
        assertThat(cancellation.lines())
                .contains(
                        "UID:window-%s@handover.example".formatted(goLive),
                        "STATUS:CANCELLED",
                        "SEQUENCE:1",
                        "DTSTART:20260305T080000Z");
    }

    @Test
    void anotherWindowThatIsApprovedReplacesTheFirstUnderTheSameName() throws Exception {
        enter(Phase.RELEASE);
        sendAll();
        enter(Phase.SIGN_OFF);
        world.window("2026-03-06T08:00:00Z", "2026-03-06T10:00:00Z", "business", "production");
        events.publishEvent(new WindowMoved(goLive));
        enter(Phase.RELEASE);
        sendAll();

        assertThat(told(WINDOW_INVITATION))
                .containsExactlyInAnyOrder("business 0", "production 0", "business 2", "production 2");
        var update = last("business");
        assertThat(update.method()).isEqualTo("REQUEST");
        assertThat(update.event().getUid().getValue()).isEqualTo("window-%s@handover.example".formatted(goLive));
        assertThat(update.event().getDateStart().getValue().toInstant())
                .isEqualTo(Instant.parse("2026-03-06T08:00:00Z"));
    }

    @Test
    void aPlanThatMovesTheWindowTakesItOutOfCalendarsAtOnce() {
        enter(Phase.RELEASE);
        var approved = world.window;
        world.window("2026-03-06T08:00:00Z", "2026-03-06T10:00:00Z", "business", "production");
        events.publishEvent(new PlanChanged(goLive, null, "requester"));
        assertThat(told(WINDOW_CANCELLED)).containsExactlyInAnyOrder("business 1", "production 1");

        world.window = approved;
        events.publishEvent(new PlanChanged(goLive, null, "requester"));
        assertThat(told(WINDOW_INVITATION))
                .as("moved back before anybody was asked again")
                .contains("business 2", "production 2");
    }

    @ParameterizedTest
    @EnumSource(names = {"STABILIZATION", "HANDED_OVER"})
    void aWindowThatTookPlaceStays(Phase phase) {
        enter(Phase.RELEASE);
        enter(phase);

        assertThat(told(WINDOW_CANCELLED)).isEmpty();
    }

    @Test
    void whatIsUndoneIsCancelledUnlessItIsOver() {
        enter(Phase.RELEASE);
        enter(Phase.STABILIZATION);
        clock.set(Instant.parse("2026-03-05T12:00:00Z"));
        enter(Phase.ROLLED_BACK);
        assertThat(told(WINDOW_CANCELLED)).isEmpty();

        clock.set(Instant.parse("2026-03-05T11:59:59Z"));
        enter(Phase.ROLLED_BACK);
        assertThat(told(WINDOW_CANCELLED)).containsExactlyInAnyOrder("business 1", "production 1");
    }

    @Test
    void whoComesIsInvitedAndWhoLeavesIsTold() throws Exception {
        enter(Phase.RELEASE);
        sendAll();
        world.window("2026-03-05T08:00:00Z", "2026-03-05T12:00:00Z", "business", "support");
        events.publishEvent(new PlanChanged(goLive, null, "requester"));
        sendAll();

        assertThat(told(WINDOW_INVITATION)).containsExactlyInAnyOrder("business 0", "production 0", "support 1");
        assertThat(told(WINDOW_CANCELLED)).containsExactly("production 1");
        assertThat(text(mailTo("production"))).contains("You have no part in this release window any more.");
    }

    @Test
    void whoWillStandInIsInvitedAndToldForWhom() throws Exception {
        enter(Phase.RELEASE);
        sendAll();
        world.window = new ReleaseWindow(
                world.window.start(),
                world.window.end(),
                true,
                List.of(
                        new Invitee("business", null),
                        new Invitee("production", null),
                        new Invitee("support", "business")));
        events.publishEvent(new StandInsChanged(goLive));
        sendAll();

        assertThat(last("support").method()).isEqualTo("REQUEST");
        assertThat(text(mailTo("support"))).contains("You get this as deputy for Bianca Berg.");
        assertThat(mailServer.getReceivedMessages()).hasSize(3);
    }

    @Test
    void nobodyIsToldOfAWindowThatWasNeverApproved() {
        world.window = new ReleaseWindow(
                world.window.start(), world.window.end(), false, List.of(new Invitee("business", null)));
        events.publishEvent(new PlanChanged(goLive, null, "requester"));
        events.publishEvent(new WindowMoved(goLive));
        enter(Phase.WITHDRAWN);

        assertThat(notices.of(goLive)).isEmpty();
    }

    @Test
    void whoWantsNoInvitationGetsNeitherThatNorACancellation() {
        preferences.choose("business", PersonPreference.read(null, null, null, Map.of("window-invitation", "never")));
        enter(Phase.RELEASE);
        enter(Phase.RELEASE);
        enter(Phase.SIGN_OFF);
        sendAll();

        assertThat(mailServer.getReceivedMessagesForDomain("business@handover.example"))
                .isEmpty();
        assertThat(notices.of(goLive).stream().filter(each -> each.recipient().equals("business")))
                .singleElement()
                .extracting(NoticeView::kind, NoticeView::state)
                .containsExactly(WINDOW_INVITATION, NoticeState.SKIPPED);
        assertThat(told(WINDOW_CANCELLED)).containsExactly("production 1");
    }

    @Test
    void anEntryForTheCalendarIsNeverPutIntoADigest() {
        for (var task = 1; task <= 5; task++) {
            notices.tell(
                    goLive,
                    NoticeKind.PAUSED,
                    List.of("business"),
                    Facts.about("act-" + task).build());
        }
        enter(Phase.RELEASE);
        enter(Phase.SIGN_OFF);

        assertThat(world.begun).isEmpty();
        assertThat(world.asked).hasSize(5 + 4);
    }

    @Test
    void anInvitationThatCouldNotBeSentInTimeIsNotSentAfterItsCancellation() {
        enter(Phase.RELEASE);
        enter(Phase.SIGN_OFF);
        sendAll();

        assertThat(mailServer.getReceivedMessages()).hasSize(2);
        assertThat(notices.of(goLive).stream().filter(each -> each.kind() == WINDOW_INVITATION))
                .allSatisfy(invitation -> {
                    assertThat(invitation.state()).isEqualTo(NoticeState.SKIPPED);
                    assertThat(invitation.explanation()).contains("something newer");
                });
    }

    @Test
    void sentAgainItIsTheSameEntryInTheSameMail() throws Exception {
        world.window("2026-03-05T08:00:00Z", "2026-03-05T12:00:00Z", "business");
        enter(Phase.RELEASE);
        sendAll();
        jdbc.update(
                "update notice set state = 'WAITING', settled_at = null, sent_to = null where go_live = ?",
                goLive.value());
        entities.clear();
        clock.forward(Duration.ofHours(3));
        sendAll();

        var mails = mailServer.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[1].getMessageID()).isEqualTo(mails[0].getMessageID());
        assertThat(ReceivedInvitation.in(mails[1]).text())
                .isEqualTo(ReceivedInvitation.in(mails[0]).text());
    }

    @Test
    void whoReadsGermanHasAGermanEntry() throws Exception {
        preferences.choose("business", PersonPreference.read("de", null, null, Map.of()));
        world.headline = new Headline("Würzburg geht live", "Müller & Söhne", "Produktion", NoticeTestData.BERLIN);
        enter(Phase.RELEASE);
        sendAll();

        assertThat(mailTo("business").getSubject()).isEqualTo("Go-live-Fenster - Müller & Söhne, Produktion");
        var event = last("business").event();
        assertThat(event.getSummary().getValue()).isEqualTo("Go-live: Müller & Söhne, Produktion");
        assertThat(event.getDescription().getValue()).startsWith("Würzburg geht live\nGo-live öffnen: https://");
    }

    /** At one o'clock UTC on that day it is three in Berlin, and never was two. */
    @Test
    void aWindowAcrossTheChangeOfClocksIsAsLongAsItIs() throws Exception {
        world.window("2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z", "business");
        enter(Phase.RELEASE);
        sendAll();

        assertThat(last("business").lines()).contains("DTSTART:20260329T003000Z", "DTEND:20260329T013000Z");
        assertThat(text(mailTo("business")))
                .contains(
                        "Sunday, 29 March 2026, 01:30 Central European Standard Time",
                        "Sunday, 29 March 2026, 03:30 Central European Summer Time");
    }

    private void enter(Phase phase) {
        events.publishEvent(new PhaseEntered(goLive, phase));
    }

    /** Recipient and number of each notice. */
    private List<String> told(NoticeKind kind) {
        return notices.of(goLive).stream()
                .filter(notice -> notice.kind() == kind)
                .map(notice -> notice.recipient() + " " + notice.sequence())
                .toList();
    }

    private MimeMessage mailTo(String person) {
        var mails = mailServer.getReceivedMessagesForDomain(person + "@handover.example");
        return Arrays.asList(mails).get(mails.length - 1);
    }

    private ReceivedInvitation last(String person) throws Exception {
        return ReceivedInvitation.in(mailTo(person));
    }
}

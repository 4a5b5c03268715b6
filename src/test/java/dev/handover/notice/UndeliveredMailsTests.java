package dev.handover.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.handover.audit.AdminActs;
import dev.handover.audit.AdminActs.AdminAct;
import dev.handover.shared.HandoverException.Code;
import dev.handover.shared.Person;
import dev.handover.shared.Refusal;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was given up is seen with what to do, and is sent once somebody has done it. */
class UndeliveredMailsTests extends NoticeModuleTest {

    private final ScriptedMailServer refusing = new ScriptedMailServer().answer("RCPT", "550 5.1.1 no such user");

    @Autowired
    private AdminActs acts;

    @AfterEach
    void closeTheServer() throws Exception {
        refusing.close();
    }

    /** A mail about a task that the mail server refuses for good. */
    private UUID refused(String taskId) {
        var id = waiting(taskId, "business");
        mail.setPort(refusing.port());
        notices.send(id);
        mail.setPort(mailServer.getSmtp().getPort());
        return id;
    }

    private UUID givenUp() {
        var id = waiting("4711", "business");
        notices.send(id);
        return id;
    }

    private UndeliveredMail only() {
        var all = undelivered.of(goLive);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void itSaysWhatWhereToWhomWhenWhyAndWhatToDo() {
        var id = refused("4711");

        assertThat(undelivered.newest(UndeliveredMails.MOST))
                .filteredOn(each -> each.goLive().equals(goLive))
                .containsExactly(new UndeliveredMail(
                        id,
                        goLive,
                        NoticeKind.TASK_WAITING,
                        "Business sign-off",
                        "business",
                        "Bianca Berg",
                        true,
                        "business@handover.example",
                        NoticeTestData.NOW,
                        "The mail server refuses this recipient, business@handover.example: there is no such mailbox"
                                + " (550 5.1.1 no such user).",
                        "Correct the address of Bianca Berg, unless that was done since; then send it again."));
        assertThat(only().inWords()).isEqualTo("A task waits for you: Business sign-off");
    }

    @Test
    void whatToDoIsToldAsThingsAreNow() {
        world.people.put("business", new Person("business", "Bianca Berg", "none"));
        givenUp();
        assertThat(only().address()).isEqualTo("none");
        assertThat(only().mend()).isEqualTo("Enter an address for Bianca Berg, then send it again.");

        world.disabled.add("business");
        assertThat(only().reason()).contains("no usable e-mail address");
        assertThat(only().mend()).startsWith("Enable the account of Bianca Berg, or name somebody else");

        world.people.remove("business");
        assertThat(only().name()).isEqualTo("business");
        assertThat(only().known()).isFalse();
        assertThat(only().address()).isNull();
        assertThat(only().mend()).startsWith("Name somebody else than business in the plan");
    }

    @Test
    void whatIsGivenUpLastComesFirstAndNoMoreThanIsAskedFor() {
        var first = refused("1");
        clock.set(NoticeTestData.NOW.plus(Duration.ofMinutes(5)));
        var second = refused("2");

        assertThat(undelivered.of(goLive)).extracting(UndeliveredMail::id).containsExactly(second, first);
        assertThat(undelivered.newest(1)).hasSize(1);
        assertThat(undelivered.newest(-1)).hasSize(1);
    }

    @Test
    void onceTheAddressIsMendedItIsSentUnderItsMessageId() throws Exception {
        var id = refused("4711");
        world.people.put("business", new Person("business", "Bianca Berg", "bianca@handover.example"));

        undelivered.sendAgain(id, "admin");
        assertThat(view(id).state()).isEqualTo(NoticeState.WAITING);
        assertThat(undelivered.of(goLive)).isEmpty();
        assertThat(world.asked).containsExactly(id, id);
        sendAll();

        assertThat(view(id).sentTo()).isEqualTo("bianca@handover.example");
        assertThat(headers(delivered())).contains("Message-ID: <notice-%s@handover.example>".formatted(id));
    }

    @Test
    void thatItWasSentAgainIsOnRecord() {
        undelivered.sendAgain(refused("4711"), "admin");

        assertThat(acts.newest(1))
                .extracting(AdminAct::actor, AdminAct::words, AdminAct::subject, AdminAct::detail)
                .containsExactly(tuple(
                        "admin",
                        "Had a mail sent again",
                        "business",
                        "A task waits for you: Business sign-off, go-live " + goLive));
    }

    @Test
    void whatIsRefusedAgainIsAmongThemAgain() {
        var id = refused("4711");
        undelivered.sendAgain(id, "admin");
        clock.set(NoticeTestData.NOW.plus(Duration.ofMinutes(5)));
        mail.setPort(refusing.port());
        notices.send(id);

        assertThat(only().id()).isEqualTo(id);
        assertThat(only().givenUpAt()).isEqualTo(NoticeTestData.NOW.plus(Duration.ofMinutes(5)));
    }

    @Test
    void aSecondClickSendsNothing() {
        var id = refused("4711");
        undelivered.sendAgain(id, "admin");

        assertRefused(id, Code.CONFLICT);
        sendAll();
        assertRefused(id, Code.CONFLICT);
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
    }

    @Test
    void thereIsNothingToSendAgainUnderAnUnknownId() {
        assertRefused(UUID.randomUUID(), Code.NOT_FOUND);
    }

    private void assertRefused(UUID id, Code code) {
        assertThatThrownBy(() -> undelivered.sendAgain(id, "admin"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void whatNobodyNeedsAnyMoreIsSaidToBeSoAndOnlyLeaves() {
        var id = refused("4711");
        world.doneTasks.add("4711");

        assertThat(undelivered.of(goLive)).isEmpty();
        assertThat(undelivered.newest(UndeliveredMails.MOST))
                .filteredOn(each -> each.id().equals(id))
                .singleElement()
                .satisfies(each -> assertThat(each.mend()).contains("was done", "it only leaves this list"));
        undelivered.sendAgain(id, "admin");
        sendAll();
        assertThat(view(id).state()).isEqualTo(NoticeState.SKIPPED);
        assertThat(mailServer.getReceivedMessages()).isEmpty();
    }
}

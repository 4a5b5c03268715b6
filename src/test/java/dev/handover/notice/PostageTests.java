package dev.handover.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What comes at once, what is collected, and what does not come. */
class PostageTests extends NoticeModuleTest {

    private static final Instant NEXT_MORNING = Instant.parse("2026-03-03T07:00:00Z");

    @ParameterizedTest
    @EnumSource(
            names = {"REMINDER", "HANDED_OVER", "PLAN_CHANGED"},
            mode = Mode.EXCLUDE)
    void whatChangesWhatPeopleDoTodayComesAtOnce(NoticeKind kind) {
        notices.tell(goLive, kind, List.of("business"), about("1").build());

        assertThat(world.asked).hasSize(1);
        assertThat(world.begun).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"REMINDER", "HANDED_OVER", "PLAN_CHANGED"})
    void theRestIsCollectedUntilTheNextMorningWhereThePersonIs(NoticeKind kind) {
        notices.tell(goLive, kind, List.of("business"), about("1").build());
        notices.tell(goLive, kind, List.of("business"), about("2").build());

        assertThat(world.asked).isEmpty();
        assertThat(world.begun.values()).containsExactly(NEXT_MORNING);
        assertThat(notices.of(goLive)).extracting(NoticeView::state).containsOnly(NoticeState.WAITING);
    }

    @Test
    void whatIsDueWithinADayComesAtOnceWhateverWasChosen() {
        choose(Map.of("reminder", "digest", "task-waiting", "digest"));
        var soon = TestClock.START.plus(Duration.ofDays(1));
        for (var kind : List.of(NoticeKind.REMINDER, NoticeKind.TASK_WAITING)) {
            notices.tell(
                    goLive, kind, List.of("business"), about("1").until(soon).build());
            notices.tell(
                    goLive,
                    kind,
                    List.of("business"),
                    about("2").until(soon.plusSeconds(1)).build());
        }

        assertThat(world.asked).hasSize(2);
        assertThat(world.begun).hasSize(1);
    }

    @Test
    void aPersonGetsTasksInTheDigestIfTheyWantThat() {
        choose(Map.of("task-waiting", "digest"));

        notices.tell(
                goLive,
                NoticeKind.TASK_WAITING,
                List.of("business", "production"),
                about("1").build());

        assertThat(world.asked).hasSize(1);
        assertThat(world.begun.values()).containsExactly(NEXT_MORNING);
    }

    @Test
    void whatAPersonDoesNotWantIsOnRecordAndNotSent() {
        choose(Map.of("live", "never"));

        notices.tell(
                goLive, NoticeKind.LIVE, List.of("business"), Facts.about("x").build());

        assertThat(world.asked).isEmpty();
        assertThat(world.begun).isEmpty();
        assertThat(notices.of(goLive)).singleElement().satisfies(notice -> {
            assertThat(notice.state()).isEqualTo(NoticeState.SKIPPED);
            assertThat(notice.explanation()).contains("chosen not to get");
        });
    }

    @Test
    void afterThreeMailsWithinAnHourOthersComeTogetherWhenTheHourIsOver() {
        for (var task = 1; task <= 5; task++) {
            notices.tell(
                    goLive,
                    NoticeKind.TASK_WAITING,
                    List.of("business"),
                    about("task-" + task).build());
            clock.forward(Duration.ofMinutes(10));
        }

        assertThat(world.asked).hasSize(3);
        assertThat(world.begun.values()).containsExactly(TestClock.START.plus(Duration.ofHours(1)));

        clock.set(TestClock.START.plus(Duration.ofMinutes(61)));
        notices.tell(
                goLive,
                NoticeKind.TASK_WAITING,
                List.of("business"),
                about("task-6").build());
        assertThat(world.asked).as("the hour is over").hasSize(4);
    }

    @Test
    void whatIsUrgentComesAtOnceHoweverManyMailsThereWere() {
        for (var subject = 1; subject <= 10; subject++) {
            notices.tell(
                    goLive,
                    NoticeKind.PAUSED,
                    List.of("business"),
                    Facts.about("act-" + subject).build());
        }

        assertThat(world.asked).hasSize(10);
    }

    @Test
    void otherPeopleAreNotMadeToWaitByOnesMails() {
        for (var task = 1; task <= 4; task++) {
            notices.tell(
                    goLive,
                    NoticeKind.TASK_WAITING,
                    List.of("business"),
                    about("task-" + task).build());
        }
        notices.tell(
                goLive,
                NoticeKind.TASK_WAITING,
                List.of("production"),
                about("other").build());

        assertThat(world.asked).hasSize(4);
    }

    @Test
    void whoStandsInForSomebodyIsToldToo() throws Exception {
        world.deputies.put("business", "support");

        notices.tell(
                goLive, NoticeKind.LIVE, List.of("business"), Facts.about("x").build());
        sendAll();

        var toTheDeputy = mailServer.getReceivedMessagesForDomain("support@handover.example");
        assertThat(toTheDeputy).hasSize(1);
        assertThat(text(toTheDeputy[0])).contains("You get this as deputy for Bianca Berg.");
        assertThat(text(mailServer.getReceivedMessagesForDomain("business@handover.example")[0]))
                .doesNotContain("as deputy for");
    }

    @Test
    void aDeputyWhoIsToldAnywayIsToldOnceAndOnTheirOwnAccount() throws Exception {
        world.deputies.put("business", "support");

        notices.tell(
                goLive,
                NoticeKind.LIVE,
                List.of("support", "business"),
                Facts.about("x").build());
        sendAll();

        var toTheDeputy = mailServer.getReceivedMessagesForDomain("support@handover.example");
        assertThat(toTheDeputy).hasSize(1);
        assertThat(text(toTheDeputy[0])).doesNotContain("as deputy for");
    }

    @ParameterizedTest
    @EnumSource(names = {"TASK_WAITING", "REMINDER", "DEPUTY_NOT_ASKED", "WINDOW_INVITATION", "WINDOW_CANCELLED"})
    void whatIsToldToWhoeverItConcernsIsNotToldToWhoStandsInNow(NoticeKind kind) {
        world.deputies.put("business", "support");

        notices.tell(goLive, kind, List.of("business"), about("1").build());

        assertThat(notices.of(goLive)).extracting(NoticeView::recipient).containsExactly("business");
    }

    private void choose(Map<String, String> kinds) {
        preferences.choose("business", PersonPreference.read(null, null, null, kinds));
    }
}

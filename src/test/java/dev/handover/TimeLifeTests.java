package dev.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.development.time.AdjustableClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What time does to go-lives on the started application: each is submitted on a Monday at 08:00, and works Monday to Friday until 18:00. */
@ApplicationTest
class TimeLifeTests {

    @Autowired
    private Handoff handoff;

    @Autowired
    private Rest rest;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AdjustableClock clock;

    @LocalServerPort
    private int port;

    private Instant monday;

    @BeforeEach
    void waitForMonday() {
        monday = clock.instant()
                .atZone(ZoneOffset.UTC)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .with(LocalTime.of(8, 0))
                .toInstant();
        clock.forwardTo(monday);
    }

    /** With a window that starts so many days after the Monday, at the same time. */
    private String plan(int days) {
        var start = monday.plus(Duration.ofDays(days));
        return handoff.plan()
                .replace("zone: Europe/Berlin", "zone: UTC")
                .replace("start: PT20M", "start: " + start)
                .replace("end: PT4H20M", "end: " + start.plus(Duration.ofHours(4)))
                .replace("freezeStart: PT0S", "freezeStart: " + monday)
                .replace("freezeEnd: P1D", "freezeEnd: " + monday.plus(Duration.ofDays(60)))
                .replaceAll("(?s)workingTime:.*", "shelfLife:\n  known-issues-list: P20D\n");
    }

    /** To a time of the day that is so many days after the Monday; then the engine does what is due. */
    private void at(Handoff.Run goLive, int day, String time) {
        clock.forwardTo(monday.atZone(ZoneOffset.UTC)
                .plusDays(day)
                .with(LocalTime.parse(time))
                .toInstant());
        goLive.work();
    }

    private long told(Handoff.Run goLive, String kind, String recipient) {
        return jdbc.sql("select count(*) from notice where go_live = ? and kind = ? and recipient = ?")
                .params(goLive.key(), kind, recipient)
                .query(Long.class)
                .single();
    }

    private String facts(Handoff.Run goLive, String kind, String recipient) {
        return jdbc.sql("select facts from notice where go_live = ? and kind = ? and recipient = ?")
                .params(goLive.key(), kind, recipient)
                .query(String.class)
                .list()
                .toString();
    }

    @Test
    void silenceRemindsThenAsksForADeputyThenEscalatesAndNeverApproves() {
        var goLive = handoff.start(plan(14)).reachSignOff();
        at(goLive, 0, "17:00");
        assertThat(told(goLive, "REMINDER", "business"))
                .as("less than a working day")
                .isZero();
        at(goLive, 0, "20:00");
        assertThat(told(goLive, "REMINDER", "business"))
                .as("outside working time")
                .isZero();
        at(goLive, 1, "09:00");
        assertThat(told(goLive, "REMINDER", "business")).isOne();
        assertThat(told(goLive, "REMINDER", "environment")).isOne();
        assertThat(told(goLive, "REMINDER", "change")).as("not its turn").isZero();
        goLive.sign("environment", "UserTask_SignOffEnvironment");
        at(goLive, 5, "12:00");
        assertThat(told(goLive, "REMINDER", "business")).as("a Saturday").isOne();
        at(goLive, 7, "09:00");
        assertThat(told(goLive, "REMINDER", "business")).isEqualTo(2);
        assertThat(told(goLive, "REMINDER", "environment")).isOne();
        assertThat(told(goLive, "ESCALATION", "requester")).isZero();

        at(goLive, 8, "10:00");
        assertThat(told(goLive, "REMINDER", "business")).isEqualTo(3);
        assertThat(facts(goLive, "ESCALATION", "requester")).contains("nobody-stands-in");
        at(goLive, 9, "12:00");
        assertThat(told(goLive, "ESCALATION", "requester"))
                .as("a deputy is asked once")
                .isOne();

        at(goLive, 11, "12:00");
        assertThat(told(goLive, "ESCALATION", "requester")).isEqualTo(2);
        assertThat(told(goLive, "ESCALATION", "production")).isOne();
        at(goLive, 11, "14:00");
        assertThat(told(goLive, "ESCALATION", "production")).as("once a day").isOne();
        assertThat(goLive.phase()).isEqualTo("SIGN_OFF");

        at(goLive, 13, "23:59");
        assertThat(goLive.waiting()).containsExactly("UserTask_SignOffBusiness");
        at(goLive, 14, "08:01");
        assertThat(goLive.waiting()).containsExactly("UserTask_ProposeWindow");
        offersTheNextWindow(goLive);
    }

    /** Two working days after Monday 08:01 end on Wednesday 08:01, a minute after the time of the window. */
    private void offersTheNextWindow(Handoff.Run goLive) {
        var start = goLive.field("requester", "UserTask_ProposeWindow", "windowStart");
        var end = goLive.field("requester", "UserTask_ProposeWindow", "windowEnd");
        var thursday = monday.plus(Duration.ofDays(17));
        assertThat(OffsetDateTime.parse(start).toInstant().truncatedTo(ChronoUnit.HOURS))
                .isEqualTo(thursday);
        assertThat(facts(goLive, "WINDOW_RELEASED", "business"))
                .contains("next-free-window", thursday.toString().substring(0, 10));
        assertThat(goLive.answer("requester", "UserTask_ProposeWindow", "decision", "propose")
                        .text())
                .as("what was offered counts only when it is sent")
                .contains("Give both the start and the end");
        goLive.done(
                "requester", "UserTask_ProposeWindow", "decision", "propose", "windowStart", start, "windowEnd", end);
        assertThat(goLive.waiting())
                .as("what is too old for the window that was offered is asked again")
                .containsExactly("UserTask_ConfirmStep");
        assertThat(goLive.phase()).as("nobody has approved by keeping silent").isEqualTo("VALIDATION");
        goLive.confirmSteps();
        assertThat(goLive.waiting())
                .as("the environment owner had relied on what the checks have now observed anew")
                .containsExactlyInAnyOrder("UserTask_SignOffBusiness", "UserTask_SignOffEnvironment");
    }

    @Test
    void aWindowThatMovesAheadAsksForWhatWillBeTooOldOnceItHelps() {
        var goLive = handoff.start(plan(6)).reachSignOff();
        goLive.sign("business", "UserTask_SignOffBusiness");
        assertThat(titles(goLive, "")).isZero();
        assertThat(titles(goLive, "?windowStart=" + monday.plus(Duration.ofDays(17))))
                .isPositive();

        var later = goLive.plan()
                .replace("start: " + monday.plus(Duration.ofDays(6)), "start: " + monday.plus(Duration.ofDays(17)))
                .replace("end: " + monday.plus(Duration.ofHours(148)), "end: " + monday.plus(Duration.ofHours(412)));
        var changed = rest.putYaml("requester", goLive.path("/plan"), later);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().at("/tooOld/0/step").asText()).isEqualTo("integrations");
        assertThat(changed.json().at("/reopens")).isEmpty();
        goLive.work();
        assertThat(goLive.phase()).as("doing it again does not help yet").isEqualTo("SIGN_OFF");
        assertThat(page(goLive)).contains("too old", "Asked again from");

        at(goLive, 2, "12:00");
        assertThat(goLive.phase()).isEqualTo("SIGN_OFF");
        at(goLive, 4, "12:00");
        assertThat(goLive.phase()).isEqualTo("VALIDATION");
        assertThat(goLive.waiting()).containsExactly("UserTask_ConfirmStep");
        goLive.confirmSteps();
        assertThat(titles(goLive, "")).isZero();
        assertThat(goLive.waiting())
                .as("the same words once more take back no signature")
                .containsExactly("UserTask_SignOffEnvironment");
    }

    private String page(Handoff.Run goLive) {
        var browser = Web.browser(port);
        browser.logIn("requester", "requester");
        return browser.page("/go-lives/" + goLive.key()).body();
    }

    private long titles(Handoff.Run goLive, String query) {
        var answer = rest.get("auditor", goLive.path("/shelf-life" + query));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return StreamSupport.stream(answer.json().get("tooOld").spliterator(), false)
                .count();
    }
}

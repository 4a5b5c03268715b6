package dev.handover.golive;

import static dev.handover.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import dev.handover.DomainTest;
import dev.handover.Rehearsal;
import dev.handover.TestClock;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.HandoverException.Code;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Naming deputies, and when they stand in. The clock stands at ten o'clock on 2 March 2026 UTC. */
@DomainTest
@RecordApplicationEvents
class DeputiesTests {

    private static final String TODAY = "2026-03-02";

    @Autowired
    private Deputies deputies;

    @Autowired
    private DeputyTasks tasks;

    @Autowired
    private GoLiveRegister register;

    @Autowired
    private Progress progress;

    @Autowired
    private HandoffProcess process;

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private TestClock clock;

    @Autowired
    private EntityManager entities;

    @Autowired
    private ApplicationEvents events;

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T22:59:59.999999Z, false",
        "2026-03-03T23:00:00Z, true",
        "2026-03-05T22:59:59.999999Z, true",
        "2026-03-05T23:00:00Z, false",
    })
    void aDeputyStandsInFromTheFirstMomentOfTheFirstDayToTheLastOfTheLast(Instant moment, boolean standsIn) {
        name("business", "deputy", "2026-03-04", "2026-03-05", "Europe/Berlin");
        clock.set(moment);
        assertThat(deputies.inForce("business").isPresent()).isEqualTo(standsIn);
        assertThat(deputies.standsFor("deputy").contains("business")).isEqualTo(standsIn);
        assertThat(deputies.inForce("business", TestClock.START)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28T22:59:59Z, false",
        "2026-03-28T23:00:00Z, true",
        "2026-03-29T21:59:59Z, true",
        "2026-03-29T22:00:00Z, false",
    })
    void theDayOnWhichClocksGoForwardHasAnHourLess(Instant moment, boolean standsIn) {
        name("business", "deputy", "2026-03-29", "2026-03-29", "Europe/Berlin");
        clock.set(moment);
        assertThat(deputies.inForce("business").isPresent()).isEqualTo(standsIn);
    }

    @Test
    void withoutAZoneDaysAreThoseOfTheNewestGoLive() {
        assertThat(deputies.usualZone("business")).isEqualTo(ZoneOffset.UTC);
        var key = rehearsal.submitted();
        assertThat(deputies.usualZone("business")).isEqualTo(register.get(key).zone());
        assertThat(deputies.usualZone("outsider")).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void whoWillStandInIsHeardOfInEachRunningGoLiveLongBeforeAndWhenItEnds() {
        var key = rehearsal.submitted();
        var deputy = name("business", "deputy", "2026-03-10", "2026-03-12", "UTC");
        assertThat(events.stream(StandInsChanged.class)).containsExactly(new StandInsChanged(key));
        deputies.end(deputy.id(), "business");
        name("outsider", "deputy", "2026-03-20", "2026-03-21", "UTC");
        assertThat(events.stream(StandInsChanged.class)).hasSize(2);
    }

    @Test
    void onlyKnownPeopleStandInForKnownPeople() {
        assertRefused(Code.INVALID_INPUT, () -> name("business", "nobody")).contains("\"nobody\" is known");
        assertRefused(Code.INVALID_INPUT, () -> name("nobody", "deputy")).contains("\"nobody\" is known");
        assertRefused(Code.INVALID_INPUT, () -> name("business", " ")).contains("Enter the user id");
        assertRefused(Code.INVALID_INPUT, () -> name("business", null)).contains("Enter the user id");
        assertRefused(Code.INVALID_INPUT, () -> name("business", "x".repeat(101)));
        assertRefused(Code.INVALID_INPUT, () -> name("business", "a\0"));
    }

    @Test
    void nobodyIsTheirOwnDeputyOrMakesThemselvesOne() {
        assertRefused(Code.INVALID_INPUT, () -> name("business", "business")).contains("own deputy");
        var naming = new Deputies.Naming("business", "admin", period(TODAY, TODAY, "UTC"), null);
        assertRefused(Code.INVALID_INPUT, () -> deputies.name(naming, "admin"))
                .isEqualTo(
                        "Nobody makes themselves the deputy of somebody else. Business, or another admin, can name you.");
        assertThat(deputies.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-09, 2026-03-11, true",
        "2026-03-09, 2026-03-10, true",
        "2026-03-12, 2026-03-14, true",
        "2026-03-11, 2026-03-11, true",
        "2026-03-08, 2026-03-20, true",
        "2026-03-08, 2026-03-09, false",
        "2026-03-13, 2026-03-14, false",
    })
    void aPersonHasOneDeputyAtATime(String first, String last, boolean overlaps) {
        name("business", "deputy", "2026-03-10", "2026-03-12", "UTC");
        if (overlaps) {
            assertRefused(Code.CONFLICT, () -> name("business", "outsider", first, last, "UTC"))
                    .startsWith("Business has a deputy from 2026-03-10 to 2026-03-12 (UTC) already.");
        } else {
            name("business", "outsider", first, last, "UTC");
        }
    }

    /** The same two dates may overlap or not, by their zones. */
    @Test
    void daysOfTwoZonesOverlapByTheirMoments() {
        name("business", "deputy", "2026-03-10", "2026-03-10", "Pacific/Kiritimati");
        name("business", "outsider", "2026-03-10", "2026-03-10", "Pacific/Honolulu");
        assertRefused(Code.CONFLICT, () -> name("business", "outsider", "2026-03-10", "2026-03-10", "Asia/Tokyo"));
    }

    @Test
    void aDeputysDeputyNeverActs() {
        name("business", "deputy", "2026-03-10", "2026-03-12", "UTC");
        assertRefused(Code.CONFLICT, () -> name("deputy", "outsider", "2026-03-12", "2026-03-13", "UTC"))
                .contains("Deputy is the deputy of Business from", "a deputy's deputy never acts");
        name("deputy", "outsider", "2026-03-13", "2026-03-13", "UTC");
        assertRefused(Code.CONFLICT, () -> name("support", "deputy", "2026-03-13", "2026-03-13", "UTC"))
                .contains("Deputy cannot stand in on all of these days", "name somebody else");
    }

    @Test
    void onePersonMayStandForSeveral() {
        name("business", "deputy");
        name("support", "deputy");
        assertThat(deputies.standsFor("deputy")).containsExactly("business", "support");
    }

    @Test
    void aPeriodThatIsEndedEarlyEndsAtThatMomentAndMakesRoom() {
        var named = name("business", "deputy", TODAY, "2026-03-10", "UTC");
        clock.set(Instant.parse("2026-03-03T09:00:00Z"));
        var ended = deputies.end(named.id(), "business");
        assertThat(ended.stateAt(clock.instant())).isEqualTo(EnteredPeriod.State.OVER);
        assertThat(ended.endedBy()).isEqualTo("business");
        assertThat(ended.period().last()).isEqualTo("2026-03-10");
        assertThat(deputies.inForce("business")).isEmpty();
        assertThat(deputies.inForce("business", Instant.parse("2026-03-03T08:59:59Z")))
                .contains("deputy");
        assertRefused(Code.CONFLICT, () -> deputies.end(named.id(), "business")).contains("over already");
        var next = name("business", "outsider", "2026-03-03", "2026-03-05", "UTC");
        assertThat(next.startsAt()).isEqualTo(clock.instant());
        assertThat(deputies.inForce("business", clock.instant().minusNanos(1000)))
                .contains("deputy");
        assertThat(deputies.inForce("business", clock.instant())).contains("outsider");
    }

    @Test
    void aPeriodThatIsEndedBeforeItBeginsNeverBegins() {
        var named = name("business", "deputy", "2026-03-10", "2026-03-12", "UTC");
        deputies.end(named.id(), "admin");
        clock.set(Instant.parse("2026-03-11T00:00:00Z"));
        assertThat(deputies.inForce("business")).isEmpty();
        assertThat(deputies.get(named.id()).stateAt(clock.instant())).isEqualTo(EnteredPeriod.State.OVER);
        assertThat(tasks.due()).isEmpty();
        name("business", "outsider", "2026-03-11", "2026-03-11", "UTC");
    }

    @Test
    void aPeriodIsNotEndedTwiceNorOnceItIsOver() {
        var named = name("business", "deputy");
        clock.set(Instant.parse("2026-03-03T00:00:00Z"));
        assertRefused(Code.CONFLICT, () -> deputies.end(named.id(), "business"));
        assertRefused(Code.NOT_FOUND, () -> deputies.end(UUID.randomUUID(), "business"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from deputy",
                "update deputy set deputy = 'outsider'",
                "update deputy set ends_at = ends_at + interval '1 day'",
                "update deputy set first_day = first_day - 1",
            })
    void theDatabaseKeepsEveryPeriodAsItWasNamed(String change) {
        name("business", "deputy");
        entities.flush();
        assertThatThrownBy(() -> entities.createNativeQuery(change).executeUpdate())
                .hasMessageMatching("(?s).*(a period is only ever ended early|permission denied for table deputy).*");
    }

    @Test
    void peopleSeeThePeriodsThatConcernThem() {
        name("business", "deputy");
        name("support", "outsider", "2026-03-05", "2026-03-05", "UTC");
        assertThat(deputies.of("deputy")).extracting(Deputy::principal).containsExactly("business");
        assertThat(deputies.of("business")).hasSize(1);
        assertThat(deputies.of("change")).isEmpty();
        assertThat(deputies.all()).extracting(Deputy::principal).containsExactly("support", "business");
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "support", "business", "environment", "change", "customer", "validator"})
    void aDeputySeesTheGoLivesOfOwnersAndValidatorsWhileThePeriodLasts(String principal) {
        var key = rehearsal.submitted();
        assertThat(sees(key)).isFalse();
        name(principal, "deputy");
        assertThat(sees(key)).isTrue();
        clock.set(Instant.parse("2026-03-03T00:00:00Z"));
        assertThat(sees(key)).isFalse();
    }

    @Test
    void nobodyStandsForTheRequester() {
        var key = rehearsal.submitted();
        name("requester", "deputy");
        assertThat(sees(key)).isFalse();
        then(process).should(never()).peopleChanged(any());
    }

    @Test
    void aDeputySeesNoMoreThanThePrincipal() {
        var key = rehearsal.submitted(Rehearsal.plan().replace("support: support", "support: outsider"));
        name("support", "deputy");
        assertThat(sees(key)).isFalse();
    }

    @Test
    void tasksMoveWhenAPeriodBeginsAndWhenItEndsAndAtNoOtherTime() {
        var key = rehearsal.submitted();
        var named = name("business", "deputy", "2026-03-04", "2026-03-05", "UTC");
        look("2026-03-03T23:59:59Z", key, 0);
        look("2026-03-04T00:00:00Z", key, 1);
        look("2026-03-04T00:00:30Z", key, 0);
        look("2026-03-05T23:59:59Z", key, 0);
        look("2026-03-06T00:00:00Z", key, 1);
        look("2026-03-06T00:01:00Z", key, 0);
        tasks.move(named.id());
        then(process).should(never()).peopleChanged(key);
    }

    @Test
    void aPeriodThatNobodyLookedAtIsOverAtOnce() {
        var key = rehearsal.submitted();
        name("business", "deputy", "2026-03-04", "2026-03-05", "UTC");
        look("2026-03-20T00:00:00Z", key, 1);
        look("2026-03-20T00:01:00Z", key, 0);
    }

    @Test
    void aPeriodThatBeginsTodayMovesTasksAtOnceAndSoDoesAnEarlyEnd() {
        var key = rehearsal.submitted();
        var named = name("business", "deputy");
        then(process).should(times(1)).peopleChanged(key);
        deputies.end(named.id(), "business");
        then(process).should(times(2)).peopleChanged(key);
    }

    @Test
    void goLivesThatHaveEndedAndThoseOfOthersAreLeftAlone() {
        var ended = rehearsal.submitted();
        progress.withdraw(ended, "No site.", "requester");
        name("business", "deputy");
        name("outsider", "deputy");
        then(process).should(never()).peopleChanged(any());
    }

    private void look(String moment, GoLiveKey key, int moved) {
        clearInvocations(process);
        clock.set(Instant.parse(moment));
        tasks.due().forEach(tasks::move);
        then(process).should(times(moved)).peopleChanged(key);
        clearInvocations(process);
    }

    private boolean sees(GoLiveKey key) {
        var listed = register.list("deputy", false, new GoLiveRegister.Query(null, "", 0, 10)).stream()
                .anyMatch(each -> each.key().equals(key));
        assertThat(register.takesPart(key, "deputy")).isEqualTo(listed);
        return listed;
    }

    private Deputy name(String principal, String deputy) {
        return name(principal, deputy, TODAY, TODAY, "UTC");
    }

    private Deputy name(String principal, String deputy, String first, String last, String zone) {
        return deputies.name(new Deputies.Naming(principal, deputy, period(first, last, zone), null), principal);
    }

    private static Period period(String first, String last, String zone) {
        return Period.read(first, last, zone, ZoneOffset.UTC);
    }
}

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
import dev.handover.audit.AdminActs;
import dev.handover.golive.Absences.Gap;
import dev.handover.shared.HandoverException.Code;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is away and when nobody stands in. The clock stands at ten o'clock on 2 March 2026 UTC. */
@DomainTest
class AbsencesTests {

    private static final Instant FAR = Instant.parse("2026-04-01T00:00:00Z");

    @Autowired
    private Absences absences;

    @Autowired
    private AbsenceTasks tasks;

    @Autowired
    private Deputies deputies;

    @Autowired
    private AdminActs acts;

    @Autowired
    private HandoffProcess process;

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private TestClock clock;

    @Autowired
    private EntityManager entities;

    @Test
    void aPersonIsAwayFromTheFirstMomentOfTheFirstDayToTheLastOfTheLast() {
        away("business", "2026-03-04", "2026-03-05");
        assertThat(gaps("business")).containsExactly(gap("business", "2026-03-04T00:00:00Z", "2026-03-06T00:00:00Z"));
        clock.set(Instant.parse("2026-03-03T23:59:59.999999Z"));
        assertThat(absences.gapNow("business")).isEmpty();
        clock.set(Instant.parse("2026-03-04T00:00:00Z"));
        assertThat(absences.gapNow("business")).isPresent();
        clock.set(Instant.parse("2026-03-06T00:00:00Z"));
        assertThat(absences.gapNow("business")).isEmpty();
        assertThat(absences.ahead()).isEmpty();
    }

    @Test
    void aDayThatHasBegunCountsFromNow() {
        away("business", "2026-03-02", "2026-03-02");
        assertThat(absences.gapNow("business"))
                .contains(gap("business", "2026-03-02T10:00:00Z", "2026-03-03T00:00:00Z"));
    }

    @Test
    void whoeverStandsInClosesTheGapForThoseDays() {
        away("business", "2026-03-04", "2026-03-08");
        stand("business", "deputy", "2026-03-05", "2026-03-06");
        assertThat(gaps("business"))
                .containsExactly(
                        gap("business", "2026-03-04T00:00:00Z", "2026-03-05T00:00:00Z"),
                        gap("business", "2026-03-07T00:00:00Z", "2026-03-09T00:00:00Z"));
    }

    @Test
    void aDeputyWhoIsAwayTooStandsForNobody() {
        away("business", "2026-03-04", "2026-03-06");
        stand("business", "deputy", "2026-03-04", "2026-03-06");
        assertThat(gaps("business")).isEmpty();
        away("deputy", "2026-03-05", "2026-03-05");
        assertThat(gaps("business")).containsExactly(gap("business", "2026-03-05T00:00:00Z", "2026-03-06T00:00:00Z"));
        assertThat(gaps("business", "deputy")).hasSize(2);
    }

    @Test
    void onlyTheTimeThatWasAskedForIsLookedAt() {
        away("business", "2026-03-04", "2026-03-08");
        var from = Instant.parse("2026-03-05T12:00:00Z");
        var until = Instant.parse("2026-03-06T12:00:00Z");
        assertThat(absences.gaps(List.of("business"), from, until)).containsExactly(new Gap("business", from, until));
        assertThat(absences.gaps(List.of("business"), until, from)).isEmpty();
        assertThat(absences.gaps(List.of(), from, until)).isEmpty();
        assertThat(absences.of(List.of("business", "support"), from, until)).hasSize(1);
        assertThat(absences.of(List.of(), from, until)).isEmpty();
        assertThat(absences.of(List.of("business"), Instant.parse("2026-03-09T00:00:00Z"), FAR))
                .isEmpty();
    }

    @Test
    void gapsAheadAreThoseOfPeopleWithARoleInAnOpenGoLive() {
        away("business", "2026-03-04", "2026-03-05");
        away("outsider", "2026-03-04", "2026-03-05");
        assertThat(absences.gapsAhead()).isEmpty();
        rehearsal.submitted();
        assertThat(absences.gapsAhead()).extracting(Gap::person).containsExactly("business");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-09, 2026-03-10, true",
        "2026-03-12, 2026-03-14, true",
        "2026-03-08, 2026-03-09, false",
        "2026-03-13, 2026-03-14, false",
    })
    void aPersonIsAwayOnceAtATime(String first, String last, boolean overlaps) {
        away("business", "2026-03-10", "2026-03-12");
        if (overlaps) {
            assertRefused(Code.CONFLICT, () -> away("business", first, last))
                    .startsWith("Business is away from 2026-03-10 to 2026-03-12 already.");
        } else {
            away("business", first, last);
        }
        away("support", first, last);
    }

    @Test
    void onlyKnownPeopleAreAway() {
        assertRefused(Code.INVALID_INPUT, () -> away("nobody", "2026-03-10", "2026-03-12"));
        assertRefused(Code.INVALID_INPUT, () -> away(null, "2026-03-10", "2026-03-12"));
        assertRefused(Code.INVALID_INPUT, () -> away("x\0", "2026-03-10", "2026-03-12"));
        assertRefused(Code.INVALID_INPUT, () -> away("business", "2026-03-01", "2026-03-12"));
    }

    @Test
    void anAbsenceThatIsEndedEarlyEndsAtThatMoment() {
        var entered = away("business", "2026-03-02", "2026-03-12");
        clock.set(Instant.parse("2026-03-03T09:00:00Z"));
        absences.end(entered.id(), "business");
        assertThat(absences.gapNow("business")).isEmpty();
        assertThat(absences.get(entered.id()).endedBy()).isEqualTo("business");
        assertRefused(Code.CONFLICT, () -> absences.end(entered.id(), "business"));
        assertRefused(Code.NOT_FOUND, () -> absences.end(UUID.randomUUID(), "business"));
        away("business", "2026-03-03", "2026-03-04");
    }

    @Test
    void whatAnAdminDoesForSomebodyElseIsOnRecordAndWhatPeopleDoForThemselvesIsNot() {
        away("business", "2026-03-10", "2026-03-12");
        var entered = absences.enter(new Absences.Entry("support", period("2026-03-10", "2026-03-10"), "ill"), "admin");
        absences.end(entered.id(), "admin");
        assertThat(acts.newest(10))
                .extracting(AdminActs.AdminAct::words)
                .containsExactly("Ended an absence of somebody else", "Entered an absence for somebody else");
        assertThat(acts.newest(1)).allSatisfy(act -> {
            assertThat(act.actor()).isEqualTo("admin");
            assertThat(act.subject()).isEqualTo("support");
            assertThat(act.at()).isEqualTo(TestClock.START);
            assertThat(act.detail()).isEqualTo("2026-03-10 to 2026-03-10 (Z)").doesNotContain("ill");
        });
    }

    @Test
    void thoseWhoWaitAreToldOnceWhenAnAbsenceBegins() {
        var key = rehearsal.submitted();
        away("business", "2026-03-04", "2026-03-05");
        look("2026-03-03T23:59:59Z");
        then(process).should(never()).peopleChanged(any());
        look("2026-03-04T00:00:00Z");
        then(process).should(times(1)).peopleChanged(key);
        clearInvocations(process);
        look("2026-03-04T00:01:00Z");
        then(process).should(never()).peopleChanged(any());
    }

    @Test
    void nobodyIsToldOfAnAbsenceThatIsOver() {
        rehearsal.submitted();
        away("business", "2026-03-04", "2026-03-05");
        look("2026-03-20T00:00:00Z");
        then(process).should(never()).peopleChanged(any());
        assertThat(tasks.due()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from absence",
                "update absence set person = 'outsider'",
                "update absence set ends_at = ends_at + interval '1 day'",
                "update absence set first_day = first_day - 1",
            })
    void theDatabaseKeepsEveryAbsenceAsItWasEntered(String change) {
        away("business", "2026-03-04", "2026-03-05");
        entities.flush();
        assertThatThrownBy(() -> entities.createNativeQuery(change).executeUpdate())
                .hasMessageMatching(
                        "(?s).*(an absence is only ever ended early|permission denied for table absence).*");
    }

    private void look(String moment) {
        clock.set(Instant.parse(moment));
        tasks.due().forEach(tasks::tell);
    }

    private List<Gap> gaps(String... people) {
        return absences.gaps(List.of(people), clock.instant(), FAR);
    }

    private static Gap gap(String person, String from, String until) {
        return new Gap(person, Instant.parse(from), Instant.parse(until));
    }

    private Absence away(String person, String first, String last) {
        return absences.enter(new Absences.Entry(person, period(first, last), null), person);
    }

    private void stand(String principal, String deputy, String first, String last) {
        deputies.name(new Deputies.Naming(principal, deputy, period(first, last), null), principal);
    }

    private static Period period(String first, String last) {
        return Period.read(first, last, null, ZoneOffset.UTC);
    }
}

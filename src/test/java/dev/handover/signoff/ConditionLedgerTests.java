package dev.handover.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.handover.DomainTest;
import dev.handover.Rehearsal;
import dev.handover.TestClock;
import dev.handover.evidence.EvidenceStore;
import dev.handover.golive.Calendars;
import dev.handover.golive.Deputies;
import dev.handover.golive.Period;
import dev.handover.golive.Progress;
import dev.handover.golive.Timeline;
import dev.handover.golive.TimelineEntry;
import dev.handover.release.Gate;
import dev.handover.release.Gates;
import dev.handover.release.Release;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import dev.handover.shared.Phase;
import dev.handover.shared.Phrase;
import dev.handover.shared.Role;
import dev.handover.shared.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DomainTest
@RecordApplicationEvents
class ConditionLedgerTests {

    private static final String TEXT = "Train the second shift";

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private Calendars calendars;

    @Autowired
    private Signatures signatures;

    @Autowired
    private SignOffRound round;

    @Autowired
    private ConditionLedger ledger;

    @Autowired
    private ConditionDeadlines deadlines;

    @Autowired
    private SignOffProcess process;

    @Autowired
    private Progress progress;

    @Autowired
    private Gates gates;

    @Autowired
    private Release release;

    @Autowired
    private EvidenceStore evidence;

    @Autowired
    private Deputies deputies;

    @Autowired
    private Timeline timeline;

    @Autowired
    private TestClock clock;

    @Autowired
    private ApplicationEvents events;

    private GoLiveKey key;
    private LocalDate today;

    /** The business owner signs on a condition that the support owner meets, due in three days and holding for ten. */
    @BeforeEach
    void signOnACondition() {
        key = rehearsal.inSignOff();
        today = clock.instant().atZone(rehearsal.goLive(key).zone()).toLocalDate();
        var shown = round.manifest(key, Role.BUSINESS).digest().sha256();
        signatures.approve(
                key,
                Role.BUSINESS,
                new Signatures.Approval(
                        shown, null, TEXT + "\n\n", Role.SUPPORT, today.plusDays(3), today.plusDays(10)),
                "business");
        rehearsal.sign(key, Role.ENVIRONMENT);
        rehearsal.sign(key, Role.CHANGE);
        progress.enter(key, Phase.RELEASE);
        clearInvocations(process);
    }

    private ConditionLedger.Entry entry() {
        return ledger.of(key).get(0);
    }

    private UUID id() {
        return entry().condition().id();
    }

    /** The last instant of a day in the zone of the plan. */
    private Instant endOf(LocalDate day) {
        return day.atTime(LocalTime.MAX).atZone(rehearsal.goLive(key).zone()).toInstant();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(rehearsal.goLive(key).zone()).toInstant();
    }

    private Gate gate() {
        return gates.look(key).stream()
                .filter(each -> each.name().equals("Conditions"))
                .findFirst()
                .orElseThrow();
    }

    private SignOff.State business() {
        return round.current(key).stream()
                .filter(each -> each.role() == Role.BUSINESS)
                .findFirst()
                .orElseThrow()
                .state();
    }

    private String lastAct() {
        var entries = timeline.of(key);
        return entries.get(entries.size() - 1).act();
    }

    private static Consumer<Throwable> refusal(Code code) {
        return thrown -> assertThat(((HandoverException) thrown).code()).isEqualTo(code);
    }

    private static void assertRefused(Code code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(HandoverException.class).satisfies(refusal(code));
    }

    @Test
    void aConditionHasOwnerDaysAndWhoSetItAndItsOwnerIsTold() {
        assertThat(ledger.of(key)).singleElement().satisfies(each -> {
            assertThat(each.condition().text()).isEqualTo(TEXT);
            assertThat(each.condition().owner()).isEqualTo(Role.SUPPORT);
            assertThat(each.owner()).isEqualTo("support");
            assertThat(each.condition().setBy()).isEqualTo("business");
            assertThat(each.state()).isEqualTo(Condition.State.OPEN);
        });
        assertThat(events.stream(ConditionsSet.class))
                .singleElement()
                .satisfies(set -> assertThat(set.conditions()).hasSize(1));
    }

    @Test
    void theLastInstantOfADayInThePlansZoneStillBelongsToIt() {
        clock.set(endOf(today.plusDays(3)));
        assertThat(entry().state()).isEqualTo(Condition.State.OPEN);
        assertThat(gate().green()).isTrue();
        clock.set(startOf(today.plusDays(4)));
        assertThat(entry().state()).isEqualTo(Condition.State.OVERDUE);
        clock.set(endOf(today.plusDays(10)));
        assertThat(entry().state()).isEqualTo(Condition.State.OVERDUE);
        clock.set(startOf(today.plusDays(11)));
        assertThat(entry().state()).isEqualTo(Condition.State.EXPIRED);
    }

    @Test
    void anOverdueConditionClosesItsGateUntilItIsMet() {
        clock.set(startOf(today.plusDays(4)));
        assertThat(gate().green()).isFalse();
        assertThat(gate().finding())
                .isEqualTo("Not met in time: \"%s\" (Support as support owner, overdue since %s)."
                        .formatted(TEXT, today.plusDays(4)));
        ledger.meet(key, id(), "All twelve were there.", null, "support");
        assertThat(gate().green()).isTrue();
        assertThat(entry().state()).isEqualTo(Condition.State.MET);
        assertThat(lastAct()).isEqualTo("Met the condition \"%s\"".formatted(TEXT));
    }

    @ParameterizedTest
    @CsvSource({"support, true", "business, true", "requester, false", "change, false", "admin, false"})
    void onlyItsOwnerAndWhoeverSetItReportItAsMet(String person, boolean may) {
        assertThat(ledger.mayMeet(key, entry().condition(), person)).isEqualTo(may);
        if (!may) {
            assertRefused(Code.NOT_ALLOWED, () -> ledger.meet(key, id(), "Done.", null, person));
            assertThat(entry().state()).isEqualTo(Condition.State.OPEN);
        }
    }

    @Test
    void aDeputyMeetsItForItsOwnerWhileThePeriodLasts() {
        standIn("support", "deputy");
        assertThat(ledger.mayMeet(key, entry().condition(), "deputy")).isTrue();
        assertThat(ledger.mayJudge(entry().condition(), "deputy")).isFalse();
        ledger.meet(key, id(), "All twelve were there.", null, "deputy");
        assertThat(entry().condition().settledBy()).isEqualTo("deputy");
        assertThat(lastAct()).isEqualTo("Met the condition \"%s\", as deputy for Support".formatted(TEXT));
    }

    @Test
    void aDeputyWaivesItForWhoSetItWhileThePeriodLasts() {
        standIn("business", "deputy");
        assertThat(ledger.mayJudge(entry().condition(), "deputy")).isTrue();
        clock.set(periodEnd());
        assertRefused(Code.NOT_ALLOWED, () -> ledger.waive(key, id(), "No need.", "deputy"));
        clock.set(periodEnd().minusSeconds(1));
        ledger.waive(key, id(), "No need.", "deputy");
        assertThat(lastAct()).isEqualTo("Waived the condition \"%s\", as deputy for Business".formatted(TEXT));
    }

    private void standIn(String principal, String deputy) {
        var period = new Period(today, today, ZoneOffset.UTC);
        deputies.name(new Deputies.Naming(principal, deputy, period, null), principal);
    }

    private Instant periodEnd() {
        return today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Test
    void metNeedsWordsAndEvidenceOfThisVeryGoLive() {
        assertRefused(Code.INVALID_INPUT, () -> ledger.meet(key, id(), " ", null, "support"));
        assertRefused(Code.NOT_FOUND, () -> ledger.meet(key, id(), "Done.", UUID.randomUUID(), "support"));
        assertRefused(Code.NOT_FOUND, () -> ledger.meet(key, UUID.randomUUID(), "Done.", null, "support"));
        var list =
                evidence.addStatement(key, EvidenceKind.SUPPORT_HANDOFF, "Attendance list", "Twelve names.", "support");
        ledger.meet(key, id(), "Done.", list.id(), "support");
        assertThat(entry().condition().evidence()).isEqualTo(list.id());
        assertThat(timeline.of(key)).extracting(TimelineEntry::detail).contains("Done. (evidence: Attendance list)");
        assertRefused(Code.CONFLICT, () -> ledger.meet(key, id(), "Again.", null, "support"));
    }

    @Test
    void whoeverSetItOpensItAgainWithAReasonUntilTheGoLive() {
        ledger.meet(key, id(), "Done.", null, "support");
        assertRefused(Code.NOT_ALLOWED, () -> ledger.reopen(key, id(), "No.", "support"));
        assertRefused(Code.INVALID_INPUT, () -> ledger.reopen(key, id(), null, "business"));
        ledger.reopen(key, id(), "Half of them were missing.", "business");
        assertThat(entry().state()).isEqualTo(Condition.State.OPEN);
        assertThat(entry().condition().settledBy()).isNull();
        assertRefused(Code.CONFLICT, () -> ledger.reopen(key, id(), "Twice.", "business"));
        ledger.meet(key, id(), "Now all.", null, "support");
        progress.enter(key, Phase.STABILIZATION);
        assertRefused(Code.WRONG_PHASE, () -> ledger.reopen(key, id(), "Too late.", "business"));
    }

    @Test
    void whoeverSetItMayWaiveItAndNobodyElse() {
        assertRefused(Code.NOT_ALLOWED, () -> ledger.waive(key, id(), "No need.", "support"));
        assertRefused(Code.INVALID_INPUT, () -> ledger.waive(key, id(), "", "business"));
        ledger.waive(key, id(), "The second shift starts in May.", "business");
        clock.set(startOf(today.plusDays(11)));
        assertThat(entry().state()).isEqualTo(Condition.State.WAIVED);
        assertThat(gate().green()).isTrue();
        assertThat(round.standingConditions(key)).isEmpty();
    }

    @Test
    void anExpiredConditionTakesBackExactlyTheApprovalThatWasGivenOnIt() {
        clock.set(startOf(today.plusDays(11)));
        assertThat(round.isComplete(key)).isFalse();
        assertThat(gate().finding()).contains("expired since " + today.plusDays(11));
        assertRefused(Code.CONFLICT, () -> ledger.meet(key, id(), "Done.", null, "support"));
        assertThat(round.reopenOutdated(key)).containsExactly(Role.BUSINESS);
        assertThat(business()).isEqualTo(SignOff.State.OUTDATED);
        assertThat(round.lastOutdated(key, Role.BUSINESS)).hasValueSatisfying(outdated -> {
            assertThat(outdated.outdatedBecause())
                    .containsExactly("Condition expired on %s and was not met: %s".formatted(today.plusDays(10), TEXT));
            assertThat(outdated.outdatedSaid())
                    .containsExactly(Phrase.of("condition-expired", today.plusDays(10), TEXT));
            assertThat(outdated.wasTakenBack()).isTrue();
        });
        assertThat(entry().state()).isEqualTo(Condition.State.LAPSED);
        assertThat(gate().green()).as("nothing is left of it").isTrue();
        assertThat(round.ask(key)).contains(Role.BUSINESS).doesNotContain(Role.ENVIRONMENT);
        assertThat(round.lastOutdated(key, Role.BUSINESS))
                .as("until it is given anew")
                .isPresent();
        assertThat(round.lastOutdated(key, Role.ENVIRONMENT)).isEmpty();
    }

    @Test
    void aConditionThatWasMetInTimeNeverExpires() {
        ledger.meet(key, id(), "Done.", null, "support");
        clock.set(startOf(today.plusDays(11)));
        assertThat(round.reopenOutdated(key)).isEmpty();
        deadlines.look(key);
        verify(process, never()).conditionsExpired(any());
    }

    @Test
    void theNightAndTheGatesHaveExpiredApprovalsLookedAtOnlyBeforeTheGoLive() {
        clock.set(endOf(today.plusDays(10)));
        deadlines.look(key);
        verify(process, never()).conditionsExpired(any());
        clock.set(startOf(today.plusDays(11)));
        deadlines.look(key);
        verify(process).conditionsExpired(key);
        clearInvocations(process);
        release.evaluateGates(key);
        verify(process).conditionsExpired(key);
        clearInvocations(process);
        progress.enter(key, Phase.STABILIZATION);
        deadlines.look(key);
        verify(process, never()).conditionsExpired(any());
        assertThat(round.reopenOutdated(key)).isEmpty();
        assertThat(round.standingConditions(key)).as("it is still to be met").hasSize(1);
        ledger.meet(key, id(), "Late, but done.", null, "support");
        assertThat(round.standingConditions(key)).isEmpty();
    }

    @Test
    void itsOwnerIsRemindedFromTheWorkingDayBeforeItIsDue() {
        var due = today.plusDays(3);
        var before = calendars.of(key).workingDayBefore(due);
        clock.set(endOf(before.minusDays(1)));
        deadlines.look(key);
        assertThat(events.stream(ConditionDue.class)).isEmpty();
        clock.set(startOf(before));
        deadlines.look(key);
        assertThat(events.stream(ConditionDue.class))
                .extracting(ConditionDue::late)
                .containsExactly(false);
        clock.set(startOf(due.plusDays(1)));
        deadlines.look(key);
        assertThat(events.stream(ConditionDue.class))
                .extracting(ConditionDue::late)
                .containsExactly(false, true);
    }

    @Test
    void aConditionLapsesWithItsApprovalWhenTheEvidenceChanges() {
        evidence.addStatement(key, EvidenceKind.SUPPORT_HANDOFF, "Handoff", "Two pages.", "support");
        assertThat(round.reopenOutdated(key)).contains(Role.BUSINESS);
        assertThat(entry().state()).isEqualTo(Condition.State.LAPSED);
        assertRefused(Code.CONFLICT, () -> ledger.meet(key, id(), "Done.", null, "support"));
        assertThat(ledger.standing(key)).isEmpty();
        assertThat(round.lastOutdated(key, Role.BUSINESS)).hasValueSatisfying(outdated -> {
            assertThat(outdated.outdatedBecause().get(0))
                    .matches("New: Support handoff \"Handoff\", [0-9a-f]{12} \\(Support, .*\\)");
            var said = outdated.outdatedSaid().get(0);
            assertThat(said.key()).isEqualTo("evidence-new-by");
            assertThat(said.values())
                    .startsWith(new Wording.Name("Support handoff"), Wording.of("Handoff"))
                    .hasSize(5);
        });
    }
}

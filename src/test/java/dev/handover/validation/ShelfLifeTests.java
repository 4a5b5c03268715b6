package dev.handover.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.handover.DomainTest;
import dev.handover.Rehearsal;
import dev.handover.TestClock;
import dev.handover.evidence.EvidenceStore;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.PlanChanges;
import dev.handover.golive.Progress;
import dev.handover.golive.Timeline;
import dev.handover.golive.TimelineEntry;
import dev.handover.release.Gate;
import dev.handover.release.Gates;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import dev.handover.shared.Role;
import dev.handover.shared.Step;
import dev.handover.shared.Wording;
import dev.handover.signoff.SignOff;
import dev.handover.signoff.SignOffRound;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Everything is validated when the clock begins; the plan gives the known issues ten days, the rest has the defaults. */
@DomainTest
class ShelfLifeTests {

    private static final Instant START = TestClock.START;

    @Autowired
    private ShelfLife shelfLife;

    @Autowired
    private Revalidation revalidation;

    @Autowired
    private ValidationSteps steps;

    @Autowired
    private StepChecks checks;

    @Autowired
    private StepConfirmations confirmations;

    @Autowired
    private ValidationProcess process;

    @Autowired
    private Progress progress;

    @Autowired
    private PlanChanges changes;

    @Autowired
    private GoLiveRegister register;

    @Autowired
    private EvidenceStore evidence;

    @Autowired
    private SignOffRound round;

    @Autowired
    private Gates gates;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private TestClock clock;

    private static Instant day(long days) {
        return START.plus(Duration.ofDays(days));
    }

    private GoLiveKey validatedForDay(long days) {
        var key = rehearsal.inRelease();
        moveTo(key, day(days));
        return key;
    }

    private void moveTo(GoLiveKey key, Instant start) {
        progress.moveWindow(key, start, start.plus(Duration.ofHours(4)), "requester");
    }

    private Set<Step> stepsTooOldAt(GoLiveKey key, Instant windowStart) {
        var found = shelfLife.tooOldAt(key, register.plan(key), windowStart);
        return Set.copyOf(found.stream().map(AgedEvidence::step).toList());
    }

    private List<Step> open(GoLiveKey key) {
        return steps.of(key).stream()
                .filter(step -> !step.isPassed())
                .map(StepProgress::step)
                .toList();
    }

    private Gate gate(GoLiveKey key) {
        return gates.look(key).stream()
                .filter(gate -> gate.name().equals("Shelf life"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "P10D, KNOWN_ISSUES",
        "P14D, INTEGRATIONS",
        "P30D, ENVIRONMENT",
        "P30D, ACCESS",
        "P30D, WORKFLOWS",
        "P30D, OPERATIONS",
        "P90D, ROLLBACK_CRITERIA"
    })
    void exactlyAtTheLimitIsStillGoodAndAMicrosecondMoreIsTooOld(Duration limit, Step step) {
        var key = rehearsal.validated();
        assertThat(stepsTooOldAt(key, START.plus(limit))).doesNotContain(step);
        assertThat(stepsTooOldAt(key, START.plus(limit).plusNanos(1000))).contains(step);
    }

    @Test
    void evidenceIsNamedWithItsAgeItsLimitAndWhenItsStepIsAskedAgain() {
        var key = validatedForDay(12);
        assertThat(shelfLife.tooOld(key)).isNotEmpty().allSatisfy(aged -> {
            assertThat(aged.step()).isEqualTo(Step.KNOWN_ISSUES);
            assertThat(aged.item().kind()).isEqualTo(EvidenceKind.KNOWN_ISSUES_LIST);
            assertThat(aged.askedAgainFrom()).isEqualTo(day(2));
            assertThat(aged.inWords())
                    .startsWith("Known issues list \"")
                    .endsWith("would be 12 days old when the window starts, at most 10 days is allowed");
        });
    }

    @Test
    void theGateIsRedWhileSomethingWouldBeTooOldAndSaysWhatToDo() {
        var key = rehearsal.inRelease();
        assertThat(gate(key).green()).isTrue();
        moveTo(key, day(12));
        assertThat(gate(key).green()).isFalse();
        assertThat(gate(key).finding())
                .contains("12 days old")
                .endsWith("Validate again: Confirm open known issues and workarounds are recorded.");
        moveTo(key, day(10));
        assertThat(gate(key).green()).isTrue();
    }

    @Test
    void aStepIsOpenedOnceDoingItAgainHelpsAndNoOther() {
        var key = validatedForDay(12);
        clock.set(day(2).minusNanos(1000));
        revalidation.reopenTooOld(key);
        assertThat(open(key)).isEmpty();
        verify(process, never()).stepsReopened(any(), any());
        clock.set(day(2));
        revalidation.reopenTooOld(key);
        assertThat(open(key)).containsExactly(Step.KNOWN_ISSUES);
        assertThat(steps.get(key, Step.KNOWN_ISSUES).because()).startsWith("Too old: Known issues list");
        assertThat(steps.get(key, Step.KNOWN_ISSUES).becauseSaid()).isNotEmpty().allSatisfy(said -> {
            assertThat(said.key()).isEqualTo("too-old");
            assertThat(said.values())
                    .startsWith(new Wording.Name("Known issues list"))
                    .endsWith(new Wording.Moment(register.get(key).windowStart()));
        });
        verify(process).stepsReopened(key, Set.of(Step.KNOWN_ISSUES));
        revalidation.reopenTooOld(key);
        verify(process).stepsReopened(any(), any());
    }

    @Test
    void confirmingWithoutNewWordsMakesItYoungAndLeavesWhatWasSigned() {
        var key = validatedForDay(12);
        var signed = evidence.manifest(key).digest();
        clock.set(day(2));
        revalidation.reopenTooOld(key);
        checks.run(key, Step.KNOWN_ISSUES);
        confirmations.confirm(key, Step.KNOWN_ISSUES, null, "validator");

        assertThat(shelfLife.tooOld(key)).isEmpty();
        assertThat(gate(key).green()).isTrue();
        assertThat(evidence.manifest(key).digest()).isEqualTo(signed);
        assertThat(round.reopenOutdated(key)).isEmpty();
        assertThat(timeline.of(key)).extracting(TimelineEntry::act).contains("Said that evidence still holds");
    }

    @Test
    void confirmingWithOtherWordsTakesBackOnlyTheSignOffsThatReliedOnThem() {
        var key = rehearsal.inRelease();
        moveTo(key, day(20));
        clock.set(day(6));
        revalidation.repeat(key);
        clock.set(day(8));
        revalidation.reopenTooOld(key);
        assertThat(open(key)).containsExactly(Step.INTEGRATIONS);
        checks.run(key, Step.INTEGRATIONS);
        confirmations.confirm(key, Step.INTEGRATIONS, "Tried it once more.", "validator");

        assertThat(round.reopenOutdated(key)).containsExactlyInAnyOrder(Role.ENVIRONMENT, Role.CHANGE);
        assertThat(round.current(key))
                .filteredOn(signOff -> signOff.role() == Role.BUSINESS)
                .extracting(SignOff::state)
                .containsExactly(SignOff.State.APPROVED);
    }

    @Test
    void theVerySameProofAddedAgainIsYoung() {
        var key = rehearsal.validated();
        var proof = evidence.addStatement(key, EvidenceKind.INTEGRATION_VALIDATION, "Proof", "Seen.", "validator");
        clock.set(day(5));
        evidence.addStatement(key, EvidenceKind.INTEGRATION_VALIDATION, "Proof", "Seen.", "validator");
        var tooOld = shelfLife.tooOldAt(key, register.plan(key), day(19));
        assertThat(tooOld).extracting(AgedEvidence::item).doesNotContain(proof).isNotEmpty();
    }

    @Test
    void aComparisonThatFindsTheEnvironmentUnchangedKeepsItsFingerprintYoung(@Autowired EnvironmentWatch watch) {
        var key = validatedForDay(60);
        clock.set(day(40));
        assertThat(titles(key)).contains("Environment fingerprint");
        watch.compareBeforeWindow(key);
        assertThat(titles(key)).doesNotContain("Environment fingerprint").isNotEmpty();
    }

    private List<String> titles(GoLiveKey key) {
        return shelfLife.tooOld(key).stream().map(aged -> aged.item().title()).toList();
    }

    @Test
    void aPlanThatMovesTheWindowSaysWhatWillBeTooOldAndOpensWhatIsDue() {
        var key = rehearsal.inRelease();
        clock.set(day(3));
        changes.change(key, planWithWindow("P9D", "P10D"), "requester");
        // the plan's freeze period is another one, too; the process is called back once for both
        assertThat(open(key)).containsExactly(Step.KNOWN_ISSUES, Step.ROLLBACK_CRITERIA);
        assertThat(steps.get(key, Step.KNOWN_ISSUES).because()).startsWith("Too old: ");
        assertThat(steps.get(key, Step.ROLLBACK_CRITERIA).because()).startsWith("The plan changed: ");
        assertThat(steps.get(key, Step.ROLLBACK_CRITERIA).becauseSaid())
                .startsWith(Phrase.of("plan-changed"))
                .last()
                .satisfies(said -> assertThat(said.key()).isEqualTo("plan-difference"));
        verify(process).stepsReopened(key, Set.of(Step.KNOWN_ISSUES, Step.ROLLBACK_CRITERIA));
        assertThat(timeline.of(key))
                .filteredOn(entry -> entry.act().equals("Found evidence too old for the release window"))
                .singleElement()
                .extracting(TimelineEntry::detail)
                .asString()
                .contains("Known issues list", "12 days old");
    }

    @Test
    void aWindowFarAwayIsToldAndOpensNothingYet() {
        var key = rehearsal.inRelease();
        changes.change(key, planWithWindow("P31D", "P32D"), "requester");
        assertThat(open(key)).as("only what the freeze period is about").containsExactly(Step.ROLLBACK_CRITERIA);
        assertThat(stepsTooOldAt(key, day(31))).hasSize(6);
        assertThat(timeline.of(key))
                .extracting(TimelineEntry::act)
                .contains("Found evidence too old for the release window");
    }

    /** The plan with a window so long after it is submitted, which is now. */
    private static String planWithWindow(String start, String freezeEnd) {
        return Rehearsal.plan()
                .replace("start: PT20M", "start: " + start)
                .replace("end: PT4H20M", "end: %sT4H".formatted(start))
                .replace("freezeEnd: P1D", "freezeEnd: " + freezeEnd);
    }

    @Test
    void aShorterLimitOfAChangedPlanCountsAtOnce() {
        var key = rehearsal.inRelease();
        moveTo(key, day(9));
        clock.set(day(5));
        changes.change(
                key,
                planWithWindow("P4D", "P6D").replace("known-issues-list: P10D", "known-issues-list: P7D"),
                "requester");
        assertThat(steps.get(key, Step.KNOWN_ISSUES).because()).startsWith("Too old: ");
        assertThat(open(key)).containsExactly(Step.KNOWN_ISSUES, Step.ROLLBACK_CRITERIA);
    }

    @Test
    void nothingIsOpenedOnceTheWindowHasBegun() {
        var key = validatedForDay(12);
        clock.set(day(12));
        revalidation.reopenTooOld(key);
        assertThat(open(key)).isEmpty();
    }

    @Test
    void evidenceOfAKindThatTwoStepsProduceBelongsToTheStepThatMadeIt() {
        var key = rehearsal.validated();
        assertThat(evidence.current(key, Set.of(EvidenceKind.SUPPORT_HANDOFF)))
                .allSatisfy(item -> assertThat(ShelfLife.stepOf(item) == Step.ROLLBACK_CRITERIA)
                        .as(item.title())
                        .isEqualTo(item.title().matches("Confirmation: .*|Rollback and pause criteria")));
    }
}

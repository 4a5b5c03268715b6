package dev.handover.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.handover.DomainTest;
import dev.handover.Rehearsal;
import dev.handover.TestClock;
import dev.handover.checks.CheckRequest;
import dev.handover.checks.CheckResult;
import dev.handover.checks.CheckRunner;
import dev.handover.checks.Verdict;
import dev.handover.evidence.EvidenceStore;
import dev.handover.golive.Progress;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.Phrase;
import dev.handover.shared.Step;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DomainTest
class RevalidationTests {

    private static final String BACKUP = "backup";

    @Autowired
    private Revalidation revalidation;

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private StepChecks checks;

    @Autowired
    private ValidationSteps steps;

    @Autowired
    private ValidationProcess process;

    @Autowired
    private EvidenceStore evidence;

    @Autowired
    private Progress progress;

    @Autowired
    private CheckRunner runner;

    @Autowired
    private TestClock clock;

    private CheckRun last(GoLiveKey key, String check) {
        return checks.latest(key).values().stream()
                .flatMap(List::stream)
                .filter(run -> run.checkId().equals(check))
                .findFirst()
                .orElseThrow();
    }

    private List<Step> open(GoLiveKey key) {
        return steps.of(key).stream()
                .filter(step -> !step.isPassed())
                .map(StepProgress::step)
                .toList();
    }

    @Test
    void aPassIsANewRunThatChangesNothingThatWasSigned() {
        var key = rehearsal.inRelease();
        var signed = evidence.manifest(key).digest();
        var before = last(key, BACKUP);
        assertThat(revalidation.repeat(key)).isFalse();
        var after = last(key, BACKUP);
        assertThat(after.attempt()).isEqualTo(before.attempt() + 1);
        assertThat(after.evidence()).isEqualTo(before.evidence());
        assertThat(evidence.manifest(key).digest()).isEqualTo(signed);
        assertThat(open(key)).isEmpty();
        verify(process, never()).stepsReopened(any(), any());
    }

    @Test
    void aFailureIsRepeatedBeforeAnythingIsOpened() {
        var key = rehearsal.inRelease();
        rehearsal.failing(BACKUP);
        assertThat(revalidation.repeat(key)).isTrue();
        assertThat(open(key)).isEmpty();
        rehearsal.failing();
        revalidation.repeatFailed(key);
        assertThat(open(key)).isEmpty();
        assertThat(last(key, BACKUP).isPassed()).isTrue();
        assertThat(last(key, "environment").attempt())
                .as("only what failed runs once more")
                .isEqualTo(2);
        verify(process, never()).stepsReopened(any(), any());
    }

    @Test
    void aFailureThatPersistsOpensExactlyItsStepWithTheReason() {
        var key = rehearsal.inRelease();
        var signed = evidence.manifest(key).digest();
        rehearsal.failing(BACKUP);
        revalidation.repeat(key);
        revalidation.repeatFailed(key);
        assertThat(open(key)).containsExactly(Step.OPERATIONS);
        assertThat(steps.get(key, Step.OPERATIONS).because())
                .isEqualTo(
                        "Nightly re-validation: Last backup and restore test: expected it works, observed it is broken");
        assertThat(steps.get(key, Step.OPERATIONS).becauseSaid())
                .containsExactly(
                        Phrase.of("nightly-failed", "Last backup and restore test", "it works", "it is broken"));
        assertThat(evidence.manifest(key).digest()).isEqualTo(signed);
        verify(process).stepsReopened(key, Set.of(Step.OPERATIONS));
    }

    @Test
    void stepsThatFailTogetherAreOpenedTogetherEachWithItsOwnReason() {
        var key = rehearsal.inRelease();
        rehearsal.failing(BACKUP, "tls");
        revalidation.repeat(key);
        revalidation.repeatFailed(key);
        assertThat(open(key)).containsExactly(Step.ENVIRONMENT, Step.OPERATIONS);
        assertThat(steps.get(key, Step.ENVIRONMENT).because())
                .contains("Certificate of the production URL")
                .doesNotContain("backup");
        verify(process).stepsReopened(key, Set.of(Step.ENVIRONMENT, Step.OPERATIONS));
    }

    @Test
    void aCheckThatCouldNotRunOpensNothingAndIsShown() {
        var key = rehearsal.inRelease();
        given(runner.run(anyList(), any()))
                .willAnswer(call -> call.<List<CheckRequest>>getArgument(0).stream()
                        .map(RevalidationTests::inconclusive)
                        .toList());
        assertThat(revalidation.repeat(key)).isFalse();
        revalidation.repeatFailed(key);
        assertThat(open(key)).isEmpty();
        assertThat(last(key, BACKUP).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    private static CheckResult inconclusive(CheckRequest request) {
        return new CheckResult(
                request.id(),
                request.name(),
                Verdict.INCONCLUSIVE,
                "it works",
                "not allowed to ask",
                null,
                Duration.ZERO,
                TestClock.START,
                null);
    }

    @Test
    void aStepThatIsOpenIsLeftToItsValidation() {
        var key = rehearsal.inSignOff();
        steps.markReopened(key, EnumSet.of(Step.OPERATIONS), new Because("asked for", List.of()), "support");
        rehearsal.failing(BACKUP);
        assertThat(revalidation.repeat(key)).isFalse();
        assertThat(last(key, BACKUP).attempt()).isOne();
        assertThat(last(key, "tls").attempt()).isEqualTo(2);
    }

    @Test
    void whatWasFoundOfAStepThatWasOpenedMeanwhileIsNotRecorded() {
        var key = rehearsal.inSignOff();
        given(runner.run(anyList(), any())).willAnswer(call -> {
            clock.forward(Duration.ofSeconds(1));
            steps.markReopened(key, EnumSet.of(Step.OPERATIONS), new Because("asked for", List.of()), "support");
            return call.<List<CheckRequest>>getArgument(0).stream()
                    .map(RevalidationTests::inconclusive)
                    .toList();
        });
        revalidation.repeat(key);
        assertThat(last(key, BACKUP).attempt()).isOne();
        assertThat(last(key, "tls").attempt()).isEqualTo(2);
    }

    @Test
    void nothingIsRepeatedBeforeValidationOnceTheWindowHasBegunOrAfterTheGoLive() {
        var early = rehearsal.submitted();
        assertThat(revalidation.repeat(early)).isFalse();
        progress.withdraw(early, "Only to see.", "requester");
        var key = rehearsal.inRelease();
        rehearsal.failing(BACKUP);
        clock.set(Rehearsal.WINDOW_START);
        assertThat(revalidation.repeat(key)).isFalse();
        clock.set(Rehearsal.WINDOW_START.minusSeconds(1));
        progress.enter(key, Phase.STABILIZATION);
        assertThat(revalidation.repeat(key)).isFalse();
        revalidation.repeatFailed(key);
        assertThat(last(key, BACKUP).attempt()).isOne();
    }

    @Test
    void aRunThatTheWindowOvertakesIsNotRecorded() {
        var key = rehearsal.inRelease();
        given(runner.run(anyList(), any())).willAnswer(call -> {
            clock.set(Rehearsal.WINDOW_START);
            return call.<List<CheckRequest>>getArgument(0).stream()
                    .map(RevalidationTests::inconclusive)
                    .toList();
        });
        assertThat(revalidation.repeat(key)).isFalse();
        assertThat(last(key, BACKUP).attempt()).isOne();
    }
}

package dev.handover.validation;

import static dev.handover.checks.FingerprintField.URL;
import static dev.handover.checks.FingerprintField.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.DomainTest;
import dev.handover.Rehearsal;
import dev.handover.TestClock;
import dev.handover.TestEnvironment;
import dev.handover.evidence.EvidenceStore;
import dev.handover.golive.Progress;
import dev.handover.golive.Timeline;
import dev.handover.golive.TimelineEntry;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.Step;
import dev.handover.validation.EnvironmentComparison.Outcome;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DomainTest
@RecordApplicationEvents
class EnvironmentWatchTests {

    @Autowired
    private EnvironmentWatch watch;

    @Autowired
    private TestEnvironment environment;

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private EvidenceStore evidence;

    @Autowired
    private ValidationSteps steps;

    @Autowired
    private StepChecks checks;

    @Autowired
    private StepConfirmations confirmations;

    @Autowired
    private Progress progress;

    @Autowired
    private Timeline timeline;

    @Autowired
    private TestClock clock;

    @Autowired
    private ApplicationEvents events;

    private List<String> holds(GoLiveKey key) {
        return List.copyOf(rehearsal.goLive(key).holds().keySet());
    }

    private long told() {
        return events.stream(EnvironmentDiffers.class).count();
    }

    private List<String> acts(GoLiveKey key) {
        return timeline.of(key).stream().map(TimelineEntry::act).toList();
    }

    private Outcome compare(GoLiveKey key) {
        clock.forward(Duration.ofSeconds(1));
        return watch.compare(key).orElseThrow().outcome();
    }

    private void validateAnew(GoLiveKey key) {
        steps.markReopened(key, EnumSet.of(Step.ENVIRONMENT), new Because("asked for", List.of()), "environment");
        checks.run(key, Step.ENVIRONMENT);
        confirmations.confirm(key, Step.ENVIRONMENT, "Tried it.", "validator");
    }

    @Test
    void theFingerprintIsTakenWhenTheChecksOfTheEnvironmentPass() {
        var key = rehearsal.inValidation();
        rehearsal.failing("tls");
        checks.run(key, Step.ENVIRONMENT);
        assertThat(watch.standing(key)).isEmpty();
        rehearsal.failing();
        checks.run(key, Step.ACCESS);
        assertThat(watch.standing(key)).isEmpty();
        checks.run(key, Step.ENVIRONMENT);
        var standing = watch.standing(key).orElseThrow();
        assertThat(standing.fingerprint().known()).containsEntry(VERSION, "4.2.0");
        assertThat(standing.last().outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(evidence.find(key, standing.evidence()).title()).isEqualTo("Environment fingerprint");
    }

    @Test
    void anEqualEnvironmentChangesNoEvidence() {
        var key = rehearsal.validated();
        var before = watch.standing(key).orElseThrow().evidence();
        validateAnew(key);
        assertThat(watch.standing(key).orElseThrow().evidence()).isEqualTo(before);
    }

    @Test
    void theSameEnvironmentIsUnchangedAndHoldsNothing() {
        var key = rehearsal.inRelease();
        assertThat(compare(key)).isEqualTo(Outcome.UNCHANGED);
        assertThat(holds(key)).isEmpty();
        assertThat(told()).isZero();
    }

    @Test
    void aDifferenceHoldsTheGoLiveNamesTheFieldAndIsToldOnce() {
        var key = rehearsal.inRelease();
        environment.change(VERSION, "4.2.1");
        assertThat(compare(key)).isEqualTo(Outcome.DIFFERENT);
        assertThat(holds(key))
                .singleElement()
                .asString()
                .startsWith(EnvironmentWatch.GATE + ": version 4.2.0 -> 4.2.1.");
        var since = rehearsal.goLive(key).holds();
        assertThat(compare(key)).isEqualTo(Outcome.DIFFERENT);
        assertThat(rehearsal.goLive(key).holds())
                .as("the same hold since the same time")
                .isEqualTo(since);
        assertThat(told()).isOne();
        assertThat(acts(key)).containsOnlyOnce("Found the environment changed since validation");
    }

    @Test
    void anotherDifferenceIsToldAnew() {
        var key = rehearsal.inRelease();
        environment.change(VERSION, "4.2.1");
        compare(key);
        environment.change(VERSION, "4.2.2");
        compare(key);
        assertThat(told()).isEqualTo(2);
        assertThat(holds(key)).singleElement().asString().contains("4.2.0 -> 4.2.2");
    }

    @Test
    void whatWasMendedReleasesTheGoLiveFromThisHoldAlone() {
        var key = rehearsal.inRelease();
        environment.change(VERSION, "4.2.1");
        compare(key);
        progress.hold(key, "Blockers", List.of("Open: a printer."));
        environment.change(VERSION, "4.2.0");
        assertThat(compare(key)).isEqualTo(Outcome.UNCHANGED);
        assertThat(holds(key)).containsExactly("Blockers: Open: a printer.");
        assertThat(acts(key)).contains("Found the environment as it was validated again");
    }

    @Test
    void theSameDifferenceComingBackIsToldAgain() {
        var key = rehearsal.inRelease();
        environment.change(VERSION, "4.2.1");
        compare(key);
        environment.change(VERSION, "4.2.0");
        compare(key);
        environment.change(VERSION, "4.2.1");
        compare(key);
        assertThat(told()).isEqualTo(2);
    }

    @Test
    void whatCannotBeReadNeitherHoldsNorReleases() {
        var key = rehearsal.inRelease();
        environment.makeUnreadable(VERSION, "it answered 503");
        assertThat(compare(key)).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(holds(key)).isEmpty();
        environment.change(VERSION, "4.2.1");
        compare(key);
        environment.makeUnreadable(VERSION, "it answered 503");
        assertThat(compare(key)).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(holds(key)).hasSize(1);
        environment.change(VERSION, "4.2.1");
        compare(key);
        assertThat(told()).as("nothing new behind what could not be read").isOne();
    }

    @Test
    void aDisturbanceOfAMomentIsLookedAtOnceMore() {
        var key = rehearsal.inRelease();
        environment.makeUnreadable(VERSION, "no answer");
        var readings = new AtomicInteger();
        environment.meanwhile(() -> {
            if (readings.incrementAndGet() == 2) {
                environment.change(VERSION, "4.2.0");
            }
        });
        assertThat(compare(key)).isEqualTo(Outcome.UNCHANGED);
        assertThat(readings).hasValue(2);
    }

    @Test
    void aDifferenceCountsAlsoWhenOtherFieldsCannotBeRead() {
        var key = rehearsal.inRelease();
        environment.makeUnreadable(URL, "no answer");
        environment.change(VERSION, "4.2.1");
        var comparison = watch.compare(key).orElseThrow();
        assertThat(comparison.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(comparison.unreadable()).containsEntry(URL, "no answer");
    }

    @Test
    void nothingReadableIsInconclusiveWithTheReason() {
        var key = rehearsal.inRelease();
        environment.makeUnreadable(URL, "no answer");
        environment.makeUnreadable(VERSION, "no answer");
        assertThat(watch.compare(key).orElseThrow().finding())
                .isEqualTo("Could not be compared: URL users end at, version; no answer.");
    }

    @Test
    void validatingTheChangedEnvironmentMakesItTheOneToCompareWith() {
        var key = rehearsal.inRelease();
        var before = watch.standing(key).orElseThrow().evidence();
        environment.change(VERSION, "4.2.1");
        compare(key);
        validateAnew(key);
        assertThat(holds(key)).isEmpty();
        assertThat(watch.standing(key).orElseThrow().evidence()).isNotEqualTo(before);
        assertThat(compare(key)).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void nothingIsComparedWhileTheEnvironmentIsNotValidated() {
        var key = rehearsal.inRelease();
        environment.change(VERSION, "4.2.1");
        steps.markReopened(key, EnumSet.of(Step.ENVIRONMENT), new Because("asked for", List.of()), "environment");
        assertThat(watch.compare(key)).isEmpty();
        assertThat(holds(key)).isEmpty();
    }

    @Test
    void whatWasReadWhileTheStepWasOpenedIsNotRecorded() {
        var key = rehearsal.inRelease();
        environment.change(VERSION, "4.2.1");
        environment.meanwhile(() -> {
            clock.forward(Duration.ofSeconds(1));
            steps.markReopened(key, EnumSet.of(Step.ENVIRONMENT), new Because("asked for", List.of()), "environment");
        });
        assertThat(watch.compare(key)).isEmpty();
        assertThat(holds(key)).isEmpty();
    }

    @Test
    void nightsEndWithTheWindowAndBeginWithValidation() {
        var key = rehearsal.inRelease();
        assertThat(watch.compareBeforeWindow(key)).isPresent();
        clock.set(Rehearsal.WINDOW_START);
        assertThat(watch.compareBeforeWindow(key)).isEmpty();
        clock.set(Rehearsal.WINDOW_START.minusSeconds(1));
        progress.enter(key, Phase.STABILIZATION);
        assertThat(watch.compareBeforeWindow(key)).isEmpty();
    }

    @Test
    void everyComparisonIsKeptTheNewestFirst() {
        var key = rehearsal.inRelease();
        environment.change(VERSION, "4.2.1");
        compare(key);
        environment.change(VERSION, "4.2.0");
        compare(key);
        assertThat(watch.comparisons(key))
                .extracting(EnvironmentComparison::outcome)
                .containsExactly(Outcome.UNCHANGED, Outcome.DIFFERENT, Outcome.UNCHANGED);
    }
}

package dev.handover.release;

import static dev.handover.checks.FingerprintField.VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.DomainTest;
import dev.handover.Rehearsal;
import dev.handover.TestClock;
import dev.handover.TestEnvironment;
import dev.handover.shared.GoLiveKey;
import dev.handover.validation.EnvironmentWatch;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The gate "Environment unchanged since validation" among the others. */
@DomainTest
class EnvironmentGateTests {

    @Autowired
    private Release release;

    @Autowired
    private Gates gates;

    @Autowired
    private EnvironmentWatch watch;

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private TestEnvironment environment;

    @Autowired
    private TestClock clock;

    private Gate gate(GoLiveKey key) {
        return gates.look(key).stream()
                .filter(gate -> gate.name().equals("Environment unchanged since validation"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> holds(GoLiveKey key) {
        return List.copyOf(rehearsal.goLive(key).holds().keySet());
    }

    private GoLiveKey atWindowStart() {
        var key = rehearsal.inRelease();
        clock.set(Rehearsal.WINDOW_START);
        return key;
    }

    @Test
    void theWindowOpensOverAnUnchangedEnvironment() {
        var key = atWindowStart();
        assertThat(release.evaluateGates(key)).isTrue();
        assertThat(gate(key).green()).isTrue();
        release.go(key, null, "production");
    }

    @Test
    void aDifferenceHoldsUntilTheEnvironmentIsAsValidatedAgain() {
        var key = atWindowStart();
        environment.change(VERSION, "4.2.1");
        assertThat(release.evaluateGates(key)).isFalse();
        assertThat(holds(key)).singleElement().asString().contains("version 4.2.0 -> 4.2.1");
        assertThatThrownBy(() -> release.go(key, null, "production")).hasMessageContaining("version 4.2.0 -> 4.2.1");
        environment.change(VERSION, "4.2.0");
        assertThat(release.evaluateGates(key)).isTrue();
        assertThat(holds(key)).isEmpty();
    }

    @Test
    void whatWasFoundAtNightIsTheSameHoldAtTheWindow() {
        var key = rehearsal.inRelease();
        environment.change(VERSION, "4.2.1");
        watch.compareBeforeWindow(key);
        var night = rehearsal.goLive(key).holds();
        clock.set(Rehearsal.WINDOW_START);
        release.evaluateGates(key);
        assertThat(rehearsal.goLive(key).holds()).isEqualTo(night).hasSize(1);
    }

    @Test
    void anEnvironmentThatCannotBeReadAtTheWindowStartHoldsWithThatReason() {
        var key = atWindowStart();
        environment.makeUnreadable(VERSION, "it answered 503");
        assertThat(release.evaluateGates(key)).isFalse();
        assertThat(holds(key))
                .containsExactly(EnvironmentWatch.GATE + ": Could not be compared: version; it answered 503.");
    }

    @Test
    void aComparisonFromBeforeTheWindowDoesNotOpenIt() {
        var key = rehearsal.inRelease();
        watch.compareBeforeWindow(key);
        assertThat(gate(key).green()).isTrue();
        clock.set(Rehearsal.WINDOW_START);
        assertThat(gate(key).green()).isFalse();
        assertThat(gate(key).finding()).startsWith("Not compared since the window opened");
    }

    @Test
    void withoutAFingerprintTheGateIsShut() {
        var key = rehearsal.inValidation();
        assertThat(gate(key).green()).isFalse();
        assertThat(gate(key).finding()).contains("Have them run again");
    }

    @Test
    void aMissedWindowKeepsWhatStillHolds() {
        var key = atWindowStart();
        environment.change(VERSION, "4.2.1");
        release.evaluateGates(key);
        clock.set(Rehearsal.WINDOW_END.plus(Duration.ofMinutes(1)));
        release.miss(key);
        assertThat(holds(key)).singleElement().asString().contains("version 4.2.0 -> 4.2.1");
    }
}

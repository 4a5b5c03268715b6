package dev.handover.stabilization;

import dev.handover.plan.Plan;
import dev.handover.shared.FreeText;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.Refusal;
import dev.handover.stabilization.StabilizationView.Decision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The soak clock of a go-live, its extension, and the handover drill. */
@Service
@Transactional
public class StabilizationPeriod {

    private static final Duration LONGEST_EXTENSION = Duration.ofDays(366);

    private final Stabilizations periods;
    private final SoakClocks clocks;
    private final StabilizationActs acts;
    private final StabilizationPlan plan;
    private final Clock clock;

    StabilizationPeriod(
            Stabilizations periods, SoakClocks clocks, StabilizationActs acts, StabilizationPlan plan, Clock clock) {
        this.periods = periods;
        this.clocks = clocks;
        this.acts = acts;
        this.plan = plan;
        this.clock = clock;
    }

    /**
     * What a look at the soak clock found.
     *
     * @param quietLongEnough whether the period can be closed now
     * @param nextLook if not, when to look again
     */
    public record Look(boolean quietLongEnough, Instant nextLook) {}

    /**
     * Begins the period with what the plan has agreed. Doing it again changes nothing, and the first signal does it too
     * if it comes before.
     *
     * @return when to look at the clock
     * @throws Refusal (wrong phase) if the go-live is not in stabilization
     */
    public Instant start(GoLiveKey key) {
        return look(key).nextLook();
    }

    /** @throws Refusal (wrong phase) if the go-live is not in stabilization */
    public Look look(GoLiveKey key) {
        var now = now();
        var soak = clocks.read(lock(key, now), now);
        return new Look(soak.isQuietLongEnough(now), soak.nextLook(now));
    }

    /**
     * Asked before the customer owner's acceptance counts, because a relapse reopens a period that could have been
     * closed.
     *
     * @throws Refusal (wrong phase) that says what still keeps the period open
     */
    public void requireQuiet(GoLiveKey key) {
        var now = now();
        var soak = clocks.read(lock(key, now), now);
        if (!soak.isQuietLongEnough(now)) {
            throw Refusal.wrongPhase("The stabilization period cannot be closed yet: %s. The earliest close is %s."
                    .formatted(HoldText.of(soak, now), HoldText.time(soak.earliestClose(now))));
        }
    }

    /**
     * Makes the period longer.
     *
     * @param by more than nothing, at most 366 days
     * @return when to look at the clock
     * @throws Refusal (invalid input) without a reason or with another length; (wrong phase) outside stabilization
     */
    public Instant extend(GoLiveKey key, Duration by, String person, String reason) {
        if (by == null || by.isNegative() || by.isZero() || by.compareTo(LONGEST_EXTENSION) > 0) {
            throw Refusal.invalidInput(
                    "An extension lasts more than nothing and at most 366 days, not %s.".formatted(by));
        }
        var decision = decision(person, reason);
        var period = lock(key, decision.at());
        acts.save(StabilizationAct.extension(period, decision, period.extend(by, decision.at())));
        return clocks.read(period, decision.at()).nextLook(decision.at());
    }

    /**
     * Records a handover drill: test tickets and one timed restore, done with the handoff pack only.
     *
     * @param restoreMinutes how long the restore took, at least 1
     * @param reason what was done and found
     * @throws Refusal (invalid input) without a time or a text; (wrong phase) outside stabilization
     */
    public void recordDrill(GoLiveKey key, String person, int restoreMinutes, String reason) {
        if (restoreMinutes < 1) {
            throw Refusal.invalidInput(
                    "restoreMinutes must be at least 1, not %d. Say how many minutes the restore took."
                            .formatted(restoreMinutes));
        }
        var decision = decision(person, reason);
        acts.save(StabilizationAct.drill(lock(key, decision.at()), decision, restoreMinutes));
    }

    /** The period, begun if it is not yet, for this transaction alone. */
    Stabilization lock(GoLiveKey key, Instant now) {
        requireStabilization(key);
        if (!periods.existsById(key.value())) {
            begin(key, plan.agreed(key), now);
        }
        return periods.lock(key.value()).orElseThrow();
    }

    private void begin(GoLiveKey key, Plan.Stabilization agreed, Instant now) {
        var length = agreed.length().toSeconds();
        var quiet = agreed.quiet().toSeconds();
        if (periods.addIfAbsent(key.value(), now, length, quiet) > 0) {
            periods.lock(key.value()).orElseThrow().agree(agreed.thresholds());
        }
    }

    private void requireStabilization(GoLiveKey key) {
        var phase = plan.phase(key);
        if (phase != Phase.STABILIZATION) {
            throw Refusal.wrongPhase("Go-live %s is in the phase \"%s\"; this is only possible during \"%s\". %s"
                    .formatted(key, phase.title(), Phase.STABILIZATION.title(), hint(phase)));
        }
    }

    private static String hint(Phase phase) {
        return phase.isFinished() ? "It is finished, so nothing is recorded any more." : "Try again once it is live.";
    }

    /** @throws Refusal (invalid input) without a reason */
    Decision decision(String person, String reason) {
        return new Decision(
                now(),
                person,
                FreeText.reason(reason, "A reason is missing. Say in the field \"reason\" what was found or done."));
    }

    Instant now() {
        return Micros.of(clock.instant());
    }
}

package dev.handover.release;

import dev.handover.golive.GoLive;
import dev.handover.validation.EnvironmentComparison;
import dev.handover.validation.EnvironmentWatch;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The gate that the environment still is the one that was validated. What could not be compared does not pass. */
@Component
class EnvironmentGate {

    private final EnvironmentWatch watch;

    EnvironmentGate(EnvironmentWatch watch) {
        this.watch = watch;
    }

    /** By the newest comparison; within the window, one from before it no longer counts. */
    Gate look(GoLive goLive, Instant now) {
        return watch.last(goLive.key())
                .map(last -> isOutdated(last, goLive, now)
                        ? red("Not compared since the window opened; all gates have to be looked at again.")
                        : new Gate(EnvironmentWatch.GATE, isGreen(last), last.finding()))
                .orElseGet(() -> red("There is no fingerprint of the environment; it is taken when the checks of the"
                        + " environment step run. Have them run again."));
    }

    private static boolean isOutdated(EnvironmentComparison last, GoLive goLive, Instant now) {
        return !now.isBefore(goLive.windowStart()) && last.comparedAt().isBefore(goLive.windowStart());
    }

    private static boolean isGreen(EnvironmentComparison last) {
        return last.outcome() == EnvironmentComparison.Outcome.UNCHANGED;
    }

    private static Gate red(String finding) {
        return new Gate(EnvironmentWatch.GATE, false, finding);
    }
}

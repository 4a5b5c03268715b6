package dev.handover.golive;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Two go-lives of one environment never have overlapping release windows. */
@Component
class WindowConflicts {

    private static final List<Phase> FINISHED =
            Arrays.stream(Phase.values()).filter(Phase::isFinished).toList();

    private final GoLives goLives;

    WindowConflicts(GoLives goLives) {
        this.goLives = goLives;
    }

    /** Lets one transaction at a time take a window of the environment, so that the check that follows stays true. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock(String customerId, String environmentLabel) {
        goLives.lockEnvironment(customerId + "/" + environmentLabel);
    }

    /**
     * @param own the go-live that asks, whose own window is no conflict; null for a new one
     * @throws Refusal (conflict) naming the go-live that is in the way
     */
    void requireFree(String customerId, String environmentLabel, Instant start, Instant end, GoLiveKey own) {
        goLives.overlapping(customerId, environmentLabel, start, end, FINISHED).stream()
                .filter(key -> own == null || !key.equals(own.value()))
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.conflict(
                            "Go-live %s of the same environment has a release window that overlaps this one. Choose another window, or change or withdraw that go-live."
                                    .formatted(other));
                });
    }
}

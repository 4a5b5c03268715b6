package dev.handover.golive;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which release windows of an environment others have. */
@Service
@Transactional(readOnly = true)
public class TakenWindows {

    private static final List<Phase> FINISHED =
            Arrays.stream(Phase.values()).filter(Phase::isFinished).toList();

    private final GoLives goLives;

    TakenWindows(GoLives goLives) {
        this.goLives = goLives;
    }

    /** A window that another go-live has; {@code end} is exclusive. */
    public record Taken(GoLiveKey by, Instant start, Instant end) {

        public boolean overlaps(Instant from, Instant to) {
            return start.isBefore(to) && from.isBefore(end);
        }
    }

    /** Windows of the same environment that other go-lives have and that end after that moment, the earliest first. */
    public List<Taken> byOthers(GoLive own, Instant from) {
        return goLives.withWindowAfter(own.customerId(), own.environmentLabel(), from, FINISHED).stream()
                .filter(other -> !other.key().equals(own.key()))
                .map(other -> new Taken(other.key(), other.windowStart(), other.windowEnd()))
                .toList();
    }
}

package dev.handover.stabilization;

import dev.handover.shared.FreeText;
import dev.handover.shared.Refusal;
import dev.handover.shared.SignalKind;
import java.time.Duration;
import java.time.Instant;

/**
 * A value of a signal as somebody reports it.
 *
 * @param value in the unit of the signal ({@link SignalKind#unit()}); finite, not negative
 * @param observedAt when it was measured; null for "now"
 * @param dedupeKey the sender's own id of this measurement, so that sending it again is harmless; null if it has none
 * @param note anything worth knowing; null or blank if there is nothing
 */
public record Observation(
        SignalKind kind, double value, Instant observedAt, SignalSource source, String dedupeKey, String note) {

    /** How far a sender's clock may be ahead of ours. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    static final int MAX_KEY = 200;
    static final int MAX_NOTE = 2_000;

    /** @throws Refusal (invalid input) if the value is no amount, or a text is too long or cannot be stored */
    public Observation {
        if (kind == null || source == null) {
            throw new IllegalArgumentException("an observation has a kind and a source");
        }
        if (!Double.isFinite(value) || value < 0) {
            throw Refusal.invalidInput("The value of %s must be a number of at least 0 (%s), not %s."
                    .formatted(kind.slug(), kind.unit(), value));
        }
        dedupeKey = FreeText.optional("id", dedupeKey, MAX_KEY);
        note = FreeText.optional("note", note, MAX_NOTE);
    }

    /**
     * When it was measured, as far as {@code now} can tell.
     *
     * @throws Refusal (invalid input) if that is further ahead than clocks may differ
     */
    Instant observedBy(Instant now) {
        if (observedAt == null) {
            return now;
        }
        if (observedAt.isAfter(now.plus(TOLERANCE))) {
            throw Refusal.invalidInput(
                    "observedAt %s lies in the future; the server's clock says %s. Set the sender's clock, or leave observedAt out."
                            .formatted(observedAt, now));
        }
        return Micros.of(observedAt);
    }
}

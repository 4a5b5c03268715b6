package dev.handover.stabilization;

import dev.handover.plan.Plan;
import dev.handover.shared.SignalKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A stabilization period as pages, reports and the REST API show it, as of one instant.
 *
 * @param earliestClose when it can be closed at the earliest, if nothing more breaches
 * @param holds what still keeps it open; empty once it can be closed
 * @param signals the six signals, in the order of the source document
 * @param exceptions all of them, newest first
 * @param acts what people decided, oldest first
 */
public record StabilizationView(
        SoakClock clock,
        Instant earliestClose,
        List<SoakClock.Hold> holds,
        List<SignalView> signals,
        List<ExceptionView> exceptions,
        List<ActView> acts) {

    /**
     * One signal.
     *
     * @param limits as agreed when the period began
     * @param state what its newest reading means; null before the first of the period
     * @param last its newest reading; null before the first of the period
     * @param peak highest value of the period; null before the first
     * @param counts how many readings of the period have each meaning; a meaning that never occurred is left out
     * @param history its newest readings, newest observation first, at most {@value StabilizationOverview#HISTORY},
     *     among them those that were observed before the period
     */
    public record SignalView(
            SignalKind kind,
            Plan.Thresholds limits,
            Reading state,
            ReadingView last,
            Double peak,
            Map<Reading, Long> counts,
            List<ReadingView> history) {}

    /**
     * One reading.
     *
     * @param late true if it was observed before the period, or a newer one was there when it came
     * @param limits what it was judged by
     * @param note null if there is none
     * @param by user id
     * @param exception the exception it opened or joined; null if none
     */
    public record ReadingView(
            UUID id,
            SignalKind kind,
            double value,
            Instant observedAt,
            Instant receivedAt,
            Reading reading,
            boolean late,
            Plan.Thresholds limits,
            SignalSource source,
            String note,
            String by,
            UUID exception) {}

    /**
     * One exception.
     *
     * @param breaches how many readings were over the limit
     * @param peak highest of them
     * @param rollBackAsked when the support owner asked for a roll-back; null if not
     * @param resolved null while it is open
     */
    public record ExceptionView(
            UUID id,
            SignalKind kind,
            Instant openedAt,
            Instant firstBreachAt,
            Instant lastBreachAt,
            int breaches,
            double peak,
            Decision rollBackAsked,
            Decision resolved) {

        public boolean isOpen() {
            return resolved == null;
        }
    }

    /** Who decided when, and why. @param by user id */
    public record Decision(Instant at, String by, String reason) {}

    /** Kinds of {@link ActView}. */
    public enum ActKind {
        EXTENSION,
        DRILL,
        ROLL_BACK,
        STAY_LIVE
    }

    /**
     * Something a person decided about the period as a whole.
     *
     * @param extendedUntil for an extension: the new earliest end; else null
     * @param restoreMinutes for a drill: how long the timed restore took; else null
     */
    public record ActView(ActKind kind, Decision decision, Instant extendedUntil, Integer restoreMinutes) {}
}

package dev.handover.stabilization.web;

import dev.handover.shared.Slugged;
import dev.handover.stabilization.Signals;
import dev.handover.stabilization.SoakClock;
import dev.handover.stabilization.StabilizationView;
import dev.handover.stabilization.StabilizationView.Decision;
import dev.handover.stabilization.StabilizationView.ExceptionView;
import dev.handover.stabilization.StabilizationView.ReadingView;
import dev.handover.stabilization.StabilizationView.SignalView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What {@link SignalController} answers: words in the spelling of the contract, instants in UTC, durations in ISO-8601.
 */
final class SignalAnswers {

    private SignalAnswers() {}

    /**
     * A value was recorded.
     *
     * @param reading {@code quiet}, {@code watch} or {@code breach}
     * @param duplicate true if it had been recorded before; what is answered is the first record
     */
    record Accepted(
            UUID id,
            String signal,
            double value,
            String unit,
            Instant observedAt,
            String reading,
            boolean late,
            boolean duplicate,
            Instant earliestClose) {

        static Accepted of(Signals.Recorded recorded) {
            var reading = recorded.reading();
            return new Accepted(
                    reading.id(),
                    reading.kind().slug(),
                    reading.value(),
                    reading.kind().unit(),
                    reading.observedAt(),
                    reading.reading().slug(),
                    reading.late(),
                    recorded.duplicate(),
                    recorded.earliestClose());
        }
    }

    /** @param clock null before the period has begun */
    record Overview(Clock clock, List<Signal> signals, List<SignalException> exceptions) {

        static Overview of(StabilizationView view) {
            return new Overview(
                    Clock.of(view),
                    view.signals().stream().map(Signal::of).toList(),
                    view.exceptions().stream().map(SignalException::of).toList());
        }

        static Overview none() {
            return new Overview(null, List.of(), List.of());
        }
    }

    /** @param holds what keeps the period open: {@code length}, {@code open-exception}, {@code quiet-time} */
    record Clock(
            Instant startedAt,
            Instant lengthEnds,
            Duration quiet,
            Instant quietSince,
            Instant earliestClose,
            List<String> holds) {

        static Clock of(StabilizationView view) {
            var soak = view.clock();
            return new Clock(
                    soak.start(),
                    soak.lengthEnds(),
                    soak.quiet(),
                    soak.quietSince(),
                    view.earliestClose(),
                    view.holds().stream().map(SoakClock.Hold::slug).toList());
        }
    }

    /** @param state meaning of the newest reading; null before the first */
    record Signal(
            String signal,
            String title,
            String unit,
            double watch,
            double breach,
            String state,
            Double peak,
            Map<String, Long> counts,
            List<Value> readings) {

        static Signal of(SignalView view) {
            return new Signal(
                    view.kind().slug(),
                    view.kind().title(),
                    view.kind().unit(),
                    view.limits().watch(),
                    view.limits().breach(),
                    slug(view.state()),
                    view.peak(),
                    view.counts().entrySet().stream()
                            .collect(Collectors.toMap(count -> count.getKey().slug(), Map.Entry::getValue)),
                    view.history().stream().map(Value::of).toList());
        }
    }

    record Value(
            UUID id,
            double value,
            Instant observedAt,
            Instant receivedAt,
            String reading,
            boolean late,
            String source,
            String note,
            String by,
            UUID exception) {

        static Value of(ReadingView view) {
            return new Value(
                    view.id(),
                    view.value(),
                    view.observedAt(),
                    view.receivedAt(),
                    view.reading().slug(),
                    view.late(),
                    view.source().slug(),
                    view.note(),
                    view.by(),
                    view.exception());
        }
    }

    record SignalException(
            UUID id,
            String signal,
            boolean open,
            Instant openedAt,
            Instant firstBreachAt,
            Instant lastBreachAt,
            int breaches,
            double peak,
            Decision rollBackAsked,
            Decision resolved) {

        static SignalException of(ExceptionView view) {
            return new SignalException(
                    view.id(),
                    view.kind().slug(),
                    view.isOpen(),
                    view.openedAt(),
                    view.firstBreachAt(),
                    view.lastBreachAt(),
                    view.breaches(),
                    view.peak(),
                    view.rollBackAsked(),
                    view.resolved());
        }
    }

    private static String slug(Slugged word) {
        return word == null ? null : word.slug();
    }
}

package dev.handover.board.briefing;

import dev.handover.board.Times;
import dev.handover.shared.SignalKind;
import dev.handover.stabilization.Reading;
import dev.handover.stabilization.SoakClock;
import dev.handover.stabilization.StabilizationView;
import dev.handover.stabilization.StabilizationView.ExceptionView;
import dev.handover.stabilization.StabilizationView.ReadingView;
import dev.handover.stabilization.StabilizationView.SignalView;
import java.util.ArrayList;
import java.util.List;

/** The stabilization period, for showing. */
final class Soak {

    private static final int RECENT = 10;

    private Soak() {}

    /** When the period can be closed, and what keeps it open. */
    static Section.Table clock(StabilizationView view) {
        var rows = new ArrayList<List<Value>>();
        rows.add(List.of(Value.of("Began"), Value.of(view.clock().start())));
        rows.add(List.of(Value.of("Lasts at least until"), Value.of(view.clock().lengthEnds())));
        rows.add(List.of(
                Value.of("Quiet time needed"),
                Value.of(Times.length(view.clock().quiet()))));
        rows.add(List.of(
                Value.of("Quiet since"),
                view.clock().isHeld()
                        ? Value.warning("not counting: an exception is open")
                        : Value.of(view.clock().quietSince())));
        rows.add(List.of(Value.of("Earliest close"), Value.of(view.earliestClose())));
        return new Section.Table("Soak clock", holds(view.holds()), List.of("What", "Value"), rows, "");
    }

    private static String holds(List<SoakClock.Hold> holds) {
        return holds.isEmpty()
                ? "The period can be closed."
                : "Kept open by: "
                        + String.join(
                                ", ",
                                holds.stream()
                                        .map(hold -> hold.slug().replace('-', ' '))
                                        .toList())
                        + ".";
    }

    /** The six signals with their limits and newest readings. */
    static Section.Table signals(StabilizationView view) {
        return new Section.Table(
                "Signals",
                "",
                List.of("Signal", "State", "Last reading", "When", "Watch from", "Breach from"),
                view.signals().stream().map(Soak::signal).toList(),
                "");
    }

    private static List<Value> signal(SignalView signal) {
        var last = signal.last();
        return List.of(
                Value.of(
                        "%s (%s)".formatted(signal.kind().title(), signal.kind().unit())),
                state(signal.state()),
                Value.of(last == null ? "–" : PlanSections.number(last.value())),
                Value.of(last == null ? null : last.observedAt()),
                Value.of(PlanSections.number(signal.limits().watch())),
                Value.of(PlanSections.number(signal.limits().breach())));
    }

    /** The newest readings of one signal. */
    static Section.Table readings(StabilizationView view, SignalKind kind) {
        var signal = view.signals().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();
        return new Section.Table(
                "Last readings",
                "Watched from %s, a breach from %s %s."
                        .formatted(
                                PlanSections.number(signal.limits().watch()),
                                PlanSections.number(signal.limits().breach()),
                                kind.unit()),
                List.of("Reading", "Meaning", "Observed", "From", "Note"),
                signal.history().stream().limit(RECENT).map(Soak::reading).toList(),
                "There is no reading.");
    }

    private static List<Value> reading(ReadingView reading) {
        return List.of(
                Value.of(PlanSections.number(reading.value())),
                state(reading.reading()),
                Value.of(reading.observedAt()),
                Value.of(reading.source().slug().equals("hand") ? "by hand" : "monitor"),
                Value.of(reading.note() == null ? "–" : reading.note()));
    }

    static Section.Table exceptions(StabilizationView view, Names names) {
        return new Section.Table(
                "Exceptions",
                "",
                List.of("Signal", "State", "Opened", "Readings over the limit", "Highest", "What was done"),
                view.exceptions().stream().map(each -> exception(each, names)).toList(),
                "There was none.");
    }

    private static List<Value> exception(ExceptionView exception, Names names) {
        return List.of(
                Value.of(exception.kind().title()),
                exception.isOpen() ? Value.bad("open") : Value.good("resolved"),
                Value.of(exception.openedAt()),
                Value.of(String.valueOf(exception.breaches())),
                Value.of(PlanSections.number(exception.peak())),
                Value.of(words(exception, names)));
    }

    private static String words(ExceptionView exception, Names names) {
        if (exception.resolved() != null) {
            return "%s: %s"
                    .formatted(
                            names.of(exception.resolved().by()),
                            exception.resolved().reason());
        }
        return exception.rollBackAsked() == null
                ? "–"
                : "%s asks for a roll back: %s"
                        .formatted(
                                names.of(exception.rollBackAsked().by()),
                                exception.rollBackAsked().reason());
    }

    private static Value state(Reading reading) {
        if (reading == null) {
            return Value.neutral("no reading");
        }
        return switch (reading) {
            case QUIET -> Value.good("quiet");
            case WATCH -> Value.warning("watch");
            case BREACH -> Value.bad("breach");
        };
    }
}

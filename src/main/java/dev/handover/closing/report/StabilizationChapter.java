package dev.handover.closing.report;

import dev.handover.closing.Words;
import dev.handover.closing.report.Chapter.Fact;
import dev.handover.closing.report.Chapter.Head;
import dev.handover.stabilization.Reading;
import dev.handover.stabilization.StabilizationOverview;
import dev.handover.stabilization.StabilizationView;
import dev.handover.stabilization.StabilizationView.ActView;
import dev.handover.stabilization.StabilizationView.ExceptionView;
import dev.handover.stabilization.StabilizationView.SignalView;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The time after the go-live: what was agreed, what the six signals showed, and what people did about it. */
@Component
@Order(8)
class StabilizationChapter implements ChapterWriter {

    private final StabilizationOverview overview;

    StabilizationChapter(StabilizationOverview overview) {
        this.overview = overview;
    }

    @Override
    public Chapter write(Subject subject) {
        var chapter = Chapter.titled("stabilization", "Stabilization")
                .lead(
                        "The period after the go-live in which six signals are tracked. It closes only after it was quiet for as long as was agreed.");
        overview.find(subject.key())
                .ifPresentOrElse(
                        view -> period(chapter, subject, view),
                        () -> chapter.note(Tone.PLAIN, "The stabilization period has not begun."));
        return chapter.write();
    }

    private static void period(Chapter.Writer chapter, Subject subject, StabilizationView view) {
        var clock = view.clock();
        chapter.facts(
                new Fact("Began", subject.time(clock.start())),
                new Fact("Agreed length", Cell.of(Words.length(clock.length()))),
                new Fact("Extended until", subject.time(clock.extendedUntil())),
                new Fact("Agreed quiet time", Cell.of(Words.length(clock.quiet()))),
                new Fact("No signal has breached since", subject.time(clock.quietSince())),
                new Fact("Earliest close", subject.time(view.earliestClose())));
        chapter.heading("Signals")
                .table(
                        "",
                        List.of(
                                Head.of("Signal", 25),
                                Head.of("State", 15),
                                Head.of("Last", 20),
                                Head.of("Highest", 10),
                                Head.of("Limits", 15),
                                Head.of("Readings", 15)),
                        view.signals().stream()
                                .map(each -> signal(subject, each))
                                .toList(),
                        "");
        chapter.heading("Exceptions")
                .table(
                        "",
                        List.of(
                                Head.of("Signal", 20),
                                Head.of("Breaches", 30),
                                Head.of("State", 15),
                                Head.of("Outcome", 35)),
                        view.exceptions().stream()
                                .map(each -> exception(subject, each))
                                .toList(),
                        "No signal went over its limit.");
        chapter.heading("Drill, extensions and decisions")
                .table(
                        "",
                        List.of(Head.of("Act", 30), Head.of("By", 30), Head.of("In words", 40)),
                        view.acts().stream().map(each -> act(subject, each)).toList(),
                        "None yet.");
    }

    private static List<Cell> signal(Subject subject, SignalView signal) {
        var last = signal.last();
        return List.of(
                Cell.strong(signal.kind().title()).with(signal.kind().unit()),
                signal.state() == null
                        ? Cell.badge("No reading", Tone.QUIET)
                        : Cell.badge(Slugs.words(signal.state()), tone(signal.state())),
                last == null
                        ? Cell.nothing()
                        : Cell.of(Words.number(last.value()))
                                .with(subject.times().show(last.observedAt())),
                signal.peak() == null ? Cell.nothing() : Cell.of(Words.number(signal.peak())),
                Cell.of("watch from %s\nbreach from %s"
                        .formatted(
                                Words.number(signal.limits().watch()),
                                Words.number(signal.limits().breach()))),
                Cell.of(counts(signal)));
    }

    private static String counts(SignalView signal) {
        return Arrays.stream(Reading.values())
                .filter(signal.counts()::containsKey)
                .map(reading -> "%d %s".formatted(signal.counts().get(reading), reading.slug()))
                .collect(Collectors.joining("\n"));
    }

    private static Tone tone(Reading reading) {
        return switch (reading) {
            case QUIET -> Tone.GOOD;
            case WATCH -> Tone.CAUTION;
            case BREACH -> Tone.BAD;
        };
    }

    private static List<Cell> exception(Subject subject, ExceptionView exception) {
        return List.of(
                Cell.strong(exception.kind().title()),
                Cell.of("%d, highest %s".formatted(exception.breaches(), Words.number(exception.peak())))
                        .with(subject.times().span(exception.firstBreachAt(), exception.lastBreachAt())),
                exception.isOpen() ? Cell.badge("Open", Tone.BAD) : Cell.badge("Resolved", Tone.GOOD),
                exception.isOpen()
                        ? Cell.nothing()
                        : Cell.of(exception.resolved().reason())
                                .with("%s, %s"
                                        .formatted(
                                                subject.person(
                                                        exception.resolved().by()),
                                                subject.times()
                                                        .show(exception
                                                                .resolved()
                                                                .at()))));
    }

    private static List<Cell> act(Subject subject, ActView act) {
        return List.of(
                Cell.strong(words(act)).with(detail(subject, act)),
                subject.act(act.decision().by(), act.decision().at()),
                Cell.of(act.decision().reason()));
    }

    static String words(ActView act) {
        return switch (act.kind()) {
            case EXTENSION -> "Period extended";
            case DRILL -> "Handover drill passed";
            case ROLL_BACK -> "Rolled back";
            case STAY_LIVE -> "Stayed live";
        };
    }

    private static String detail(Subject subject, ActView act) {
        return switch (act.kind()) {
            case EXTENSION -> "until %s".formatted(subject.times().show(act.extendedUntil()));
            case DRILL -> "timed restore: %d minutes".formatted(act.restoreMinutes());
            case ROLL_BACK, STAY_LIVE -> null;
        };
    }
}

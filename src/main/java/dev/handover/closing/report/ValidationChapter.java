package dev.handover.closing.report;

import dev.handover.checks.Verdict;
import dev.handover.closing.report.Chapter.Head;
import dev.handover.evidence.EvidenceStore;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Step;
import dev.handover.signoff.SignOffRound;
import dev.handover.validation.CheckRun;
import dev.handover.validation.StepChecks;
import dev.handover.validation.StepProgress;
import dev.handover.validation.ValidationSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The eight steps by name: how each ended, who confirmed it, and what the checks found. */
@Component
@Order(3)
class ValidationChapter implements ChapterWriter {

    private final ValidationSteps steps;
    private final StepChecks checks;
    private final SignOffRound signOffs;
    private final EvidenceStore evidence;
    private final EnvironmentTables environment;

    ValidationChapter(
            ValidationSteps steps,
            StepChecks checks,
            SignOffRound signOffs,
            EvidenceStore evidence,
            EnvironmentTables environment) {
        this.steps = steps;
        this.checks = checks;
        this.signOffs = signOffs;
        this.evidence = evidence;
        this.environment = environment;
    }

    @Override
    public Chapter write(Subject subject) {
        var chapter = Chapter.titled("validation", "Validation")
                .lead(
                        "The eight steps. Automated checks made real calls to the environment; what no machine can check, a person confirmed.");
        var progresses = steps.of(subject.key());
        chapter.table(
                "",
                List.of(Head.of("", 5), Head.of("Step", 50), Head.of("State", 15), Head.of("Confirmed", 30)),
                overview(subject, progresses),
                "");
        var listed = listed(subject.key());
        for (var progress : progresses) {
            step(chapter, subject, progress, listed);
        }
        environment.write(chapter, subject);
        return chapter.write();
    }

    private List<List<Cell>> overview(Subject subject, List<StepProgress> progresses) {
        var rows = new ArrayList<List<Cell>>();
        for (var progress : progresses) {
            rows.add(List.of(
                    Cell.of(rows.size() + 1L),
                    Cell.of(progress.step().title()),
                    Cell.badge(words(progress.state()), tone(progress.state())).with(progress.because()),
                    subject.act(progress.confirmedBy(), progress.confirmedAt())));
        }
        var signed = signOffs.isComplete(subject.key());
        rows.add(List.of(
                Cell.of(rows.size() + 1L),
                Cell.of(Step.SIGN_OFF.title()).to("sign-offs"),
                Cell.badge(signed ? "Passed" : "Open", signed ? Tone.GOOD : Tone.CAUTION),
                Cell.of("see Sign-offs")));
        return rows;
    }

    private void step(Chapter.Writer chapter, Subject subject, StepProgress progress, Set<UUID> listed) {
        chapter.heading(progress.step().title());
        if (progress.note() != null && !progress.note().isBlank()) {
            chapter.note(
                    Tone.GOOD, "%s confirmed: %s".formatted(subject.person(progress.confirmedBy()), progress.note()));
        }
        chapter.table(
                "",
                List.of(
                        Head.of("Check", 20),
                        Head.of("Result", 10),
                        Head.of("Expected", 25),
                        Head.of("Observed", 25),
                        Head.of("When", 20)),
                checks.latest(subject.key(), progress.step()).stream()
                        .map(run -> check(subject, run, listed))
                        .toList(),
                "No automated check belongs to this step, or none has run yet.");
    }

    private static List<Cell> check(Subject subject, CheckRun run, Set<UUID> listed) {
        var name = Cell.strong(run.name()).with(run.attempt() > 1 ? "run %d".formatted(run.attempt()) : null);
        var evidenced = run.evidence() != null && listed.contains(run.evidence());
        return List.of(
                evidenced ? name.to(EvidenceChapter.anchor(run.evidence())) : name,
                Cell.badge(Slugs.words(run.verdict()), tone(run.verdict())),
                Cell.of(run.expected()),
                Cell.of(run.observed()),
                subject.time(run.finishedAt()).with("took " + ReportTimes.took(run.took())));
    }

    private Set<UUID> listed(GoLiveKey key) {
        return evidence.history(key).stream().map(each -> each.id()).collect(Collectors.toSet());
    }

    private static String words(StepProgress.State state) {
        return Slugs.words(state);
    }

    private static Tone tone(StepProgress.State state) {
        return switch (state) {
            case PASSED -> Tone.GOOD;
            case BLOCKED -> Tone.BAD;
            case OPEN, WAITING_TO_TRY_AGAIN, TO_CONFIRM -> Tone.CAUTION;
        };
    }

    private static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case INCONCLUSIVE -> Tone.CAUTION;
        };
    }
}

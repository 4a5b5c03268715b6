package dev.handover.board.briefing;

import dev.handover.validation.CheckRun;
import java.util.Comparator;
import java.util.List;

/** What the automated checks found, for showing. */
final class Checks {

    private static final List<String> COLUMNS =
            List.of("Check", "Verdict", "Expected", "Observed", "When, and how long");

    private Checks() {}

    /** What did not pass comes first. @param runs the run that counts for each check */
    static Section.Table table(List<CheckRun> runs) {
        var passed = runs.stream().filter(CheckRun::isPassed).count();
        var note = runs.isEmpty() ? "" : "%d of %d passed.".formatted(passed, runs.size());
        return new Section.Table(
                "What the machine found",
                note,
                COLUMNS,
                runs.stream()
                        .sorted(Comparator.comparing(CheckRun::isPassed))
                        .map(Checks::row)
                        .toList(),
                "No automated check looks at this step: what you see yourself is what counts.");
    }

    private static List<Value> row(CheckRun run) {
        return List.of(
                Value.of(run.name()),
                verdict(run),
                Value.of(run.expected()),
                Value.of(run.observed()),
                new Value.Measured(run.finishedAt(), run.took()));
    }

    private static Value verdict(CheckRun run) {
        return switch (run.verdict()) {
            case PASSED -> Value.good("passed");
            case FAILED -> Value.bad("failed");
            case INCONCLUSIVE -> Value.warning("inconclusive");
        };
    }
}

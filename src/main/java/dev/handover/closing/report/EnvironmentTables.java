package dev.handover.closing.report;

import dev.handover.checks.Fingerprint;
import dev.handover.checks.FingerprintField;
import dev.handover.closing.report.Chapter.Head;
import dev.handover.validation.EnvironmentComparison;
import dev.handover.validation.EnvironmentComparison.Outcome;
import dev.handover.validation.EnvironmentWatch;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the environment was known by when it was validated, and every later comparison with it. Part of the validation chapter. */
@Component
class EnvironmentTables {

    private final EnvironmentWatch environment;

    EnvironmentTables(EnvironmentWatch environment) {
        this.environment = environment;
    }

    void write(Chapter.Writer chapter, Subject subject) {
        environment.standing(subject.key()).ifPresent(standing -> {
            chapter.heading("Environment as it was validated")
                    .table(
                            "",
                            List.of(Head.of("Field", 35), Head.of("Value", 65)),
                            fields(standing.fingerprint()),
                            "Nothing could be read.")
                    .table(
                            "Comparisons, the newest first",
                            List.of(Head.of("Result", 20), Head.of("Found", 55), Head.of("When", 25)),
                            environment.comparisons(subject.key()).stream()
                                    .map(each -> comparison(subject, each))
                                    .toList(),
                            "");
        });
    }

    private static List<List<Cell>> fields(Fingerprint fingerprint) {
        return Arrays.stream(FingerprintField.values())
                .filter(field -> fingerprint.known().containsKey(field)
                        || fingerprint.unknown().containsKey(field))
                .map(field -> List.of(Cell.of(field.title()), value(fingerprint, field)))
                .toList();
    }

    private static Cell value(Fingerprint fingerprint, FingerprintField field) {
        var value = fingerprint.known().get(field);
        if (value == null) {
            return Cell.badge("not readable then", Tone.CAUTION);
        }
        return Cell.of(value.isEmpty() ? "none" : value);
    }

    private static List<Cell> comparison(Subject subject, EnvironmentComparison comparison) {
        return List.of(
                Cell.badge(Slugs.words(comparison.outcome()), tone(comparison.outcome())),
                Cell.of(comparison.finding()),
                subject.time(comparison.comparedAt()));
    }

    private static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case UNCHANGED -> Tone.GOOD;
            case DIFFERENT -> Tone.BAD;
            case INCONCLUSIVE -> Tone.CAUTION;
        };
    }
}

package dev.handover.api;

import dev.handover.checks.Fingerprint;
import dev.handover.checks.FingerprintDifference;
import dev.handover.checks.FingerprintField;
import dev.handover.shared.GoLiveKey;
import dev.handover.validation.EnvironmentWatch;
import dev.handover.validation.EnvironmentWatch.Standing;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What clients see of the environment's fingerprint. Field names are fixed, as in {@link GoLiveViews}. */
@Component
class FingerprintViews {

    private final EnvironmentWatch environment;

    FingerprintViews(EnvironmentWatch environment) {
        this.environment = environment;
    }

    /** @param value as validated; null if there was none, or if it could not be read then: see {@code known} */
    record FieldView(String id, String name, boolean known, String value) {}

    /** @param before null if there was none; @param after null if there is none */
    record DifferenceView(String field, String name, String before, String after) {}

    record UnreadableView(String field, String name, String reason) {}

    /**
     * @param evidence id of the evidence that holds it
     * @param lastCompared when the environment was last compared with it
     * @param outcome {@code unchanged}, {@code different} or {@code inconclusive}
     * @param finding the same for people
     */
    record FingerprintView(
            List<FieldView> fields,
            Instant takenAt,
            UUID evidence,
            Instant lastCompared,
            String outcome,
            String finding,
            List<DifferenceView> differences,
            List<UnreadableView> unreadable) {}

    /** Null until the environment step was validated with a fingerprint. */
    FingerprintView of(GoLiveKey key) {
        return environment.standing(key).map(FingerprintViews::view).orElse(null);
    }

    private static FingerprintView view(Standing standing) {
        var last = standing.last();
        return new FingerprintView(
                fields(standing.fingerprint()),
                standing.takenAt(),
                standing.evidence(),
                last.comparedAt(),
                last.outcome().slug(),
                last.finding(),
                last.differences().stream().map(FingerprintViews::difference).toList(),
                last.unreadable().entrySet().stream()
                        .map(FingerprintViews::unreadable)
                        .toList());
    }

    private static List<FieldView> fields(Fingerprint fingerprint) {
        return Arrays.stream(FingerprintField.values())
                .filter(field -> fingerprint.known().containsKey(field)
                        || fingerprint.unknown().containsKey(field))
                .map(field -> new FieldView(
                        field.slug(),
                        field.title(),
                        fingerprint.known().containsKey(field),
                        orNull(fingerprint.known().getOrDefault(field, ""))))
                .toList();
    }

    private static DifferenceView difference(FingerprintDifference difference) {
        var field = difference.field();
        return new DifferenceView(field.slug(), field.title(), orNull(difference.before()), orNull(difference.after()));
    }

    private static UnreadableView unreadable(Map.Entry<FingerprintField, String> each) {
        return new UnreadableView(each.getKey().slug(), each.getKey().title(), each.getValue());
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

package dev.handover.evidence;

import dev.handover.shared.EvidenceKind;
import java.time.Period;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long contents of evidence are kept; a bad value stops the start-up.
 *
 * @param retention by kind, from the end of a go-live (ISO-8601 period, for example {@code P6Y}; at least {@code P1Y}). A kind that
 *     is not named is kept for {@link #USUAL}. A longer time holds for what is kept already, too; a shorter one only for
 *     go-lives that end from then on.
 */
@ConfigurationProperties("handover.evidence")
record RetentionSettings(Map<EvidenceKind, Period> retention) {

    static final Period USUAL = Period.ofYears(10);

    private static final int SHORTEST_MONTHS = 12;

    RetentionSettings {
        retention = retention == null ? Map.of() : Map.copyOf(retention);
        retention.forEach((kind, period) -> {
            if (period.toTotalMonths() < SHORTEST_MONTHS || period.getDays() < 0) {
                throw new IllegalArgumentException(
                        "handover.evidence.retention.%s is %s; evidence is kept for at least P1Y"
                                .formatted(kind.slug(), period));
            }
        });
    }

    Period of(EvidenceKind kind) {
        return retention.getOrDefault(kind, USUAL);
    }
}

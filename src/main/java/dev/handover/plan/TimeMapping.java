package dev.handover.plan;

import dev.handover.plan.Plan.Weekday;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.Slugged;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The part of {@link PlanMapping} that is about working time and the shelf life of evidence. */
final class TimeMapping {

    private TimeMapping() {}

    /** Days in the order of the week, however they are written. */
    static Plan.WorkingHours workingHours(Part hours) {
        return new Plan.WorkingHours(
                hours.field("days").texts().stream()
                        .map(day -> Slugged.of(Weekday.class, day))
                        .sorted()
                        .toList(),
                LocalTime.parse(PlanMapping.text(hours, "from")),
                LocalTime.parse(PlanMapping.text(hours, "to")),
                hours.field("holidays").texts());
    }

    /** Only the kinds that the plan states. */
    static Map<EvidenceKind, Duration> shelfLife(Part shelfLife) {
        Map<EvidenceKind, Duration> limits = new EnumMap<>(EvidenceKind.class);
        for (EvidenceKind kind : EvidenceKind.values()) {
            shelfLife.field(kind.slug()).length().ifPresent(limit -> limits.put(kind, limit));
        }
        return Collections.unmodifiableMap(limits);
    }
}

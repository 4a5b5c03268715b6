package dev.handover.validation;

import dev.handover.checks.Fingerprint;
import dev.handover.checks.FingerprintDifference;
import dev.handover.checks.FingerprintField;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Slugged;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** One look at whether the environment still is what was validated. Never changed; the newest of a go-live counts. */
@Entity
@Table(name = "environment_comparison")
public class EnvironmentComparison {

    /** How a comparison came out. */
    public enum Outcome implements Slugged {
        /** Every field that was known when the fingerprint was taken could be read, and none differs. */
        UNCHANGED,
        /** At least one field differs. */
        DIFFERENT,
        /** No field differs, but some could not be read: that says nothing, and is tried again. */
        INCONCLUSIVE
    }

    @Embeddable
    record Difference(
            @Enumerated(EnumType.STRING) FingerprintField field,
            @Column(name = "value_before") String before,
            @Column(name = "value_after") String after) {}

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "go_live")
    private String goLive;

    private Instant comparedAt;
    private UUID validated;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "environment_difference", joinColumns = @JoinColumn(name = "comparison"))
    @OrderColumn(name = "position")
    private List<Difference> differences = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "environment_unreadable", joinColumns = @JoinColumn(name = "comparison"))
    @MapKeyColumn(name = "field")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "reason")
    private Map<FingerprintField, String> unreadable = new TreeMap<>();

    /** For JPA. */
    protected EnvironmentComparison() {}

    /** @param validated the evidence that holds the fingerprint {@code then} */
    EnvironmentComparison(GoLiveKey goLive, UUID validated, Fingerprint then, Fingerprint now, Instant at) {
        this.goLive = goLive.value();
        this.comparedAt = at;
        this.validated = validated;
        then.differencesTo(now)
                .forEach(each -> differences.add(new Difference(each.field(), each.before(), each.after())));
        then.notReadableIn(now)
                .forEach(field -> unreadable.put(field, now.unknown().get(field)));
        this.outcome = judge(then);
    }

    private Outcome judge(Fingerprint then) {
        if (!differences.isEmpty()) {
            return Outcome.DIFFERENT;
        }
        return unreadable.isEmpty() && !then.known().isEmpty() ? Outcome.UNCHANGED : Outcome.INCONCLUSIVE;
    }

    Long id() {
        return id;
    }

    public Instant comparedAt() {
        return comparedAt;
    }

    /** The evidence that holds the fingerprint compared with. */
    UUID validated() {
        return validated;
    }

    public Outcome outcome() {
        return outcome;
    }

    public List<FingerprintDifference> differences() {
        return differences.stream()
                .map(each -> new FingerprintDifference(each.field(), each.before(), each.after()))
                .toList();
    }

    /** Fields that were known and could not be read, each with the reason. */
    public Map<FingerprintField, String> unreadable() {
        return new TreeMap<>(unreadable);
    }

    /** What was found, for people; always the same words for the same finding. */
    public String finding() {
        return switch (outcome) {
            case UNCHANGED -> "Every field is as it was validated.";
            case DIFFERENT ->
                differences().stream().map(FingerprintDifference::inWords).collect(Collectors.joining("; "))
                        + ". Restore the environment as it was validated, or have the environment step validated again.";
            case INCONCLUSIVE -> "Could not be compared: " + obstacles() + ".";
        };
    }

    private String obstacles() {
        var reasons = unreadable().values().stream().distinct();
        return unreadable.isEmpty()
                ? "nothing was readable when the fingerprint was taken"
                : Stream.concat(
                                Stream.of(unreadable().keySet().stream()
                                        .map(FingerprintField::title)
                                        .collect(Collectors.joining(", "))),
                                reasons)
                        .collect(Collectors.joining("; "));
    }
}

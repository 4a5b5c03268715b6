package dev.handover.validation;

import dev.handover.checks.CheckResult;
import dev.handover.checks.Verdict;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Step;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.springframework.data.domain.Persistable;

/** One run of one check. Never changed; the run with the highest attempt is the one that counts. */
@Entity
@Immutable
@Table(name = "check_run")
public class CheckRun implements Persistable<UUID> {

    @Id
    private UUID id;

    @Column(name = "go_live")
    private String goLive;

    @Enumerated(EnumType.STRING)
    private Step step;

    private String checkId;
    private int attempt;
    private String name;
    private String target;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private String expected;
    private String observed;
    private String symptom;
    private long tookMillis;
    private Instant finishedAt;
    private UUID evidence;

    /** For JPA. */
    protected CheckRun() {}

    /** @param target digest of what was asked: a later run of the same target need not repeat a pass */
    CheckRun(GoLiveKey goLive, Step step, int attempt, String target, CheckResult result, UUID evidence) {
        this.id = UUID.randomUUID();
        this.goLive = goLive.value();
        this.step = step;
        this.checkId = result.id();
        this.attempt = attempt;
        this.name = result.name();
        this.target = target;
        this.verdict = result.verdict();
        this.expected = result.expected();
        this.observed = result.observed();
        this.symptom = result.symptom() == null ? null : result.symptom().slug();
        this.tookMillis = result.took().toMillis();
        this.finishedAt = result.finishedAt();
        this.evidence = evidence;
    }

    @Override
    public UUID getId() {
        return id;
    }

    /** Runs are only ever added, so nothing is looked up before one is saved. */
    @Override
    public boolean isNew() {
        return true;
    }

    public Step step() {
        return step;
    }

    public String checkId() {
        return checkId;
    }

    /** Counted from 1. */
    public int attempt() {
        return attempt;
    }

    public String name() {
        return name;
    }

    String target() {
        return target;
    }

    public Verdict verdict() {
        return verdict;
    }

    public boolean isPassed() {
        return verdict == Verdict.PASSED;
    }

    boolean isInconclusive() {
        return verdict == Verdict.INCONCLUSIVE;
    }

    public String expected() {
        return expected;
    }

    public String observed() {
        return observed;
    }

    /** Row of the troubleshooting table it looks like; null when passed, or inconclusive before such rows were there. */
    public String symptom() {
        return symptom;
    }

    public Duration took() {
        return Duration.ofMillis(tookMillis);
    }

    public Instant finishedAt() {
        return finishedAt;
    }

    /** The stored observation; null if there was nothing to keep. */
    public UUID evidence() {
        return evidence;
    }
}

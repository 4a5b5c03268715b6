package dev.handover.records;

import dev.handover.audit.AuditVerification;
import dev.handover.evidence.Evidence;
import dev.handover.evidence.IntegrityCheck;
import dev.handover.records.RecordsResult.Finding;
import dev.handover.shared.GoLiveKey;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads back all contents of evidence and verifies all audit logs, in portions that each end well within a job of the engine. A
 * portion is recorded in the transaction of its job, so one that is tried again counts once.
 */
@Service
public class RecordsCheck {

    /** Bytes of evidence read back in one portion, about: the content that reaches it is read to its end. */
    static final long BYTES = 64L * 1024 * 1024;

    /** Entries verified in one portion, about: the log that reaches it is verified to its end. */
    static final long ENTRIES = 20_000;

    private static final int GO_LIVES = 100;
    private static final Logger LOG = LoggerFactory.getLogger(RecordsCheck.class);

    private final RecordsChecks checks;
    private final IntegrityCheck evidence;
    private final AuditVerification audit;
    private final Clock clock;

    RecordsCheck(RecordsChecks checks, IntegrityCheck evidence, AuditVerification audit, Clock clock) {
        this.checks = checks;
        this.evidence = evidence;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Reads back the next portion of evidence.
     *
     * @param check names this check; one that is unknown begins
     * @return true once there is no more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean readBackEvidence(String check) {
        var cursor = checks.resume(check, clock.instant());
        var portion = evidence.portion(cursor.evidenceUntil(), BYTES);
        checks.evidenceRead(check, portion.until(), portion.report().checked());
        portion.report().damaged().forEach(damage -> found(check, damage));
        return portion.isLast();
    }

    private void found(String check, IntegrityCheck.Damage damage) {
        if (damage.evidence().isEmpty()) {
            checks.found(check, new Finding(null, "The content %s is damaged.".formatted(damage.content())));
        }
        damage.evidence().forEach(each -> checks.found(check, new Finding(each.goLive(), inWords(each))));
    }

    private static String inWords(Evidence evidence) {
        return "The content of the evidence \"%s\", version %d, of %s is damaged (SHA-256 %s)."
                .formatted(evidence.title(), evidence.version(), evidence.goLive(), evidence.sha256());
    }

    /**
     * Verifies the next portion of audit logs, and keeps where each ends.
     *
     * @return true once there is no more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean verifyAuditLogs(String check) {
        var cursor = checks.resume(check, clock.instant());
        var entries = 0L;
        var goLives = checks.goLives(cursor.chainsUntil(), GO_LIVES);
        for (var goLive : goLives) {
            entries += verify(check, goLive);
            if (entries >= ENTRIES) {
                return false;
            }
        }
        return goLives.size() < GO_LIVES;
    }

    private long verify(String check, GoLiveKey goLive) {
        var report = audit.verify(goLive);
        if (!report.isUnbroken()) {
            checks.found(check, new Finding(goLive, report.inWords()));
        } else if (report.length() > 0) {
            checks.keepEnd(goLive, report.length(), report.hash(), clock.instant());
        }
        checks.chainVerified(check, goLive, report.length());
        return report.length();
    }

    /** Ends the check: from now on it is the newest one. @return whether everything was what it was recorded as */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(String check) {
        checks.end(check, clock.instant());
        var result = newest().orElseThrow();
        if (result.isSound()) {
            LOG.info(
                    "Records check: {} contents and {} audit logs are what was recorded",
                    result.contents(),
                    result.chains());
        } else {
            result.findings().forEach(finding -> LOG.error("Records check: {}", finding.words()));
        }
        return result.isSound();
    }

    /** Returns once a check, be it a later one, has found everything sound. @throws RecordsDamaged if the newest has not */
    @Transactional(readOnly = true)
    public void requireMended() {
        newest().filter(result -> !result.isSound()).ifPresent(result -> {
            throw new RecordsDamaged(result);
        });
    }

    /** The check that came to its end last; empty if none has. */
    @Transactional(readOnly = true)
    public Optional<RecordsResult> newest() {
        return checks.newest();
    }
}

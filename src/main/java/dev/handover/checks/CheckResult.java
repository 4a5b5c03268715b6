package dev.handover.checks;

import java.time.Duration;
import java.time.Instant;

/**
 * What a check found.
 *
 * @param id as in the request
 * @param name as in the request
 * @param expected what should be there, in words
 * @param observed what was there instead, or why the check could not run, in words
 * @param symptom how the failure shows to users, or why the check could not run; null if it passed
 * @param took how long the check ran, without waiting for its turn; zero if it never ran
 * @param observation what was asked and what came back
 */
public record CheckResult(
        String id,
        String name,
        Verdict verdict,
        String expected,
        String observed,
        Symptom symptom,
        Duration took,
        Instant finishedAt,
        Observation observation) {

    public boolean passed() {
        return verdict == Verdict.PASSED;
    }

    public boolean failed() {
        return verdict == Verdict.FAILED;
    }

    /** True if the check cannot run, however often it is tried, until an administrator changes the settings. */
    public boolean waitsForAnAdministrator() {
        return verdict == Verdict.INCONCLUSIVE && symptom == Symptom.CHECK_NOT_PERMITTED;
    }
}

package dev.handover.checks;

import dev.handover.checks.guard.CallFailed;
import dev.handover.checks.guard.Earnings;
import dev.handover.checks.guard.GuardedClient;
import dev.handover.checks.guard.HostNotAllowed;
import dev.handover.checks.guard.SecretNotUsable;
import dev.handover.checks.guard.Secrets;
import dev.handover.checks.guard.TimeLimit;
import dev.handover.shared.HandoverException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One check being run: gives it a time limit, and turns whatever happens into a result. There always is one, also if the
 * check breaks or never gets its turn.
 */
final class CheckExecution<T extends CheckTarget> {

    private static final Logger LOG = LoggerFactory.getLogger(CheckExecution.class);

    /** What executions have in common. */
    record Means(GuardedClient client, Secrets secrets, Clock clock, CheckProperties limits) {}

    private record Outcome(Verdict verdict, String observed, Symptom symptom) {

        static Outcome inconclusive(String observed, Symptom symptom) {
            return new Outcome(Verdict.INCONCLUSIVE, observed, symptom);
        }
    }

    private final CheckRequest request;
    private final Check<T> check;
    private final T target;
    private final Means means;
    private final TimeLimit runLimit;
    private final AtomicBoolean started = new AtomicBoolean();
    private final CompletableFuture<CheckResult> result = new CompletableFuture<>();

    CheckExecution(CheckRequest request, Check<T> check, Means means, TimeLimit runLimit) {
        this.request = request;
        this.check = check;
        this.target = check.kind().cast(request.target());
        this.means = means;
        this.runLimit = runLimit;
    }

    /** Host and port that most calls go to; empty if the check calls nobody. */
    Optional<String> host() {
        return check.address(target).map(URI::getRawAuthority).map(authority -> authority.toLowerCase(Locale.ROOT));
    }

    CompletableFuture<CheckResult> result() {
        return result;
    }

    /** @return false if the host let the check run out of its own time */
    boolean run() {
        long from = System.nanoTime();
        Earnings earnings = means.secrets().newEarnings();
        var notes = new Notes(earnings);
        started.set(true);
        try (TimeLimit limit = runLimit.within(timeout())) {
            Outcome outcome = look(probe(limit, notes, earnings));
            boolean ranOut = outcome.verdict() == Verdict.FAILED && limit.isOver() && !runLimit.isOver();
            result.complete(conclude(outcome, notes, earnings, Duration.ofNanos(System.nanoTime() - from)));
            return !ranOut;
        } finally {
            if (!result.isDone()) {
                result.complete(unfinished());
            }
        }
    }

    private Probe probe(TimeLimit limit, Notes notes, Earnings earnings) {
        Duration reserve = means.limits().cleanUpTimeout();
        return new Probe(means.client(), limit, means.clock(), notes, earnings, reserve);
    }

    private Duration timeout() {
        return check.cleansUp()
                ? means.limits().workflowTimeout()
                : means.limits().checkTimeout();
    }

    /** True while the check may be busy with what it has to put right again. */
    boolean mayBeCleaningUp() {
        return check.cleansUp() && started.get() && !result.isDone();
    }

    /** The result of a check that has not come to an end. */
    CheckResult unfinished() {
        Earnings none = means.secrets().newEarnings();
        return conclude(outOfTime(), new Notes(none), none, Duration.ZERO);
    }

    private Outcome look(Probe probe) {
        try {
            Finding finding = check.look(target, probe);
            return finding.passed()
                    ? new Outcome(Verdict.PASSED, finding.observed(), null)
                    : failed(finding.observed(), finding.symptom());
        } catch (CallFailed e) {
            return e.isTimeOver() && runLimit.isOver() ? outOfTime() : failed(e.getMessage(), null);
        } catch (HostNotAllowed | SecretNotUsable e) {
            return Outcome.inconclusive(e.getMessage(), Symptom.CHECK_NOT_PERMITTED);
        } catch (HandoverException e) {
            return Outcome.inconclusive(e.getMessage(), Symptom.CHECK_COULD_NOT_RUN);
        } catch (RuntimeException e) {
            LOG.error("Check {} ({}) broke", request.id(), check.kind().getSimpleName(), e);
            return Outcome.inconclusive(
                    "The check itself broke. Run it again, and tell an administrator if it stays so.",
                    Symptom.CHECK_COULD_NOT_RUN);
        }
    }

    private Outcome failed(String observed, Symptom symptom) {
        return new Outcome(Verdict.FAILED, observed, symptom == null ? check.symptom() : symptom);
    }

    private static Outcome outOfTime() {
        return Outcome.inconclusive(
                "The time for all checks was over before this one came to an end. Run it again.",
                Symptom.CHECK_COULD_NOT_RUN);
    }

    private CheckResult conclude(Outcome outcome, Notes notes, Earnings earnings, Duration took) {
        String expected = earnings.redact(check.expected(target));
        String observed = earnings.redact(outcome.observed());
        String kind = Words.kebab(check.kind().getSimpleName());
        return new CheckResult(
                request.id(),
                request.name(),
                outcome.verdict(),
                expected,
                observed,
                outcome.symptom(),
                took,
                means.clock().instant(),
                notes.conclude(request.name(), kind, outcome.verdict(), expected, observed));
    }
}

package dev.handover.closing;

import dev.handover.development.customer.Part;
import dev.handover.development.customer.SampleCustomerEnvironment;
import dev.handover.development.time.AdjustableClock;
import dev.handover.evidence.EvidenceStore;
import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.OwnerRoles;
import dev.handover.golive.Progress;
import dev.handover.golive.Submission;
import dev.handover.release.Release;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.Role;
import dev.handover.shared.SignalKind;
import dev.handover.shared.Step;
import dev.handover.signoff.SignOffRound;
import dev.handover.signoff.Signatures;
import dev.handover.stabilization.BreachResponse;
import dev.handover.stabilization.Observation;
import dev.handover.stabilization.SignalSource;
import dev.handover.stabilization.Signals;
import dev.handover.stabilization.StabilizationPeriod;
import dev.handover.validation.StepBlockers;
import dev.handover.validation.StepChecks;
import dev.handover.validation.StepConfirmations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a go-live of the small sample from phase to phase, as the process and its people would. */
@TestComponent
public class Story {

    private static final AtomicInteger CUSTOMERS = new AtomicInteger();

    private final Submission submission;
    private final OwnerRoles owners;
    private final Progress progress;
    private final GoLiveRegister register;
    private final StepConfirmations confirmations;
    private final StepBlockers blockers;
    private final Signatures signatures;
    private final StepChecks checks;
    private final EvidenceStore evidence;
    private final SignOffRound signOffs;
    private final Release release;
    private final StabilizationPeriod period;
    private final Signals signals;
    private final BreachResponse breaches;
    private final SampleCustomerEnvironment customer;
    private final AdjustableClock clock;
    private final TransactionTemplate transaction;

    Story(
            Submission submission,
            OwnerRoles owners,
            Progress progress,
            GoLiveRegister register,
            StepConfirmations confirmations,
            StepBlockers blockers,
            Signatures signatures,
            StepChecks checks,
            EvidenceStore evidence,
            SignOffRound signOffs,
            Release release,
            StabilizationPeriod period,
            Signals signals,
            BreachResponse breaches,
            SampleCustomerEnvironment customer,
            AdjustableClock clock,
            TransactionTemplate transaction) {
        this.submission = submission;
        this.owners = owners;
        this.progress = progress;
        this.register = register;
        this.confirmations = confirmations;
        this.blockers = blockers;
        this.signatures = signatures;
        this.checks = checks;
        this.evidence = evidence;
        this.signOffs = signOffs;
        this.release = release;
        this.period = period;
        this.signals = signals;
        this.breaches = breaches;
        this.customer = customer;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The small sample with its address set to where the sample environment runs, for a customer of its own, so that no other window is in the way. */
    public GoLiveKey submitted() {
        var id = "aurora-%d".formatted(CUSTOMERS.incrementAndGet());
        return submission
                .submit(
                        sample().replace(
                                        "http://localhost:8090",
                                        customer.baseUrl().toString())
                                .replace("id: aurora\n", "id: %s\n".formatted(id)),
                        "requester")
                .key();
    }

    /** With everything validated; on the way a connector fails and is mended. */
    GoLiveKey validated() {
        var key = submitted();
        Role.owners().forEach(role -> owners.accept(key, role, role.slug()));
        enter(key, Phase.VALIDATION);
        breakAndMendTheConnectors(key);
        Step.validated().forEach(step -> {
            checks.run(key, step);
            confirmations.confirm(key, step, "Seen with my own eyes: %s.".formatted(step.title()), "validator");
        });
        evidence.addFile(
                key,
                EvidenceKind.PRODUCT_WORKFLOW_VALIDATION,
                "Finished work order WO-4711",
                "wo-4711.csv",
                new ByteArrayInputStream("order;state\nWO-4711;done\n".getBytes(StandardCharsets.UTF_8)),
                "validator");
        return key;
    }

    private void breakAndMendTheConnectors(GoLiveKey key) {
        customer.switches().breakDown(Part.CONNECTORS);
        checks.run(key, Step.INTEGRATIONS);
        blockers.open(key, Step.INTEGRATIONS);
        customer.switches().mend(Part.CONNECTORS);
        blockers.resolve(key, Step.INTEGRATIONS, "Credentials of the ERP connector renewed.", "support");
    }

    /** With all three signatures, one of them on a condition and one given twice because its evidence changed. */
    GoLiveKey signed() {
        var key = validated();
        enter(key, Phase.SIGN_OFF);
        signOffs.ask(key);
        sign(key, Role.ENVIRONMENT, null);
        evidence.addStatement(
                key,
                EvidenceKind.BACKUP_AND_RECOVERY_STATEMENT,
                "Restore test",
                "Restored last night within 42 minutes.",
                "environment");
        signOffs.ask(key);
        sign(key, Role.ENVIRONMENT, null);
        sign(key, Role.BUSINESS, "Train the second shift");
        sign(key, Role.CHANGE, null);
        return key;
    }

    private void sign(GoLiveKey key, Role role, String condition) {
        var shown = signOffs.manifest(key, role).digest().sha256();
        var due = condition == null ? null : LocalDate.now(clock).plusDays(30);
        signatures.approve(
                key, role, new Signatures.Approval(shown, "Looked at all of it.", condition, due), role.slug());
    }

    /** Live in its window. */
    GoLiveKey live() {
        var key = signed();
        enter(key, Phase.RELEASE);
        clock.forwardTo(register.get(key).windowStart());
        release.evaluateGates(key);
        release.go(key, "All gates green.", "production");
        release.confirmLive(key, "First shift works.", "production");
        return key;
    }

    /** Quiet for long enough, after a breach that was resolved; a signal is still to be watched. */
    GoLiveKey quiet() {
        var key = live();
        enter(key, Phase.STABILIZATION);
        period.start(key);
        record(key, SignalKind.SIGN_IN_FAILURES, 1);
        record(key, SignalKind.INTEGRATION_ERRORS, 1_000);
        breaches.resolve(key, SignalKind.INTEGRATION_ERRORS, "support", "Queue of the ERP emptied.");
        clock.forward(Duration.ofHours(3));
        record(key, SignalKind.INTEGRATION_ERRORS, 0);
        record(key, SignalKind.SIGN_IN_FAILURES, 4);
        period.recordDrill(key, "support", 38, "Both test tickets and the restore done with the handoff pack only.");
        clock.forward(Duration.ofDays(2));
        return key;
    }

    void record(GoLiveKey key, SignalKind kind, double value) {
        signals.record(key, new Observation(kind, value, null, SignalSource.HAND, null, null), "support");
    }

    void check(GoLiveKey key, Step step) {
        checks.run(key, step);
    }

    void enter(GoLiveKey key, Phase phase) {
        transaction.executeWithoutResult(status -> progress.enter(key, phase));
    }

    GoLive goLive(GoLiveKey key) {
        return register.get(key);
    }

    private static String sample() {
        try {
            return Files.readString(Path.of("samples", "aurora-small.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

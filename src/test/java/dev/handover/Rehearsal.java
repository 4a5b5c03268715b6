package dev.handover;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.BDDMockito.given;

import dev.handover.checks.CheckRequest;
import dev.handover.checks.CheckResult;
import dev.handover.checks.CheckRunner;
import dev.handover.checks.Symptom;
import dev.handover.checks.Verdict;
import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.OwnerRoles;
import dev.handover.golive.Progress;
import dev.handover.golive.Submission;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.Role;
import dev.handover.shared.Step;
import dev.handover.signoff.SignOffRound;
import dev.handover.signoff.Signatures;
import dev.handover.validation.StepChecks;
import dev.handover.validation.StepConfirmations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.boot.test.context.TestComponent;

/** Takes a go-live of the small sample from phase to phase by the rules alone, playing process, people and checks. */
@TestComponent
public class Rehearsal {

    /** When the window of the small sample opens, if it is submitted at {@link TestClock#START}. */
    public static final Instant WINDOW_START = TestClock.START.plus(Duration.ofMinutes(20));

    public static final Instant WINDOW_END = TestClock.START.plus(Duration.ofMinutes(260));

    private final Submission submission;
    private final GoLiveRegister register;
    private final OwnerRoles owners;
    private final Progress progress;
    private final StepChecks checks;
    private final StepConfirmations confirmations;
    private final SignOffRound round;
    private final Signatures signatures;
    private final CheckRunner runner;

    Rehearsal(
            Submission submission,
            GoLiveRegister register,
            OwnerRoles owners,
            Progress progress,
            StepChecks checks,
            StepConfirmations confirmations,
            SignOffRound round,
            Signatures signatures,
            CheckRunner runner) {
        this.submission = submission;
        this.register = register;
        this.owners = owners;
        this.progress = progress;
        this.checks = checks;
        this.confirmations = confirmations;
        this.round = round;
        this.signatures = signatures;
        this.runner = runner;
    }

    public static String plan() {
        try {
            return Files.readString(Path.of("samples/aurora-small.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public GoLiveKey submitted() {
        return submitted(plan());
    }

    public GoLiveKey submitted(String plan) {
        return submission.submit(plan, "requester").key();
    }

    public GoLiveKey inValidation() {
        var key = submitted();
        Role.owners().forEach(role -> owners.accept(key, role, role.slug()));
        progress.enter(key, Phase.VALIDATION);
        return key;
    }

    /** Lets the checks with these ids fail from now on, and all others pass. */
    public void failing(String... ids) {
        var failing = Set.of(ids);
        finding(request -> failing.contains(request.id()) ? failed(request) : passed(request));
    }

    /** Lets checks find this from now on. */
    public void finding(Function<CheckRequest, CheckResult> found) {
        given(runner.run(anyList(), any()))
                .willAnswer(call -> call.<List<CheckRequest>>getArgument(0).stream()
                        .map(found)
                        .toList());
    }

    public static CheckResult passed(CheckRequest request) {
        return result(request, Verdict.PASSED, "it works", null);
    }

    public static CheckResult failed(CheckRequest request) {
        return result(request, Verdict.FAILED, "it is broken", Symptom.CONNECTORS_FAIL);
    }

    /** @param why {@link Symptom#CHECK_COULD_NOT_RUN} or {@link Symptom#CHECK_NOT_PERMITTED} */
    public static CheckResult inconclusive(CheckRequest request, Symptom why) {
        return result(request, Verdict.INCONCLUSIVE, "no time was left", why);
    }

    private static CheckResult result(CheckRequest request, Verdict verdict, String observed, Symptom symptom) {
        return new CheckResult(
                request.id(),
                request.name(),
                verdict,
                "it works",
                observed,
                symptom,
                Duration.ofMillis(5),
                TestClock.START,
                null);
    }

    public GoLiveKey validated() {
        var key = inValidation();
        failing();
        Step.validated().forEach(step -> {
            checks.run(key, step);
            confirmations.confirm(key, step, "Tried it.", "validator");
        });
        return key;
    }

    public GoLiveKey inSignOff() {
        var key = validated();
        progress.enter(key, Phase.SIGN_OFF);
        round.ask(key);
        return key;
    }

    public void sign(GoLiveKey key, Role role) {
        signatures.approve(key, role, approval(key, role), role.slug());
    }

    /** Of what the role would be shown now, without words and conditions. */
    public Signatures.Approval approval(GoLiveKey key, Role role) {
        return new Signatures.Approval(round.manifest(key, role).digest().sha256(), null, null, null);
    }

    public GoLiveKey inRelease() {
        var key = inSignOff();
        Role.signing().forEach(role -> sign(key, role));
        progress.enter(key, Phase.RELEASE);
        return key;
    }

    public GoLive goLive(GoLiveKey key) {
        return register.get(key);
    }
}

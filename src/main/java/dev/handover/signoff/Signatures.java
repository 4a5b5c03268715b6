package dev.handover.signoff;

import dev.handover.audit.Act;
import dev.handover.evidence.EvidenceStore;
import dev.handover.evidence.Manifests;
import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.PlanChanged;
import dev.handover.golive.Timeline;
import dev.handover.shared.Digest;
import dev.handover.shared.Directory;
import dev.handover.shared.FreeText;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import dev.handover.shared.Role;
import dev.handover.shared.Step;
import dev.handover.validation.ValidationSteps;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Giving and refusing signatures: by the holder of the role alone, on exactly what was shown, and never twice by one person. */
@Service
@Transactional
public class Signatures {

    private final SignOffs signOffs;
    private final SignOffRound round;
    private final EvidenceStore evidence;
    private final Manifests manifests;
    private final GoLiveRegister register;
    private final ValidationSteps steps;
    private final Timeline timeline;
    private final Directory directory;
    private final Clock clock;

    Signatures(
            SignOffs signOffs,
            SignOffRound round,
            EvidenceStore evidence,
            Manifests manifests,
            GoLiveRegister register,
            ValidationSteps steps,
            Timeline timeline,
            Directory directory,
            Clock clock) {
        this.signOffs = signOffs;
        this.round = round;
        this.evidence = evidence;
        this.manifests = manifests;
        this.register = register;
        this.steps = steps;
        this.timeline = timeline;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What a person signs.
     *
     * @param manifest digest of the manifest the person was shown, as submitted with the form
     * @param words may be null
     * @param conditions one a line; null or blank without conditions
     * @param conditionsDue day by which they are to be met; required with conditions
     */
    public record Approval(String manifest, String words, String conditions, LocalDate conditionsDue) {}

    /**
     * Signs for a role.
     *
     * @throws Refusal (stale evidence) if the evidence is no longer what was shown, (not allowed) against the separation of
     *     duties, (conflict) if it was decided before or is not this role's turn, (invalid input) for conditions without a
     *     day; nothing is recorded then
     */
    public void approve(GoLiveKey key, Role role, Approval approval, String by) {
        var goLive = register.hold(key);
        var words = FreeText.optional("The reason", approval.words(), FreeText.LONGEST);
        var today = clock.instant().atZone(goLive.zone()).toLocalDate();
        var conditions = ConditionLines.read(approval.conditions(), approval.conditionsDue(), today);
        var signOff = asked(goLive, role, by);
        evidence.holdStill(key);
        if (role == Role.CHANGE && !round.ownersHaveSigned(key)) {
            throw Refusal.conflict("The change is approved after business and environment owner have signed.");
        }
        var current = round.manifest(key, role);
        signOff.approve(by, shown(approval.manifest()), current.digest(), words, clock.instant());
        conditions.forEach(line -> signOff.addCondition(line, approval.conditionsDue()));
        manifests.keep(current);
        var act = (conditions.isEmpty() ? "Signed as " : "Signed on conditions as ") + role.inWords();
        var detail = "evidence " + current.digest().abbreviated() + (words == null ? "" : ": " + words);
        timeline.add(key, Act.of(by, act, detail).on(current.digest()));
    }

    private static Digest shown(String submitted) {
        try {
            return new Digest(submitted);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalidInput(
                    "The form did not say which evidence it showed. Reload the task and decide again.");
        }
    }

    /**
     * Refuses to sign; validation goes back to the step named.
     *
     * @throws Refusal (invalid input) without a reason or step, otherwise as {@link #approve}
     */
    public void reject(GoLiveKey key, Role role, String reason, Step step, String by) {
        var why = FreeText.reason(reason, "Say why you reject, so that the step can be mended.");
        if (step == null || step == Step.SIGN_OFF) {
            throw Refusal.invalidInput("Name the validation step your rejection concerns.");
        }
        var goLive = register.hold(key);
        asked(goLive, role, by).reject(by, why, step, clock.instant());
        timeline.add(
                key,
                Act.of(by, "Rejected as " + role.inWords() + ": " + step.title(), why)
                        .on(round.manifest(key, role).digest()));
    }

    /** Reopens the step that the latest rejection named. The model leads back to validation by itself. */
    public void reopenRejectedStep(GoLiveKey key) {
        var rejection = round.of(key).stream()
                .filter(each -> each.state() == SignOff.State.REJECTED)
                .max(Comparator.comparing(SignOff::decidedAt))
                .orElseThrow(() -> new IllegalStateException("no rejection on record for " + key));
        steps.markReopened(
                key,
                Set.of(rejection.rejectedStep()),
                "Rejected at sign-off: " + rejection.reason(),
                rejection.decidedBy());
    }

    /** Owners may change under way, but nobody comes to sign in a second role. */
    @EventListener
    void on(PlanChanged changed) {
        var key = changed.goLive();
        changed.change().changedOwners().stream()
                .filter(Role.signing()::contains)
                .forEach(role -> register.holder(key, role)
                        .filter(holder -> hasDecidedInAnother(key, role, holder))
                        .ifPresent(holder -> {
                            throw Refusal.invalidInput(
                                    "%s has decided at sign-off in another role; one person never signs twice. Name another %s."
                                            .formatted(directory.nameOf(holder), role.inWords()));
                        }));
    }

    private SignOff asked(GoLive goLive, Role role, String by) {
        var key = goLive.key();
        if (!register.holder(key, role).filter(by::equals).isPresent()) {
            throw Refusal.notAllowed("Only the %s may decide this.".formatted(role.inWords()));
        }
        if (goLive.requester().equals(by)) {
            throw Refusal.notAllowed(
                    "The requester of a go-live never signs it. Ask the project team to name another owner.");
        }
        if (hasDecidedInAnother(key, role, by)) {
            throw Refusal.notAllowed("You have decided in another role already; one person never signs twice.");
        }
        return signOffs.findFirstByGoLiveAndRoleOrderByRoundDesc(key.value(), role)
                .orElseThrow(() ->
                        Refusal.wrongPhase("The sign-off of the %s is not asked for yet.".formatted(role.inWords())));
    }

    private boolean hasDecidedInAnother(GoLiveKey key, Role role, String person) {
        return round.of(key).stream().anyMatch(each -> each.role() != role && person.equals(each.decidedBy()));
    }
}

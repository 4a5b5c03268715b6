package dev.handover.signoff;

import dev.handover.evidence.Evidence;
import dev.handover.evidence.EvidenceStore;
import dev.handover.evidence.Manifests;
import dev.handover.golive.Acting;
import dev.handover.golive.Authority;
import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Objection;
import dev.handover.golive.PlanChanged;
import dev.handover.golive.Timeline;
import dev.handover.shared.Digest;
import dev.handover.shared.Directory;
import dev.handover.shared.FreeText;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import dev.handover.shared.Refusal;
import dev.handover.shared.Role;
import dev.handover.shared.Step;
import dev.handover.validation.ValidationSteps;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Giving and refusing signatures: by the holder of the role or a deputy in force, on exactly what was shown, and never twice by
 * one person, neither as themselves nor for somebody else.
 */
@Service
@Transactional
public class Signatures {

    private final SignOffs signOffs;
    private final SignOffRound round;
    private final EvidenceStore evidence;
    private final Manifests manifests;
    private final GoLiveRegister register;
    private final ValidationSteps steps;
    private final Authority authority;
    private final Timeline timeline;
    private final Directory directory;
    private final SignerProof proof;
    private final RejectedItems rejectedItems;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Signatures(
            SignOffs signOffs,
            SignOffRound round,
            EvidenceStore evidence,
            Manifests manifests,
            GoLiveRegister register,
            ValidationSteps steps,
            Authority authority,
            Timeline timeline,
            Directory directory,
            SignerProof proof,
            RejectedItems rejectedItems,
            ApplicationEventPublisher events,
            Clock clock) {
        this.signOffs = signOffs;
        this.round = round;
        this.evidence = evidence;
        this.manifests = manifests;
        this.register = register;
        this.steps = steps;
        this.authority = authority;
        this.timeline = timeline;
        this.directory = directory;
        this.proof = proof;
        this.rejectedItems = rejectedItems;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a person signs.
     *
     * @param manifest digest of the manifest the person was shown, as submitted with the form
     * @param words may be null
     * @param conditions one a line; null or blank without conditions
     * @param owner role whose holder meets them; null for the project team
     * @param conditionsDue day by which they are to be met; required with conditions
     * @param conditionsExpiry last day the approval holds without them; null for the usual time after the due day
     */
    public record Approval(
            String manifest,
            String words,
            String conditions,
            Role owner,
            LocalDate conditionsDue,
            LocalDate conditionsExpiry) {

        /** Conditions, if any, are met by the project team and expire the usual time after they are due. */
        public Approval(String manifest, String words, String conditions, LocalDate conditionsDue) {
            this(manifest, words, conditions, null, conditionsDue, null);
        }
    }

    /**
     * Why somebody does not sign.
     *
     * @param step validation step it goes back to
     * @param manifest digest of the manifest the person was shown; needed where evidence is named
     * @param evidence numbers of the items it concerns, counted from 1 in the order of that manifest, with commas between; null or
     *     blank for none
     */
    public record Rejection(String reason, Step step, String manifest, String evidence) {}

    /**
     * Signs for a role.
     *
     * @throws Refusal (stale evidence) if the evidence is no longer what was shown, (not allowed) against the separation of
     *     duties, (conflict) if it was decided before or is not this role's turn, (invalid input) for conditions without a
     *     day, (identity not confirmed) as {@link SignerProof} says; nothing is recorded then
     */
    public void approve(GoLiveKey key, Role role, Approval approval, String by) {
        var goLive = register.hold(key);
        var words = FreeText.optional("The reason", approval.words(), FreeText.LONGEST);
        var today = clock.instant().atZone(goLive.zone()).toLocalDate();
        var conditions = ConditionLines.read(approval.conditions());
        var terms = conditions.isEmpty()
                ? null
                : ConditionTerms.of(approval.owner(), approval.conditionsDue(), approval.conditionsExpiry(), today);
        var acting = acting(goLive, role, by);
        var signOff = asked(key, role);
        evidence.holdStill(key);
        if (role == Role.CHANGE && !round.ownersHaveSigned(key)) {
            throw Refusal.conflict("The change is approved after business and environment owner have signed.");
        }
        if (!signOff.isForWindowOf(goLive)) {
            throw Refusal.conflict(
                    "The release window was moved after this approval was asked for, and a change is approved for one window."
                            + " It is asked for anew in a moment: reload your tasks.");
        }
        var current = round.manifest(key, role);
        signOff.approve(acting, shown(approval.manifest()), current.digest(), words, clock.instant());
        conditions.forEach(line -> signOff.addCondition(line, terms));
        manifests.keep(current);
        timeline.add(
                key,
                acting,
                (conditions.isEmpty() ? "Signed as " : "Signed on conditions as ") + role.inWords(),
                "evidence " + current.digest().abbreviated() + (words == null ? "" : ": " + words),
                current.digest());
        if (!conditions.isEmpty()) {
            events.publishEvent(new ConditionsSet(key, signOff.conditions()));
        }
    }

    private static Digest shown(String submitted) {
        return Digest.read(submitted)
                .orElseThrow(() -> Refusal.invalidInput(
                        "The form did not say which evidence it showed. Reload the task and decide again."));
    }

    /**
     * Refuses to sign; validation goes back to the step named.
     *
     * @throws Refusal (invalid input) without a reason or step, or with evidence that was not shown, otherwise as
     *     {@link #approve}
     */
    public void reject(GoLiveKey key, Role role, Rejection rejection, String by) {
        var why = FreeText.reason(rejection.reason(), "Say why you reject, so that the step can be mended.");
        var step = rejection.step();
        if (step == null || step == Step.SIGN_OFF) {
            throw Refusal.invalidInput("Name the validation step your rejection concerns.");
        }
        var goLive = register.hold(key);
        var acting = acting(goLive, role, by);
        var signOff = asked(key, role);
        var concerned = rejectedItems.of(goLive, role, rejection);
        var shown = rejectedItems.shown(key, role, rejection.manifest()).orElseGet(() -> round.present(key, role));
        signOff.reject(acting, why, step, ids(concerned), clock.instant());
        timeline.add(
                key,
                acting,
                "Rejected as " + role.inWords() + ": " + step.title(),
                why + RejectedItems.inWords(concerned),
                shown.digest());
    }

    private static Set<UUID> ids(List<Evidence> concerned) {
        return concerned.stream().map(Evidence::id).collect(Collectors.toSet());
    }

    /** A rejection that names no evidence. */
    public void reject(GoLiveKey key, Role role, String reason, Step step, String by) {
        reject(key, role, new Rejection(reason, step, null, null), by);
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
                RejectedItems.because(rejection.reason(), rejectedItems.of(rejection)),
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

    /**
     * What speaks against a deputy signing in the role; empty if nothing does. Looked at before the deputy is asked,
     * and again when they sign.
     */
    @Transactional(readOnly = true)
    public Optional<Objection> against(GoLiveKey key, Role role, Acting deputy) {
        return authority
                .against(key, role, deputy)
                .or(() -> deputy.persons().stream()
                        .filter(person -> hasDecidedInAnother(key, role, person))
                        .findFirst()
                        .map(directory::nameOf)
                        .map(name -> new Objection(
                                "%s has decided in another role already; one person never signs twice, not as a deputy either."
                                        .formatted(name),
                                Phrase.of("decided-already", name))));
    }

    private Acting acting(GoLive goLive, Role role, String by) {
        var acting = authority.require(goLive.key(), role, by);
        if (goLive.requester().equals(by)) {
            throw Refusal.notAllowed(
                    "The requester of a go-live never signs it. Ask the project team to name another owner.");
        }
        if (hasDecidedInAnother(goLive.key(), role, by)) {
            throw Refusal.notAllowed("You have decided in another role already; one person never signs twice.");
        }
        if (acting.isDeputy()) {
            against(goLive.key(), role, acting).ifPresent(why -> {
                throw Refusal.notAllowed(why.words());
            });
        }
        proof.require(register.plan(goLive.key()).signOff().confirmIdentity());
        return acting;
    }

    private SignOff asked(GoLiveKey key, Role role) {
        return signOffs.findFirstByGoLiveAndRoleOrderByRoundDesc(key.value(), role)
                .orElseThrow(() ->
                        Refusal.wrongPhase("The sign-off of the %s is not asked for yet.".formatted(role.inWords())));
    }

    private boolean hasDecidedInAnother(GoLiveKey key, Role role, String person) {
        return round.of(key).stream().anyMatch(each -> each.role() != role && each.isDecidedBy(person));
    }
}

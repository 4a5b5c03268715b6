package dev.handover.signoff;

import dev.handover.evidence.EvidenceChanged;
import dev.handover.evidence.EvidenceStore;
import dev.handover.evidence.Manifest;
import dev.handover.evidence.Manifests;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Timeline;
import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.Phrase;
import dev.handover.shared.Role;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which sign-offs are asked for, which stand, and which no longer do because their evidence has changed. */
@Service
@Transactional
public class SignOffRound {

    static final Loss ASKED_ANEW =
            new Loss("A change is approved for one window, so it was asked for anew.", Phrase.of("asked-anew"));

    private final SignOffs signOffs;
    private final EvidenceStore evidence;
    private final Manifests manifests;
    private final Reliance reliance;
    private final LostApprovals lost;
    private final GoLiveRegister register;
    private final Timeline timeline;
    private final SignOffProcess process;
    private final Clock clock;

    SignOffRound(
            SignOffs signOffs,
            EvidenceStore evidence,
            Manifests manifests,
            Reliance reliance,
            LostApprovals lost,
            GoLiveRegister register,
            Timeline timeline,
            SignOffProcess process,
            Clock clock) {
        this.signOffs = signOffs;
        this.evidence = evidence;
        this.manifests = manifests;
        this.reliance = reliance;
        this.lost = lost;
        this.register = register;
        this.timeline = timeline;
        this.process = process;
        this.clock = clock;
    }

    /** What a role relies on, as it stands now. */
    @Transactional(readOnly = true)
    public Manifest manifest(GoLiveKey key, Role role) {
        return evidence.manifest(key, reliance.of(role));
    }

    /** The same for somebody who is about to decide on it. It is kept, so that it can be told later what they were shown. */
    public Manifest present(GoLiveKey key, Role role) {
        var shown = manifest(key, role);
        manifests.keep(shown);
        return shown;
    }

    /**
     * Asks for what is missing: business and environment sign-off unless theirs still stands, and always the approval of
     * the change, since that is given for a window.
     *
     * @return the roles that have to decide now
     */
    public Set<Role> ask(GoLiveKey key) {
        var goLive = register.hold(key);
        evidence.holdStill(key);
        reopenOutdated(key);
        var asked = new TreeSet<Role>();
        for (var role : Role.signing()) {
            var last = signOffs.findFirstByGoLiveAndRoleOrderByRoundDesc(key.value(), role);
            var stands =
                    last.filter(each -> each.state() == SignOff.State.APPROVED).isPresent();
            if (stands && role != Role.CHANGE) {
                continue;
            }
            last.filter(each -> each.state() == SignOff.State.PENDING)
                    .orElseGet(() -> next(key, role, last))
                    .askedFor(goLive);
            asked.add(role);
        }
        return asked;
    }

    private SignOff next(GoLiveKey key, Role role, Optional<SignOff> last) {
        last.filter(each -> each.state() == SignOff.State.APPROVED)
                .ifPresent(each -> each.outdate(List.of(ASKED_ANEW), clock.instant()));
        var round = last.map(SignOff::round).orElse(0) + 1;
        return signOffs.save(new SignOff(key, role, round, clock.instant()));
    }

    /** True if the change is to be approved, or was, for another window than the one in force. */
    @Transactional(readOnly = true)
    public boolean isForAnotherWindow(GoLiveKey key) {
        var goLive = register.get(key);
        return current(key).stream().anyMatch(each -> !each.isForWindowOf(goLive));
    }

    /**
     * True if business and environment owner have approved the evidence as it stands at this moment, and no condition of theirs has
     * expired.
     */
    @Transactional(readOnly = true)
    boolean ownersHaveSigned(GoLiveKey key) {
        return standingOf(key, List.of(Role.BUSINESS, Role.ENVIRONMENT));
    }

    private boolean standingOf(GoLiveKey key, List<Role> roles) {
        var goLive = register.get(key);
        var current = current(key);
        return roles.stream()
                .allMatch(role -> current.stream()
                        .anyMatch(each -> each.role() == role
                                && each.state() == SignOff.State.APPROVED
                                && each.isForWindowOf(goLive)
                                && !lost.isLost(goLive, each, sameKinds(each))));
    }

    /** What there is now of the kinds that were relied on when it was signed, whatever the table of reliance says by now. */
    private Manifest sameKinds(SignOff approval) {
        var signed = manifests
                .find(new Digest(approval.manifest()))
                .orElseThrow(() ->
                        new IllegalStateException("the manifest of sign-off %s is gone".formatted(approval.id())));
        return evidence.manifest(signed.goLive(), EnumSet.copyOf(signed.kinds()));
    }

    /**
     * Takes back approvals whose evidence has changed or whose condition has expired; once the customer is live, an approval stays what it was.
     *
     * @return the roles whose approval no longer stands
     */
    public List<Role> reopenOutdated(GoLiveKey key) {
        var goLive = register.hold(key);
        if (!goLive.phase().isBeforeGoLive()) {
            return List.of();
        }
        var outdated = current(key).stream()
                .filter(each -> each.state() == SignOff.State.APPROVED)
                .filter(each -> lost.isLost(goLive, each, sameKinds(each)))
                .toList();
        outdated.forEach(each -> {
            var because = lost.because(goLive, each, sameKinds(each));
            each.outdate(because, clock.instant());
            timeline.add(
                    key,
                    Timeline.SYSTEM,
                    "Reopened the sign-off of the " + each.role().inWords(),
                    because.stream().map(Loss::line).collect(Collectors.joining("\n")));
        });
        return outdated.stream().map(SignOff::role).toList();
    }

    /** The role's last decision, if it was an approval that no longer stands: what it has to be asked for anew. */
    @Transactional(readOnly = true)
    public Optional<SignOff> lastOutdated(GoLiveKey key, Role role) {
        return of(key).stream()
                .filter(each -> each.role() == role && each.state() != SignOff.State.PENDING)
                .max(Comparator.comparing(SignOff::round))
                .filter(each -> each.state() == SignOff.State.OUTDATED);
    }

    /** Evidence changes matter to sign-offs from the first one asked for until the go-live. */
    @EventListener
    void on(EvidenceChanged changed) {
        var phase = register.get(changed.goLive()).phase();
        if (phase == Phase.SIGN_OFF || phase == Phase.RELEASE) {
            process.evidenceChanged(changed.goLive());
        }
    }

    /** True if all three roles have approved, and nothing has taken that back; after the go-live it stays so. */
    @Transactional(readOnly = true)
    public boolean isSigned(GoLiveKey key) {
        var current = current(key);
        return current.size() == Role.signing().size()
                && current.stream().allMatch(each -> each.state() == SignOff.State.APPROVED);
    }

    /**
     * True if all three roles have approved the evidence as it stands at this moment, the change for the window in force, and no
     * condition of theirs has expired.
     */
    @Transactional(readOnly = true)
    public boolean isComplete(GoLiveKey key) {
        return standingOf(key, Role.signing());
    }

    /** Every sign-off ever asked for, oldest first. */
    @Transactional(readOnly = true)
    public List<SignOff> of(GoLiveKey key) {
        return signOffs.findByGoLiveOrderByRoundAscAskedAtAsc(key.value());
    }

    /** The latest of each role. */
    @Transactional(readOnly = true)
    public List<SignOff> current(GoLiveKey key) {
        return Role.signing().stream()
                .flatMap(role -> signOffs.findFirstByGoLiveAndRoleOrderByRoundDesc(key.value(), role).stream())
                .toList();
    }

    /** Conditions of the approvals that stand, and that are neither met nor waived. */
    @Transactional(readOnly = true)
    public List<Condition> standingConditions(GoLiveKey key) {
        return current(key).stream()
                .flatMap(each -> each.conditions().stream())
                .filter(Condition::isToBeMet)
                .toList();
    }
}

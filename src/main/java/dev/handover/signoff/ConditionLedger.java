package dev.handover.signoff;

import dev.handover.evidence.EvidenceStore;
import dev.handover.golive.Acting;
import dev.handover.golive.Authority;
import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Timeline;
import dev.handover.shared.FreeText;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All conditions of a go-live: how each stands today, and settling them. */
@Service
@Transactional
public class ConditionLedger {

    private final Conditions conditions;
    private final SignOffRound round;
    private final GoLiveRegister register;
    private final Authority authority;
    private final EvidenceStore evidence;
    private final Timeline timeline;
    private final Clock clock;

    ConditionLedger(
            Conditions conditions,
            SignOffRound round,
            GoLiveRegister register,
            Authority authority,
            EvidenceStore evidence,
            Timeline timeline,
            Clock clock) {
        this.conditions = conditions;
        this.round = round;
        this.register = register;
        this.authority = authority;
        this.evidence = evidence;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** A condition with how it stands at this moment. @param owner user id of who holds the owner's role; null while nobody does */
    public record Entry(Condition condition, Condition.State state, String owner) {}

    /** Every condition ever set, in the order of sign-offs. */
    @Transactional(readOnly = true)
    public List<Entry> of(GoLiveKey key) {
        return entries(key, round.of(key).stream());
    }

    /** Conditions of the approvals that stand, whether met or not. */
    @Transactional(readOnly = true)
    public List<Entry> standing(GoLiveKey key) {
        return entries(key, round.current(key).stream().filter(each -> each.state() == SignOff.State.APPROVED));
    }

    /** Conditions of standing approvals that should have been met by now. */
    @Transactional(readOnly = true)
    public List<Entry> late(GoLiveKey key) {
        return standing(key).stream().filter(each -> each.state().isLate()).toList();
    }

    private List<Entry> entries(GoLiveKey key, Stream<SignOff> signOffs) {
        var today = today(register.get(key));
        return signOffs.flatMap(each -> each.conditions().stream())
                .map(each -> new Entry(
                        each,
                        each.stateOn(today),
                        register.holder(key, each.owner()).orElse(null)))
                .toList();
    }

    /** True if the person may report the condition as met: who holds the owner's role, whose approval it is, or their deputy. */
    @Transactional(readOnly = true)
    public boolean mayMeet(GoLiveKey key, Condition condition, String person) {
        return meeting(key, condition, person).isPresent();
    }

    /** True if the person may waive the condition, or say that it is not met after all: whose approval it is, or their deputy. */
    @Transactional(readOnly = true)
    public boolean mayJudge(Condition condition, String person) {
        return judging(condition, person).isPresent();
    }

    private Optional<Acting> meeting(GoLiveKey key, Condition condition, String person) {
        return register.holder(key, condition.owner())
                .flatMap(holder -> authority.standsFor(holder, person))
                .or(() -> judging(condition, person));
    }

    /** An approval that a deputy gave is the owner's. */
    private Optional<Acting> judging(Condition condition, String person) {
        return Optional.ofNullable(condition.signOff().acting())
                .flatMap(signed -> authority.standsFor(signed.principal(), person));
    }

    /**
     * Records that a condition is met.
     *
     * @param shownBy id of the evidence that shows it; may be null
     * @throws Refusal (not found) if the go-live has no such condition or evidence, (not allowed) as {@link #mayMeet} says,
     *     (invalid input) without words, (conflict) if it is settled or its approval no longer stands, or it expired before the
     *     go-live
     */
    public void meet(GoLiveKey key, UUID id, String words, UUID shownBy, String by) {
        var goLive = register.hold(key);
        var condition = find(key, id);
        var acting = meeting(key, condition, by)
                .orElseThrow(() -> Refusal.notAllowed(
                        "Only the %s, or who set the condition, or a deputy of theirs, may report it as met."
                                .formatted(condition.owner().inWords())));
        var how = FreeText.reason(words, "Say how the condition was met.");
        if (goLive.phase().isBeforeGoLive() && condition.stateOn(today(goLive)) == Condition.State.EXPIRED) {
            throw Refusal.conflict(
                    "The condition expired on %s; the approval that was given on it falls and is asked for anew."
                            .formatted(condition.expires()));
        }
        var shown = shownBy == null ? null : evidence.find(key, shownBy);
        condition.meet(by, how, shownBy, clock.instant());
        timeline.add(
                key,
                acting,
                "Met the condition \"%s\"".formatted(condition.text()),
                shown == null ? how : "%s (evidence: %s)".formatted(how, shown.title()));
    }

    /** Takes back that a condition is met, until the go-live. @throws Refusal as {@link #meet}, and (wrong phase) once live */
    public void reopen(GoLiveKey key, UUID id, String reason, String by) {
        var phase = register.hold(key).phase();
        var condition = find(key, id);
        var acting = judged(condition, by);
        var why = FreeText.reason(reason, "Say why the condition is not met.");
        if (!phase.isBeforeGoLive()) {
            throw Refusal.wrongPhase(
                    "The customer is live: a condition that was met stays met. Raise a blocker if something is wrong.");
        }
        condition.reopen();
        timeline.add(key, acting, "Opened the condition \"%s\" again".formatted(condition.text()), why);
    }

    /** Asks no longer for a condition. @throws Refusal as {@link #meet} */
    public void waive(GoLiveKey key, UUID id, String reason, String by) {
        register.hold(key);
        var condition = find(key, id);
        var acting = judged(condition, by);
        var why = FreeText.reason(reason, "Say why the condition is waived.");
        condition.waive(by, why, clock.instant());
        timeline.add(key, acting, "Waived the condition \"%s\"".formatted(condition.text()), why);
    }

    private Acting judged(Condition condition, String by) {
        return judging(condition, by)
                .orElseThrow(() -> Refusal.notAllowed(
                        "Only the person who set the condition may do this, or a deputy while the period lasts."));
    }

    private Condition find(GoLiveKey key, UUID id) {
        return conditions
                .findByIdAndSignOffGoLive(id, key.value())
                .orElseThrow(() -> Refusal.notFound("condition", id));
    }

    private LocalDate today(GoLive goLive) {
        return clock.instant().atZone(goLive.zone()).toLocalDate();
    }
}

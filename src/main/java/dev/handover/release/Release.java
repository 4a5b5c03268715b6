package dev.handover.release;

import dev.handover.evidence.EvidenceStore;
import dev.handover.golive.Acting;
import dev.handover.golive.Authority;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Progress;
import dev.handover.golive.Timeline;
import dev.handover.release.ReleaseAct.Act;
import dev.handover.shared.FreeText;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import dev.handover.shared.Refusal;
import dev.handover.shared.Role;
import dev.handover.shared.Step;
import dev.handover.signoff.ConditionDeadlines;
import dev.handover.validation.Because;
import dev.handover.validation.EnvironmentWatch;
import dev.handover.validation.ShelfLife;
import dev.handover.validation.ValidationSteps;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decisions in the release window, each by the production owner and each on record. */
@Service
@Transactional
public class Release {

    /** What a rollback undoes: everything that was validated against the environment as it was. */
    private static final Set<Step> UNDONE_BY_ROLL_BACK =
            EnumSet.of(Step.ENVIRONMENT, Step.ACCESS, Step.WORKFLOWS, Step.INTEGRATIONS, Step.OPERATIONS);

    private final ReleaseActs acts;
    private final Gates gates;
    private final EnvironmentWatch environment;
    private final ConditionDeadlines conditions;
    private final GoLiveRegister register;
    private final Authority authority;
    private final Progress progress;
    private final ValidationSteps steps;
    private final EvidenceStore evidence;
    private final ShelfLife shelfLife;
    private final Timeline timeline;
    private final Clock clock;

    Release(
            ReleaseActs acts,
            Gates gates,
            EnvironmentWatch environment,
            ConditionDeadlines conditions,
            GoLiveRegister register,
            Authority authority,
            Progress progress,
            ValidationSteps steps,
            EvidenceStore evidence,
            ShelfLife shelfLife,
            Timeline timeline,
            Clock clock) {
        this.acts = acts;
        this.gates = gates;
        this.environment = environment;
        this.conditions = conditions;
        this.register = register;
        this.authority = authority;
        this.progress = progress;
        this.steps = steps;
        this.evidence = evidence;
        this.shelfLife = shelfLife;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Compares the environment with the validated one, has approvals fall whose condition expired, then looks at all gates together;
     * those that are red hold the go-live.
     *
     * @return true if all are green
     */
    public boolean evaluateGates(GoLiveKey key) {
        environment.compare(key);
        register.hold(key);
        conditions.expire(key);
        var red = gates.look(key).stream()
                .filter(gate -> !gate.green())
                .map(gate -> gate.name() + ": " + gate.finding())
                .toList();
        progress.hold(key, red);
        return red.isEmpty();
    }

    /** @throws Refusal (invalid input) without words */
    public void resolveHold(GoLiveKey key, String reason, String by) {
        var why = FreeText.reason(reason, "Say what was done about the hold.");
        record(key, Act.HOLD_RESOLVED, held(key, by), why, "Resolved the hold");
    }

    /**
     * Go, at the production owner's word. The gates are looked at once more in the same moment, and nobody changes the
     * evidence in it.
     *
     * @throws Refusal (conflict) if a gate has turned red since the form was opened
     */
    public void go(GoLiveKey key, String reason, String by) {
        var acting = held(key, by);
        evidence.holdStill(key);
        gates.look(key).stream().filter(gate -> !gate.green()).findFirst().ifPresent(gate -> {
            throw Refusal.conflict("%s: %s Mend that first; \"go\" needs every gate green at the same moment."
                    .formatted(gate.name(), gate.finding()));
        });
        record(key, Act.GO, acting, note(reason), "Decided to go live");
    }

    /** True from "go" until the production owner says how it went. */
    @Transactional(readOnly = true)
    public boolean isGoing(GoLiveKey key) {
        return acts.findFirstByGoLiveOrderByIdDesc(key.value())
                .filter(last -> last.act() == Act.GO)
                .isPresent();
    }

    /** @throws Refusal (invalid input) without a reason */
    public void pause(GoLiveKey key, String reason, String by) {
        var why = FreeText.reason(reason, "Say why the go-live is paused.");
        record(key, Act.PAUSE, held(key, by), why, "Paused the go-live");
        progress.hold(key, List.of("Paused: " + why));
    }

    public void resume(GoLiveKey key, String reason, String by) {
        record(key, Act.RESUME, held(key, by), note(reason), "Resumed the go-live");
        progress.hold(key, List.of());
    }

    /**
     * Back to validation, with the reason; what was validated against the environment is open again.
     *
     * @throws Refusal (invalid input) without a reason
     */
    public void rollBack(GoLiveKey key, String reason, String by) {
        var why = FreeText.reason(reason, "Say why it is rolled back.");
        record(key, Act.ROLL_BACK, held(key, by), why, "Rolled back");
        progress.hold(key, List.of());
        var because = new Because("Rolled back: " + why, List.of(Phrase.of("rolled-back", why)));
        steps.markReopened(key, UNDONE_BY_ROLL_BACK, because, by);
    }

    public void confirmLive(GoLiveKey key, String reason, String by) {
        record(key, Act.LIVE, held(key, by), note(reason), "Confirmed that the customer is live");
    }

    /** The window ended without a decision to go; another has to be signed for. */
    public void miss(GoLiveKey key) {
        record(key, Act.MISSED, Acting.self(Timeline.SYSTEM), null, "Missed the release window");
        progress.hold(key, List.of());
        environment.hold(key);
    }

    /** The cut-off came before all had signed: silence never approves, so the window is given up. */
    public void releaseAtCutOff(GoLiveKey key) {
        record(
                key,
                Act.RELEASED_AT_CUT_OFF,
                Acting.self(Timeline.SYSTEM),
                null,
                "Gave up the release window at the cut-off");
    }

    /** @throws Refusal as {@link Progress#moveWindow} */
    public void proposeWindow(GoLiveKey key, Instant start, Instant end, String reason, String by) {
        progress.moveWindow(key, start, end, by);
        record(key, Act.WINDOW_PROPOSED, Acting.self(by), note(reason), "Proposed a new release window");
        shelfLife.tell(key);
    }

    /** @throws IllegalStateException before there was any */
    @Transactional(readOnly = true)
    public ReleaseAct lastAct(GoLiveKey key) {
        return acts(key).stream()
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("nothing was decided in a window of " + key));
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<ReleaseAct> acts(GoLiveKey key) {
        return acts.findByGoLiveOrderById(key.value());
    }

    /**
     * Holds the go-live for the production owner or a deputy in force.
     *
     * @throws Refusal (not allowed) for anybody else, (wrong phase) if the go-live has ended
     */
    private Acting held(GoLiveKey key, String by) {
        register.hold(key);
        return authority.require(key, Role.PRODUCTION, by);
    }

    private static String note(String reason) {
        return FreeText.optional("The reason", reason, FreeText.LONGEST);
    }

    private void record(GoLiveKey key, Act act, Acting by, String reason, String words) {
        acts.save(new ReleaseAct(register.hold(key), act, by, reason, clock.instant()));
        timeline.add(key, by, words, reason);
    }
}

package dev.handover.golive;

import dev.handover.shared.FreeText;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves a go-live through its phases, and ends it. */
@Service
@Transactional
public class Progress {

    /** Later times have no place in the engine's timers. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final WindowConflicts windows;
    private final GoLiveRegister register;
    private final Timeline timeline;
    private final HandoffProcess process;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Progress(
            WindowConflicts windows,
            GoLiveRegister register,
            Timeline timeline,
            HandoffProcess process,
            ApplicationEventPublisher events,
            Clock clock) {
        this.windows = windows;
        this.register = register;
        this.timeline = timeline;
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Called by the process as it enters a phase; entering the phase it is in once more changes nothing.
     *
     * @throws Refusal (wrong phase) if the go-live has ended
     */
    public void enter(GoLiveKey key, Phase phase) {
        var goLive = register.hold(key);
        if (goLive.phase() == phase && phase != Phase.PREREQUISITES) {
            return;
        }
        goLive.enter(phase, clock.instant());
        timeline.add(key, Timeline.SYSTEM, phase.isFinished() ? phase.title() : "Entered " + phase.title(), null);
        events.publishEvent(new PhaseEntered(key, phase));
    }

    /** Sets the reasons why the go-live is held now; none releases it. */
    public void hold(GoLiveKey key, Collection<String> reasons) {
        register.hold(key).holdFor(reasons, clock.instant());
    }

    /** Sets what holds the go-live about one topic, for example a gate; no finding releases it from that topic, and from no other. */
    public void hold(GoLiveKey key, String topic, Collection<String> findings) {
        register.hold(key).holdFor(topic, findings, clock.instant());
    }

    /**
     * Ends a go-live that shall not happen.
     *
     * @throws Refusal (invalid input) without a reason, (wrong phase) once it is live or has ended
     */
    public void withdraw(GoLiveKey key, String reason, String by) {
        var why = FreeText.reason(reason, "Say why the go-live is withdrawn; everybody involved is told.");
        var goLive = register.hold(key);
        if (!goLive.phase().isBeforeGoLive()) {
            throw Refusal.wrongPhase(
                    "Go-live %s is live already and cannot be withdrawn. Roll it back from an exception, or close it."
                            .formatted(key));
        }
        goLive.enter(Phase.WITHDRAWN, clock.instant());
        timeline.add(key, by, "Withdrew the go-live", why);
        events.publishEvent(new PhaseEntered(key, Phase.WITHDRAWN));
        process.withdraw(key);
    }

    /**
     * Moves the release window.
     *
     * @throws Refusal (invalid input) if it is past or ends before it starts, (conflict) if it is taken
     */
    public void moveWindow(GoLiveKey key, Instant start, Instant end, String by) {
        var goLive = register.hold(key);
        if (end.isAfter(LATEST)) {
            throw Refusal.invalidInput("The new release window ends after the year 9999. Check the year.");
        }
        if (!start.isAfter(clock.instant())) {
            throw Refusal.invalidInput(
                    "The new release window starts in the past. Give a start that is still to come.");
        }
        windows.lock(goLive.customerId(), goLive.environmentLabel());
        windows.requireFree(goLive.customerId(), goLive.environmentLabel(), start, end, key);
        goLive.moveWindow(start, end);
        timeline.add(
                key, by, "Moved the release window", start.atZone(goLive.zone()) + " to " + end.atZone(goLive.zone()));
        events.publishEvent(new WindowMoved(key));
    }
}

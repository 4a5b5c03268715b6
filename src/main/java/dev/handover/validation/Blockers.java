package dev.handover.validation;

import dev.handover.golive.Acting;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Timeline;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import dev.handover.shared.Step;
import dev.handover.validation.Blocker.Origin;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Raising and resolving what is in the way. */
@Service
@Transactional
public class Blockers {

    private final BlockerRepository blockers;
    private final GoLiveRegister register;
    private final Timeline timeline;
    private final Troubleshooting troubleshooting;
    private final ValidationProcess process;
    private final Clock clock;

    Blockers(
            BlockerRepository blockers,
            GoLiveRegister register,
            Timeline timeline,
            Troubleshooting troubleshooting,
            ValidationProcess process,
            Clock clock) {
        this.blockers = blockers;
        this.register = register;
        this.timeline = timeline;
        this.troubleshooting = troubleshooting;
        this.process = process;
        this.clock = clock;
    }

    /**
     * Raises a blocker by hand; the support owner is asked to resolve it, and the window does not open over it.
     *
     * @throws Refusal (wrong phase) once the go-live has ended
     */
    public Blocker raise(GoLiveKey key, Blocker.Report report, String by) {
        register.hold(key);
        var blocker = open(key, Origin.RAISED, report, by);
        process.blockerRaised(key, blocker.id());
        return blocker;
    }

    /** Records a blocker and tells nobody: the caller's own path in the model leads to whoever resolves it. */
    Blocker open(GoLiveKey key, Origin origin, Blocker.Report report, String by) {
        return open(key, origin, report, Acting.self(by));
    }

    Blocker open(GoLiveKey key, Origin origin, Blocker.Report report, Acting by) {
        var hints = report.symptom() == null ? List.<Blocker.Hint>of() : troubleshooting.hintsFor(report.symptom());
        timeline.add(key, by, "Raised a blocker", report.title());
        return blockers.save(new Blocker(key, origin, report, hints, by.by(), clock.instant()));
    }

    /** As {@link #resolve(GoLiveKey, UUID, String, Acting)}, for somebody who acts for themselves. */
    public void resolve(GoLiveKey key, UUID id, String reason, String by) {
        resolve(key, id, reason, Acting.self(by));
    }

    /** @throws Refusal (invalid input) without a reason, (not found), (conflict) if resolved already */
    public void resolve(GoLiveKey key, UUID id, String reason, Acting by) {
        register.hold(key);
        var blocker = get(id);
        if (!blocker.goLive().equals(key)) {
            throw Refusal.notFound("blocker", id);
        }
        resolve(blocker, reason, by);
    }

    void resolve(Blocker blocker, String reason, Acting by) {
        blocker.resolve(reason, by.by(), clock.instant());
        timeline.add(blocker.goLive(), by, "Resolved the blocker \"" + blocker.title() + "\"", blocker.resolution());
    }

    /** @throws Refusal (not found) */
    @Transactional(readOnly = true)
    public Blocker get(UUID id) {
        return blockers.findById(id).orElseThrow(() -> Refusal.notFound("blocker", id));
    }

    /** Open ones of the step that came about in one of these ways, oldest first. */
    @Transactional(readOnly = true)
    List<Blocker> openOf(GoLiveKey key, Step step, Set<Origin> origins) {
        return blockers.findByGoLiveAndStepAndOriginInAndStateOrderByRaisedAt(
                key.value(), step, origins, Blocker.State.OPEN);
    }

    /** Closes those that the step no longer waits for. */
    void settle(GoLiveKey key, Step step, Set<Origin> origins, String reason, String by) {
        openOf(key, step, origins).forEach(blocker -> resolve(blocker, reason, Acting.self(by)));
    }

    /** Oldest first, resolved ones included. */
    @Transactional(readOnly = true)
    public List<Blocker> of(GoLiveKey key) {
        return blockers.findByGoLiveOrderByRaisedAt(key.value());
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Blocker> openOf(GoLiveKey key) {
        return of(key).stream().filter(Blocker::isOpen).toList();
    }
}

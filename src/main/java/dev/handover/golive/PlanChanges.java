package dev.handover.golive;

import dev.handover.plan.Plan;
import dev.handover.plan.PlanChange;
import dev.handover.plan.PlanReader;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A change of plan in flight: a new version that reopens what depends on the change and nothing else. */
@Service
public class PlanChanges {

    private final WindowConflicts windows;
    private final GoLiveRegister register;
    private final PlanVersions planVersions;
    private final Appointments appointments;
    private final SeparationOfDuties separation;
    private final Timeline timeline;
    private final PlanReader planReader;
    private final HandoffProcess process;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlanChanges(
            WindowConflicts windows,
            GoLiveRegister register,
            PlanVersions planVersions,
            Appointments appointments,
            SeparationOfDuties separation,
            Timeline timeline,
            PlanReader planReader,
            HandoffProcess process,
            ApplicationEventPublisher events,
            Clock clock) {
        this.windows = windows;
        this.register = register;
        this.planVersions = planVersions;
        this.appointments = appointments;
        this.separation = separation;
        this.timeline = timeline;
        this.planReader = planReader;
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Puts a new plan version in force.
     *
     * @return what changed and what it reopens; a change of nothing records nothing
     * @throws dev.handover.plan.InvalidPlan with every mistake
     * @throws Refusal (wrong phase) after the go-live, (conflict) if it is for another customer or environment or the window
     *     is taken, (invalid input) if it breaks the separation of duties
     */
    @Transactional
    public PlanChange change(GoLiveKey key, String document, String by) {
        var goLive = register.hold(key);
        if (!goLive.phase().isBeforeGoLive()) {
            throw Refusal.wrongPhase(
                    "Go-live %s is live already; its plan is closed. Record what changes as an open issue."
                            .formatted(key));
        }
        var now = clock.instant();
        var plan = planReader.read(document, now, goLive.requester());
        var change = PlanChange.between(register.plan(key), plan);
        if (change.isEmpty()) {
            return change;
        }
        goLive.apply(plan);
        if (change.windowMoved()) {
            moveWindow(goLive, plan.releaseWindow());
        }
        planVersions.save(new PlanVersion(key, goLive.planVersion(), planReader.normalized(document, now), by, now));
        appoint(key, plan, change);
        timeline.add(key, by, "Changed the plan to version " + goLive.planVersion(), change.summary());
        events.publishEvent(new PlanChanged(key, change, by));
        process.planChanged(key);
        return change;
    }

    private void moveWindow(GoLive goLive, Plan.ReleaseWindow window) {
        windows.lock(goLive.customerId(), goLive.environmentLabel());
        windows.requireFree(goLive.customerId(), goLive.environmentLabel(), window.start(), window.end(), goLive.key());
        goLive.moveWindow(window.start(), window.end());
    }

    private void appoint(GoLiveKey key, Plan plan, PlanChange change) {
        for (var role : change.changedOwners()) {
            plan.owner(role)
                    .ifPresentOrElse(user -> appointments.owner(key, role, user), () -> appointments.vacate(key, role));
        }
        appointments.validators(key, plan);
        separation.require(key);
    }
}

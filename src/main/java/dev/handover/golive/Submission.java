package dev.handover.golive;

import dev.handover.plan.InvalidPlan;
import dev.handover.plan.Plan;
import dev.handover.plan.PlanReader;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns an accepted plan into a go-live. */
@Service
public class Submission {

    private final GoLives goLives;
    private final PlanVersions planVersions;
    private final Appointments appointments;
    private final WindowConflicts windows;
    private final Timeline timeline;
    private final PlanReader planReader;
    private final HandoffProcess process;
    private final Clock clock;

    Submission(
            GoLives goLives,
            PlanVersions planVersions,
            Appointments appointments,
            WindowConflicts windows,
            Timeline timeline,
            PlanReader planReader,
            HandoffProcess process,
            Clock clock) {
        this.goLives = goLives;
        this.planVersions = planVersions;
        this.appointments = appointments;
        this.windows = windows;
        this.timeline = timeline;
        this.planReader = planReader;
        this.process = process;
        this.clock = clock;
    }

    /**
     * Checks a plan as {@link #submit} would, and records nothing.
     *
     * @throws InvalidPlan with every mistake
     * @throws Refusal (conflict) if another go-live is in the way
     */
    @Transactional(readOnly = true)
    public Plan check(String document, String requester) {
        var plan = planReader.read(document, clock.instant(), requester);
        requireFreeWindow(plan);
        return plan;
    }

    /**
     * Records the go-live and starts its process.
     *
     * @throws InvalidPlan with every mistake; nothing is recorded then
     * @throws Refusal (conflict) if another go-live of the environment has an overlapping window
     */
    @Transactional
    public GoLive submit(String document, String requester) {
        var goLive = register(document, requester);
        process.start(goLive.key());
        return goLive;
    }

    /** As {@link #submit}, for a process instance that runs already: the start form of Tasklist. */
    @Transactional
    public GoLive register(String document, String requester) {
        var now = clock.instant();
        var plan = planReader.read(document, now, requester);
        windows.lock(plan.customer().id(), plan.environment().label());
        requireFreeWindow(plan);
        var key = new GoLiveKey(plan.customer().id() + "-" + plan.environment().label() + "-" + goLives.nextNumber());
        var goLive = goLives.save(new GoLive(key, plan, requester, now));
        planVersions.save(
                new PlanVersion(key, goLive.planVersion(), planReader.normalized(document, now), requester, now));
        appointments.everybody(key, plan, requester);
        timeline.add(key, requester, "Submitted the plan", plan.title());
        return goLive;
    }

    private void requireFreeWindow(Plan plan) {
        var window = plan.releaseWindow();
        windows.requireFree(plan.customer().id(), plan.environment().label(), window.start(), window.end(), null);
    }
}

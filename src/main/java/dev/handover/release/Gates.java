package dev.handover.release;

import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.OwnerRoles;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Role;
import dev.handover.shared.Step;
import dev.handover.signoff.SignOffRound;
import dev.handover.validation.Blocker;
import dev.handover.validation.Blockers;
import dev.handover.validation.StepProgress;
import dev.handover.validation.ValidationSteps;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at everything that has to hold before "go", all at the same moment. */
@Service
public class Gates {

    private final GoLiveRegister register;
    private final OwnerRoles owners;
    private final ValidationSteps steps;
    private final Blockers blockers;
    private final SignOffRound signOffs;
    private final EnvironmentGate environment;
    private final ShelfLifeGate shelfLife;
    private final ConditionsGate conditions;
    private final Clock clock;

    Gates(
            GoLiveRegister register,
            OwnerRoles owners,
            ValidationSteps steps,
            Blockers blockers,
            SignOffRound signOffs,
            EnvironmentGate environment,
            ShelfLifeGate shelfLife,
            ConditionsGate conditions,
            Clock clock) {
        this.register = register;
        this.owners = owners;
        this.steps = steps;
        this.blockers = blockers;
        this.signOffs = signOffs;
        this.environment = environment;
        this.shelfLife = shelfLife;
        this.conditions = conditions;
        this.clock = clock;
    }

    /** Every gate, in the order of the process. */
    @Transactional(readOnly = true)
    public List<Gate> look(GoLiveKey key) {
        return List.of(
                ownersGate(key),
                validationGate(key),
                environment.look(register.get(key), clock.instant()),
                shelfLife.look(key),
                blockersGate(key),
                signOffGate(key),
                conditions.look(key),
                windowGate(key));
    }

    private Gate ownersGate(GoLiveKey key) {
        var open = owners.toAccept(key).stream().map(Role::title).toList();
        return open.isEmpty()
                ? new Gate("Owners", true, "All owners have accepted their role.")
                : new Gate("Owners", false, "Not accepted yet: " + String.join(", ", open) + ".");
    }

    private Gate validationGate(GoLiveKey key) {
        var open = steps.of(key).stream()
                .filter(progress -> !progress.isPassed())
                .map(StepProgress::step)
                .map(Step::title)
                .toList();
        return open.isEmpty()
                ? new Gate("Validation", true, "All validation steps are confirmed.")
                : new Gate("Validation", false, "Not confirmed: " + String.join("; ", open) + ".");
    }

    private Gate blockersGate(GoLiveKey key) {
        var open = blockers.openOf(key);
        return open.isEmpty()
                ? new Gate("Blockers", true, "No blocker is open.")
                : new Gate(
                        "Blockers",
                        false,
                        "Open: " + open.stream().map(Blocker::title).collect(Collectors.joining("; ")) + ".");
    }

    private Gate signOffGate(GoLiveKey key) {
        return signOffs.isComplete(key)
                ? new Gate("Sign-offs", true, "All three sign-offs stand for the evidence as it is now.")
                : new Gate("Sign-offs", false, "A sign-off is missing, or its evidence has changed since.");
    }

    private Gate windowGate(GoLiveKey key) {
        var goLive = register.get(key);
        var now = clock.instant();
        var open = !now.isBefore(goLive.windowStart()) && now.isBefore(goLive.windowEnd());
        return new Gate("Release window", open, open ? "The window is open." : "The window is not open now.");
    }
}

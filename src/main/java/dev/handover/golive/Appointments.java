package dev.handover.golive;

import dev.handover.golive.Participant.State;
import dev.handover.plan.Plan;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Role;
import java.util.HashSet;
import org.springframework.stereotype.Component;

/** Puts people into roles. Whoever had a role before loses it, and with it the sight of the go-live. */
@Component
class Appointments {

    private final Participants participants;

    Appointments(Participants participants) {
        this.participants = participants;
    }

    /** Everybody a new plan names. Owners are asked; requester and validators take part from the start. */
    void everybody(GoLiveKey key, Plan plan, String requester) {
        participants.save(new Participant(key, Role.REQUESTER, requester, State.ACCEPTED));
        plan.owners().forEach((role, user) -> owner(key, role, user));
        validators(key, plan);
    }

    /** Names an owner, who is asked to accept; nothing changes for somebody who holds the role already. */
    void owner(GoLiveKey key, Role role, String userId) {
        var known = participants.findByGoLiveAndRole(key.value(), role);
        known.stream().filter(each -> !each.userId().equals(userId)).forEach(Participant::replace);
        known.stream()
                .filter(each -> each.userId().equals(userId))
                .findFirst()
                .ifPresentOrElse(
                        Appointments::nameUnlessHolding,
                        () -> participants.save(new Participant(key, role, userId, State.NAMED)));
    }

    private static void nameUnlessHolding(Participant participant) {
        if (!participant.holds()) {
            participant.nameAgain();
        }
    }

    /** Nobody has the role any more. */
    void vacate(GoLiveKey key, Role role) {
        participants.findByGoLiveAndRole(key.value(), role).forEach(Participant::replace);
    }

    /** The validators are exactly those the plan names. */
    void validators(GoLiveKey key, Plan plan) {
        var missing = new HashSet<>(plan.validators());
        for (var known : participants.findByGoLiveAndRole(key.value(), Role.VALIDATOR)) {
            if (missing.remove(known.userId())) {
                known.takeOn();
            } else {
                known.replace();
            }
        }
        missing.forEach(user -> participants.save(new Participant(key, Role.VALIDATOR, user, State.ACCEPTED)));
    }
}

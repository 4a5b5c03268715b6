package dev.handover.golive;

import dev.handover.shared.Directory;
import dev.handover.shared.FreeText;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Person;
import dev.handover.shared.Refusal;
import dev.handover.shared.Role;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Naming owners, and their taking the role on or not. Source: section "Prerequisites" of the source document. */
@Service
@Transactional
public class OwnerRoles {

    private static final int LONGEST_USER_ID = 100;

    private final GoLiveRegister register;
    private final Participants participants;
    private final Appointments appointments;
    private final SeparationOfDuties separation;
    private final Timeline timeline;
    private final Directory directory;
    private final Clock clock;

    OwnerRoles(
            GoLiveRegister register,
            Participants participants,
            Appointments appointments,
            SeparationOfDuties separation,
            Timeline timeline,
            Directory directory,
            Clock clock) {
        this.register = register;
        this.participants = participants;
        this.appointments = appointments;
        this.separation = separation;
        this.timeline = timeline;
        this.directory = directory;
        this.clock = clock;
    }

    /** @throws Refusal (conflict) if the role is not this person's to answer, or was declined by them */
    public void accept(GoLiveKey key, Role role, String by) {
        register.hold(key);
        named(key, role, by).accept(clock.instant());
        timeline.add(key, by, "Accepted the role of " + role.inWords(), null);
    }

    /** @throws Refusal (invalid input) without a reason, (conflict) if the role is not this person's to answer */
    public void decline(GoLiveKey key, Role role, String reason, String by) {
        var why = FreeText.reason(
                reason, "Say why you decline the role, so that the project team can name somebody else.");
        register.hold(key);
        named(key, role, by).decline(why, clock.instant());
        timeline.add(key, by, "Declined the role of " + role.inWords(), why);
    }

    /**
     * Names another person for a role of an owner.
     *
     * @throws Refusal (invalid input) if nobody is known by that id, the account is disabled, or the person may not hold the role
     */
    public void name(GoLiveKey key, Role role, String userId, String by) {
        if (!Role.owners().contains(role)) {
            throw Refusal.invalidInput("Only owners are named here; the plan names everybody else.");
        }
        register.hold(key);
        var person = known(FreeText.optional("The user id", userId, LONGEST_USER_ID));
        appointments.owner(key, role, person.id());
        separation.require(key);
        timeline.add(key, by, "Named the " + role.inWords(), person.name());
    }

    private Person known(String userId) {
        if (userId == null) {
            throw Refusal.invalidInput("Enter the user id of the person, as used at login.");
        }
        var person = directory
                .find(userId)
                .orElseThrow(() -> Refusal.invalidInput(
                        "Nobody with the user id \"%s\" is known. Enter the id the person logs in with."
                                .formatted(userId)));
        if (!directory.canLogIn(userId)) {
            throw Refusal.invalidInput("The account of %s is disabled. Name somebody else.".formatted(person.name()));
        }
        return person;
    }

    /** Roles of owners that nobody has accepted yet, in the order forms show them. */
    @Transactional(readOnly = true)
    public List<Role> toAccept(GoLiveKey key) {
        var accepted = register.people(key).stream()
                .filter(each -> each.state() == Participant.State.ACCEPTED)
                .map(Participant::role)
                .toList();
        return Role.owners().stream().filter(role -> !accepted.contains(role)).toList();
    }

    /** True if somebody holds the role, whether accepted or only named. */
    @Transactional(readOnly = true)
    public boolean isNamed(GoLiveKey key, Role role) {
        return register.holder(key, role).isPresent();
    }

    private Participant named(GoLiveKey key, Role role, String by) {
        return participants
                .findByGoLiveAndRoleAndUserId(key.value(), role, by)
                .filter(each -> each.state() != Participant.State.REPLACED)
                .orElseThrow(() -> Refusal.conflict("Somebody else is named as %s now.".formatted(role.inWords())));
    }
}
